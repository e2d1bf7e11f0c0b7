"""The kinds of sections of sheet 2.1, each with what it holds as plain values.

``doc`` is the label a webmaster reads. ``is`` says what a text means, so that links,
pictures and words are found without knowing the kinds: ``html``, ``text``, ``url``
(address or path), ``picture`` and ``file`` (id of a child of the page), ``uid`` (a
content anywhere on the site). ``only`` names the type a ``uid`` is of.
"""

from dataclasses import dataclass
from dataclasses import field
from typing import Any


def said(doc: str, is_: str = "text", default: Any = "", **more: Any) -> Any:
    """Return a field with its label and its meaning."""
    return field(default=default, metadata={"doc": doc, "is": is_, **more})


def many(doc: str, is_: str = "text", **more: Any) -> Any:
    """Return a field of several values."""
    return said(doc, is_, (), **more)


def number(doc: str, default: int, least: int, most: int) -> Any:
    """Return a field of a whole number between two."""
    return field(default=default, metadata={"doc": doc, "min": least, "max": most})


@dataclass(frozen=True)
class Text:
    """Written text, a picture at its side; HTML is cleaned before it is kept."""

    html: str = said("Texte", "html")
    picture: str = said("Image", "picture")
    place: str = said(
        "Place de l'image", "choice", "right", choices=("left", "right", "top")
    )
    scale: str = said(
        "Taille de l'image",
        "choice",
        "medium",
        choices=("small", "medium", "large"),
    )


@dataclass(frozen=True)
class Files:
    """Files of the page to download; none named: all of them."""

    files: tuple[str, ...] = many("Fichiers", "file")


@dataclass(frozen=True)
class Gallery:
    """Pictures of the page, or those of an album."""

    pictures: tuple[str, ...] = many("Images", "picture")
    album: str = said("Album", "uid", only="Album")


@dataclass(frozen=True)
class Video:
    """A video elsewhere: nothing of it is loaded before a click."""

    url: str = said("Adresse de la vidéo", "url")
    name: str = said("Ce que montre la vidéo")
    transcript: str = said("Transcription", "html")


@dataclass(frozen=True)
class Link:
    """One line of a list of links."""

    label: str = said("Intitulé")
    url: str = said("Adresse", "url")
    icon: str = said("Icône")
    text: str = said("Précision")
    new_tab: bool = said("S'ouvre dans un nouvel onglet", "flag", False)


@dataclass(frozen=True)
class Links:
    """Links as tiles or as a list."""

    links: tuple[Link, ...] = many("Liens", "rows")
    shape: str = said("Présentation", "choice", "list", choices=("list", "tiles"))


@dataclass(frozen=True)
class Point:
    """A place on a map, and what is there."""

    label: str = said("Nom")
    latitude: str = said("Latitude")
    longitude: str = said("Longitude")
    text: str = said("Adresse ou précision")


@dataclass(frozen=True)
class Map:
    """Places, with the list that says the same in words."""

    points: tuple[Point, ...] = many("Lieux", "rows")
    entries: tuple[str, ...] = many("Fiches de l'annuaire", "uid", only="Entry")


CONTACT_BLOCKS = (
    "address", "route", "coordinates", "hours", "gallery", "description",
)  # fmt: skip


@dataclass(frozen=True)
class Contact:
    """Entries of the directory, and which of their blocks are shown."""

    entries: tuple[str, ...] = many("Fiches de l'annuaire", "uid", only="Entry")
    blocks: tuple[str, ...] = field(
        default=("address", "coordinates", "hours"),
        metadata={"doc": "Blocs montrés", "is": "choices", "choices": CONTACT_BLOCKS},
    )


@dataclass(frozen=True)
class News:
    """The last news of some folders; none named: of all."""

    folders: tuple[str, ...] = many("Dossiers d'actualités", "uid", only="NewsFolder")
    categories: tuple[str, ...] = many("Thématiques", "category")
    most: int = number("Nombre", 3, 1, 24)


@dataclass(frozen=True)
class Events:
    """The next events of some agendas; none named: of all."""

    agendas: tuple[str, ...] = many("Agendas", "uid", only="Agenda")
    categories: tuple[str, ...] = many("Thématiques", "category")
    most: int = number("Nombre", 4, 1, 24)


COLLECTED = ("Page", "Service", "News", "Event", "Entry", "Album")


@dataclass(frozen=True)
class Collection:
    """Contents found by what they are about."""

    types: tuple[str, ...] = field(
        default=("Page",),
        metadata={"doc": "Sortes de contenu", "is": "choices", "choices": COLLECTED},
    )
    categories: tuple[str, ...] = many("Thématiques", "category")
    audiences: tuple[str, ...] = many("Je suis", "audience")
    order: str = said("Ordre", "choice", "title", choices=("title", "modified"))
    most: int = number("Nombre", 12, 1, 48)


@dataclass(frozen=True)
class Selection:
    """Contents chosen one by one, in that order."""

    contents: tuple[str, ...] = many("Contenus", "uid")
    shape: str = said(
        "Présentation", "choice", "cards", choices=("cards", "list", "tiles")
    )


@dataclass(frozen=True)
class Slide:
    """One picture of a row, and where it leads."""

    picture: str = said("Image", "picture")
    heading: str = said("Titre")
    text: str = said("Texte")
    url: str = said("Adresse", "url")


@dataclass(frozen=True)
class Slides:
    """Pictures in a row one goes through; nothing moves by itself."""

    slides: tuple[Slide, ...] = many("Vues", "rows")


@dataclass(frozen=True)
class PostIt:
    """A word that must not be missed."""

    html: str = said("Texte", "html")
    tone: str = said("Ton", "choice", "info", choices=("info", "wait", "ok"))


@dataclass(frozen=True)
class RawHtml:
    """Markup as it is, cleaned of what is active; managers of the site only."""

    html: str = said("HTML", "html")


@dataclass(frozen=True)
class External:
    """A page of a site that is allowed: nothing is loaded before a click."""

    url: str = said("Adresse", "url")
    name: str = said("Ce que montre la page")
    height: int = number("Hauteur en pixels", 480, 120, 2000)


@dataclass(frozen=True)
class Publications:
    """The last regulations and notices published with their proof."""

    institution: str = said("Code INS de l'institution ; vide : toutes")
    most: int = number("Nombre", 5, 1, 24)


@dataclass(frozen=True)
class Hero:
    """The banner of a portal page: a picture, words, and a search."""

    heading: str = said("Titre")
    text: str = said("Phrase")
    picture: str = said("Image", "picture")
    search: bool = said("Avec la recherche", "flag", True)
    links: tuple[Link, ...] = many("Boutons", "rows")


@dataclass(frozen=True)
class Entrances:
    """The ways in by audience (« je suis ») or by theme (« je cherche »)."""

    by: str = said("Entrée", "choice", "audience", choices=("audience", "category"))


@dataclass(frozen=True)
class Quick:
    """The services most asked for."""

    services: tuple[str, ...] = many("Démarches", "uid", only="Service")


KINDS: dict[str, type[Any]] = {
    "text": Text,
    "files": Files,
    "gallery": Gallery,
    "video": Video,
    "links": Links,
    "map": Map,
    "contact": Contact,
    "news": News,
    "events": Events,
    "collection": Collection,
    "selection": Selection,
    "slides": Slides,
    "postit": PostIt,
    "html": RawHtml,
    "external": External,
    "publications": Publications,
    "hero": Hero,
    "entrances": Entrances,
    "quick": Quick,
}
LABELS = {
    "text": "Texte",
    "files": "Fichiers",
    "gallery": "Galerie",
    "video": "Vidéo",
    "links": "Liens",
    "map": "Carte",
    "contact": "Contact",
    "news": "Actualités",
    "events": "Événements",
    "collection": "Collection",
    "selection": "Sélection",
    "slides": "Slide",
    "postit": "Post-it",
    "html": "HTML",
    "external": "Contenu externe",
    "publications": "Publications horodatées",
    "hero": "Bannière héros",
    "entrances": "Je suis, je cherche",
    "quick": "Démarches rapides",
}
#: Only those who manage the site write these.
FOR_MANAGERS = frozenset({"html"})
