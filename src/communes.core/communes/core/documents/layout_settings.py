"""The part of ``commune.toml`` that says how a commune's documents look."""

from communes.core.documents.domain import Font
from communes.core.documents.domain import Layout
from communes.core.documents.domain import Margins
from dataclasses import dataclass
from dataclasses import field


def _choice(doc: str, default: str, choices: tuple[str, ...]) -> str:
    value: str = field(default=default, metadata={"doc": doc, "choices": choices})
    return value


def _number(doc: str, default: float, least: float, most: float) -> float:
    value: float = field(
        default=default, metadata={"doc": doc, "min": least, "max": most}
    )
    return value


@dataclass(frozen=True)
class DocumentSettings:
    """Keys of the table ``[documents]``: each has a default that gives a sober page."""

    logo: str = field(
        default="",
        metadata={"doc": "Chemin du logo (PNG ou JPEG), relatif au dossier du profil."},
    )
    logo_alt: str = field(
        default="Logo",
        metadata={"doc": "Description du logo pour qui ne le voit pas."},
    )
    header: tuple[str, ...] = field(
        default=(),
        metadata={"doc": "Lignes de l'en-tête ; la première nomme l'institution."},
    )
    footer: tuple[str, ...] = field(
        default=(),
        metadata={"doc": "Lignes du pied de page : adresse, contact."},
    )
    accent: str = field(
        default="#1f3a5f",
        metadata={"doc": "Couleur des titres, assez foncée pour être lue sur blanc."},
    )
    font: str = _choice("Famille de caractères.", "serif", tuple(Font))
    base_size_pt: float = _number("Corps du texte, en points.", 11, 9, 16)
    logo_height_mm: float = _number("Hauteur du logo, en millimètres.", 20, 8, 40)
    margin_top_mm: float = _number("Marge du haut, en millimètres.", 22, 10, 60)
    margin_right_mm: float = _number("Marge de droite, en millimètres.", 22, 10, 60)
    margin_bottom_mm: float = _number("Marge du bas, en millimètres.", 24, 10, 60)
    margin_left_mm: float = _number("Marge de gauche, en millimètres.", 25, 10, 60)
    signature_space_mm: float = _number(
        "Blanc laissé pour signer, en millimètres.", 20, 5, 60
    )
    justify: bool = field(
        default=True, metadata={"doc": "Aligner le texte aux deux marges."}
    )
    page_numbers: bool = field(
        default=True, metadata={"doc": "Numéroter les pages (Page 1 / 4)."}
    )


def layout_from(settings: DocumentSettings, logo: bytes | None = None) -> Layout:
    """Return the layout these settings describe; ``logo`` are the bytes of the file.

    :raises LayoutRefused: names the setting that is out of its range.
    """
    return Layout(
        header=tuple(settings.header),
        footer=tuple(settings.footer),
        logo=logo,
        logo_alt=settings.logo_alt,
        logo_height_mm=settings.logo_height_mm,
        margins_mm=Margins(
            settings.margin_top_mm,
            settings.margin_right_mm,
            settings.margin_bottom_mm,
            settings.margin_left_mm,
        ),
        font=settings.font,
        base_size_pt=settings.base_size_pt,
        accent=settings.accent,
        justify=settings.justify,
        page_numbers=settings.page_numbers,
        signature_space_mm=settings.signature_space_mm,
    )
