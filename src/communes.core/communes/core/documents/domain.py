"""What a document is before it is set on paper: its text, its layout, its refusals."""

from communes.core.errors.domain import DomainError
from communes.core.errors.domain import InvalidInput
from dataclasses import dataclass
import datetime
from enum import StrEnum
import re
from typing import ClassVar


class Font(StrEnum):
    """The type families shipped with the kit; both carry every letter of Europe."""

    SERIF = "serif"
    SANS = "sans"


class DocumentRefused(InvalidInput):
    """The document can not be made; the sentence names the element and the place.

    Cure: correct the text at the place named (``values["place"]`` quotes the
    words that come just before it).
    """

    code: ClassVar[str] = "document_refused"
    template: ClassVar[str] = (
        "Le document ne peut pas être mis en page : « ${element} » (${place})."
    )


class ElementRefused(DocumentRefused):
    """An element that has no place in a legal text: script, form, video, drawing."""

    code = "document_element_refused"
    template = (
        "L'élément « ${element} » n'est pas admis dans un document (${place}). "
        "Retirez-le du texte."
    )


class AttributeRefused(DocumentRefused):
    """An attribute that could run or fetch something."""

    code = "document_attribute_refused"
    template = (
        "L'attribut « ${attribute} » de « ${element} » n'est pas admis dans un "
        "document (${place}). Retirez-le du texte."
    )


class MisplacedElement(DocumentRefused):
    """A block inside a run of words, a cell outside a table and the like."""

    code = "document_element_misplaced"
    template = (
        "L'élément « ${element} » ne peut pas se trouver dans « ${parent} » "
        "(${place}). Corrigez la structure du texte."
    )


class ImageRefused(DocumentRefused):
    """An image that is not inside the text itself, too large, or unreadable."""

    code = "document_image_refused"
    template = (
        "L'image ${place} ne peut pas être reprise : ${problem}. Insérez une image "
        "PNG ou JPEG de moins de ${limit} Mo dans le texte même."
    )


class CharacterRefused(DocumentRefused):
    """A character that no shipped font can draw, or that has no agreed meaning."""

    code = "document_character_refused"
    template = (
        "Le caractère « ${element} » ne peut pas être imprimé dans un document "
        "d'archive (${place}). Remplacez-le par un mot ou un signe courant."
    )


class DocumentTooLarge(DocumentRefused):
    """More text, depth or columns than one document may hold."""

    code = "document_too_large"
    template = (
        "Le document dépasse ${limit} (« ${element} », ${place}). Divisez-le en "
        "plusieurs documents ou mettez cette partie en annexe."
    )


class EmptyDocument(DocumentRefused):
    """There is no word in the text: an empty act is never made."""

    code = "document_empty"
    template = (
        "Le document « ${element} » ne contient aucun texte. Complétez-le avant de "
        "le mettre en page."
    )


class EngineFailed(DocumentRefused):
    """The engine stops on something nobody foresaw: a fault of the kit, to report."""

    code = "document_engine_failed"
    template = (
        "Le document n'a pas pu être mis en page ; le moteur répond : ${problem}. "
        "Signalez ce texte à votre support."
    )


class OfficeMissing(DomainError):
    """This machine has no office suite; nothing else depends on one."""

    code = "office_missing"
    template = (
        "La conversion en PDF demande LibreOffice, qui n'est pas installé sur ce "
        "serveur. Téléchargez la version ODT et convertissez-la sur votre poste."
    )


class OfficeFailed(DomainError):
    """The office suite was too slow, or gave no file back."""

    code = "office_failed"
    template = (
        "LibreOffice n'a pas pu convertir le document en PDF (${problem}). Réessayez, "
        "ou téléchargez la version ODT."
    )


class LayoutRefused(InvalidInput):
    """A setting of the layout is out of its range; ``field`` names it."""

    code = "layout_refused"
    template = (
        "Mise en page : « ${value} » ne convient pas pour « ${field} ». "
        "Valeur attendue : ${expected}."
    )

    def __init__(self, field: str, value: object, expected: str) -> None:
        super().__init__(field=field, value=value, expected=expected)
        self.values = {**self.values, "field": field}
        self.args = (str(self.reason),)


def within(field: str, value: float, least: float, most: float, unit: str = "") -> None:
    """Refuse ``value`` unless ``least <= value <= most``.

    :raises LayoutRefused: names ``field`` and the range.
    """
    if not least <= value <= most:
        raise LayoutRefused(field, value, f"de {least:g} à {most:g} {unit}".strip())


def contrast_with_white(colour: str) -> float:
    """Return the contrast of ``#rrggbb`` with white, from 1 to 21 (WCAG 2.1)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)


@dataclass(frozen=True)
class LegalDocument:
    """A text that makes law, ready to be set.

    ``html`` is the structured HTML described in ``communes.core.documents.html``;
    ``author`` is the institution; ``language`` is a tag such as ``fr-BE``; ``date``
    is the day of the act and the only date written in the file, so that the same
    document always gives the same bytes; ``identifier`` is the public reference.
    """

    title: str
    html: str
    author: str
    date: datetime.date
    language: str = "fr-BE"
    subject: str = ""
    identifier: str = ""

    def __post_init__(self) -> None:
        """Refuse a document that PDF/UA could not announce.

        :raises EmptyDocument: the title has no word.
        :raises LayoutRefused: the language is not a tag such as ``fr-BE``.
        """
        if not self.title.strip():
            raise EmptyDocument(field="title", element="titre", place="titre")
        if not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", self.language):
            raise LayoutRefused("language", self.language, "fr, fr-BE, nl-BE, de-BE…")


@dataclass(frozen=True)
class Margins:
    """White around the text, in millimetres, between 10 and 60."""

    top: float = 22
    right: float = 22
    bottom: float = 24
    left: float = 25

    def __post_init__(self) -> None:
        """Refuse margins that would cut the footer or leave no room for text.

        :raises LayoutRefused: names the side.
        """
        for side in ("top", "right", "bottom", "left"):
            within(f"margin_{side}_mm", getattr(self, side), 10, 60)


@dataclass(frozen=True)
class Layout:
    """How an institution wants its documents to look; made of settings, never code.

    ``header`` are the lines beside the logo on the first page, the first of them
    being the name of the institution, repeated small on the next pages; ``footer``
    are the lines at the foot of each page (3 at most); ``logo`` holds the bytes of a
    PNG or JPEG file; ``accent`` is a colour ``#rrggbb`` dark enough to read on white.
    """

    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    logo: bytes | None = None
    logo_alt: str = "Logo"
    logo_height_mm: float = 20
    margins_mm: Margins = Margins()
    font: str = Font.SERIF
    base_size_pt: float = 11
    accent: str = "#1f3a5f"
    justify: bool = True
    page_numbers: bool = True
    signature_space_mm: float = 20

    def __post_init__(self) -> None:
        """Refuse values that would give an unreadable page.

        :raises LayoutRefused: names the setting and what was expected.
        """
        if self.font not in set(Font):
            raise LayoutRefused("font", self.font, " ou ".join(Font))
        for lines, most in (("header", 8), ("footer", 3)):
            within(lines, len(getattr(self, lines)), 0, most, "lignes")
        within("logo_height_mm", self.logo_height_mm, 8, 40)
        within("base_size_pt", self.base_size_pt, 9, 16)
        within("signature_space_mm", self.signature_space_mm, 5, 60)
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", self.accent):
            raise LayoutRefused("accent", self.accent, "une couleur comme #1f3a5f")
        if contrast_with_white(self.accent) < 4.5:  # WCAG 2.1, 1.4.3
            raise LayoutRefused("accent", self.accent, "une couleur plus foncée")
