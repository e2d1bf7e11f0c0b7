"""The table ``[web]`` of a commune: lists people choose from, hosts, who does what."""

from communes.core.errors.domain import Reason
from communes.web.domain.errors import BadCategory
from communes.web.domain.taxonomy import Category
from communes.web.domain.taxonomy import Taxonomy
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class CategorySettings:
    """``[[web.categories]]``: a theme of the site, perhaps below another."""

    id: str = field(metadata={"doc": "identifiant de la thématique", "min": 1})
    title: str = field(metadata={"doc": "nom de la thématique", "min": 1})
    parent: str = field(default="", metadata={"doc": "thématique au-dessus"})


@dataclass(frozen=True)
class AudienceSettings:
    """``[[web.audiences]]``: an entrance « je suis »."""

    id: str = field(metadata={"doc": "identifiant du public", "min": 1})
    title: str = field(metadata={"doc": "nom du public, au singulier", "min": 1})


CATEGORIES = (
    CategorySettings("vie-communale", "Vie communale"),
    CategorySettings("etat-civil", "État civil et population"),
    CategorySettings("logement", "Urbanisme et logement"),
    CategorySettings("mobilite", "Mobilité et voirie"),
    CategorySettings("dechets", "Déchets et propreté"),
    CategorySettings("environnement", "Environnement et nature"),
    CategorySettings("enfance", "Enfance et enseignement"),
    CategorySettings("social", "Social et santé"),
    CategorySettings("culture", "Culture et loisirs"),
    CategorySettings("sport", "Sport"),
    CategorySettings("economie", "Économie et emploi"),
    CategorySettings("securite", "Sécurité"),
)
AUDIENCES = (
    AudienceSettings("habitant", "Habitant"),
    AudienceSettings("nouvel-habitant", "Nouvel habitant"),
    AudienceSettings("parent", "Parent"),
    AudienceSettings("jeune", "Jeune"),
    AudienceSettings("aine", "Aîné"),
    AudienceSettings("handicap", "Personne en situation de handicap"),
    AudienceSettings("association", "Association"),
    AudienceSettings("entreprise", "Entreprise ou indépendant"),
    AudienceSettings("visiteur", "Visiteur"),
)
VIDEO_HOSTS = (
    "www.youtube.com",
    "www.youtube-nocookie.com",
    "youtu.be",
    "vimeo.com",
    "player.vimeo.com",
    "framatube.org",
)
EXTERNAL_HOSTS = ("www.arcgis.com", "www.odwb.be")
_LOGINS = "comptes de ce groupe"


@dataclass(frozen=True)
class WebSettings:
    """What a commune sets for its website."""

    categories: tuple[CategorySettings, ...] = field(
        default=CATEGORIES, metadata={"doc": "thématiques du site, en arbre"}
    )
    audiences: tuple[AudienceSettings, ...] = field(
        default=AUDIENCES, metadata={"doc": "publics de l'entrée « je suis »"}
    )
    video_hosts: tuple[str, ...] = field(
        default=VIDEO_HOSTS,
        metadata={"doc": "sites dont une vidéo peut être montrée, après un clic"},
    )
    external_hosts: tuple[str, ...] = field(
        default=EXTERNAL_HOSTS,
        metadata={"doc": "sites dont un contenu peut être montré, après un clic"},
    )
    menu_depth: int = field(
        default=2,
        metadata={"doc": "niveaux que montre le menu", "min": 1, "max": 3},
    )
    reception: str = field(
        default="",
        metadata={
            "doc": "chemin de la fiche de l'annuaire dont l'adresse et les heures "
            "sont en tête et en pied de toutes les pages"
        },
    )
    foot_pages: tuple[str, ...] = field(
        default=(),
        metadata={
            "doc": "chemins des pages liées au pied de toutes : accessibilité, "
            "vie privée, mentions légales"
        },
    )
    outdated_after_months: int = field(
        default=18,
        metadata={
            "doc": "mois sans relecture après lesquels une page est à vérifier",
            "min": 1,
            "max": 120,
        },
    )
    managers: tuple[str, ...] = field(default=(), metadata={"doc": _LOGINS})
    editors: tuple[str, ...] = field(default=(), metadata={"doc": _LOGINS})
    contributors: tuple[str, ...] = field(default=(), metadata={"doc": _LOGINS})
    validators: tuple[str, ...] = field(default=(), metadata={"doc": _LOGINS})
    directorymanagers: tuple[str, ...] = field(default=(), metadata={"doc": _LOGINS})
    agendamanagers: tuple[str, ...] = field(default=(), metadata={"doc": _LOGINS})
    newsmanagers: tuple[str, ...] = field(default=(), metadata={"doc": _LOGINS})
    newslettermanagers: tuple[str, ...] = field(default=(), metadata={"doc": _LOGINS})


def taxonomy_of(settings: WebSettings) -> Taxonomy:
    """Return the tree of themes.

    :raises BadCategory: one stands twice, below nothing known, or below itself.
    """
    return Taxonomy(
        Category(one.id, one.title, one.parent) for one in settings.categories
    )


def check(settings: WebSettings) -> tuple[Reason, ...]:
    """Return why the settings contradict themselves, empty when they do not."""
    found: list[Reason] = []
    try:
        taxonomy_of(settings)
    except BadCategory as refused:
        found.append(refused.reason)
    seen: set[str] = set()
    for one in settings.audiences:
        if one.id in seen:
            found.append(BadCategory(field="audiences", name=one.title).reason)
        seen.add(one.id)
    return tuple(found)
