"""Compile a legal text and its layout into tagged PDF/A-2a that is also PDF/UA-1."""

from communes.core.documents.domain import CharacterRefused
from communes.core.documents.domain import EngineFailed
from communes.core.documents.domain import Font
from communes.core.documents.domain import Layout
from communes.core.documents.domain import LegalDocument
from communes.core.documents.html import place_after
from communes.core.documents.images import image_from_bytes
from communes.core.documents.structure import Element
from communes.core.documents.structure import text_of
from communes.core.documents.typesetting.plain import Plainer
from datetime import datetime
from datetime import UTC
from functools import cache
import json
from pathlib import Path
import re
from tempfile import TemporaryDirectory
import textwrap
import typst


HERE = Path(__file__).parent
FONTS = HERE.parent / "fonts"
FAMILIES = {Font.SERIF: "Source Serif 4", Font.SANS: "Source Sans 3"}
PAGE_WIDTH_MM = 210
MAIN = "legal.typ"
_UNDRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')


def sources(document: LegalDocument, layout: Layout, body: Element) -> dict[str, bytes]:
    """Return every file the engine reads: template, data and pictures, by name."""
    margins = layout.margins_mm
    plainer = Plainer(PAGE_WIDTH_MM - margins.left - margins.right)
    language, _, region = document.language.partition("-")
    act = {
        "title": document.title,
        "author": document.author,
        "subject": document.subject or document.title,
        "keywords": [document.identifier] if document.identifier else [],
        "lang": language,
        "region": region or None,
        "blocks": plainer.blocks(body.elements()),
    }
    look, logo = _look(document, layout)
    return {
        MAIN: (HERE / "legal.typ").read_bytes(),
        "blocks.typ": (HERE / "blocks.typ").read_bytes(),
        "document.json": json.dumps(act).encode(),
        "layout.json": json.dumps(look).encode(),
        **logo,
        **plainer.pictures,
    }


def compiled(files: dict[str, bytes], document: LegalDocument, body: Element) -> bytes:
    """Return the PDF of ``files``; the same files always give the same bytes.

    :raises CharacterRefused: names a character no shipped font can draw.
    :raises EngineFailed: the engine refuses something nobody foresaw.
    """
    day = document.date
    stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        with TemporaryDirectory(prefix="communes-document-") as folder:
            # The engine reads pictures from a folder only, and nothing outside it.
            for name, content in files.items():
                Path(folder, name).write_bytes(content)
            pdf = _compile(folder, stamp)
    except typst.TypstError as error:
        undrawn = _UNDRAWN.search(error.diagnostic or error.message)
        if undrawn is None:
            raise EngineFailed(problem=error.message) from error
        raise _character_refused(undrawn.group(1), body) from error
    return pdf


def _compile(folder: str, stamp: datetime) -> bytes:
    pdf = typst.compile(
        str(Path(folder, MAIN)),
        root=folder,
        font_paths=embedded_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        timestamp=stamp,
    )
    return bytes(pdf)


@cache
def embedded_fonts() -> typst.Fonts:
    """Load the shipped fonts once; those of the machine never enter a document."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def _look(
    document: LegalDocument, layout: Layout
) -> tuple[dict[str, object], dict[str, bytes]]:
    logo = None if layout.logo is None else image_from_bytes(layout.logo, "logo")
    name = None if logo is None else f"logo.{logo.kind}"
    margins = layout.margins_mm
    look: dict[str, object] = {
        "family": FAMILIES[Font(layout.font)],
        "base_size_pt": layout.base_size_pt,
        "accent": layout.accent,
        "justify": layout.justify,
        "page_numbers": layout.page_numbers,
        "signature_space_mm": layout.signature_space_mm,
        "header": list(layout.header),
        "footer": list(layout.footer),
        "logo": name,
        "logo_alt": layout.logo_alt or "Logo",
        "logo_height_mm": layout.logo_height_mm,
        "running_left": layout.header[0] if layout.header else document.author,
        "running_right": textwrap.shorten(document.title, 80, placeholder=" …"),
        "top": margins.top,
        "right": margins.right,
        "bottom": margins.bottom,
        "left": margins.left,
    }
    return look, {} if logo is None or name is None else {name: logo.data}


def _character_refused(character: str, body: Element) -> CharacterRefused:
    before, found, _after = text_of(body).partition(character)
    place = place_after(before) if found else "dans l'en-tête, le pied ou le titre"
    return CharacterRefused(element=character, place=place)
