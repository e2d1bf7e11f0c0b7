"""The door of the room: legal text to PDF/A, editable copies and letters to ODT."""

from collections.abc import Mapping
from communes.core.documents.domain import EmptyDocument
from communes.core.documents.domain import Layout
from communes.core.documents.domain import LegalDocument
from communes.core.documents.html import parse
from communes.core.documents.odt.copy import copy_of
from communes.core.documents.odt.template import fill
from communes.core.documents.odt.values import RichText
from communes.core.documents.structure import Element
from communes.core.documents.structure import text_of
from communes.core.documents.typesetting.compiler import compiled
from communes.core.documents.typesetting.compiler import sources


def render_legal(document: LegalDocument, layout: Layout) -> bytes:
    """Return ``document`` set on A4 pages, as PDF/A-2a that is also PDF/UA-1.

    The same document and layout always give the same bytes, so that their hash
    can be kept. Nothing is fetched, no office suite and no system font is used.

    :raises DocumentRefused: a subclass names the element and the place.
    """
    body = read_text(document)
    return compiled(sources(document, layout, body), document, body)


def read_text(document: LegalDocument) -> Element:
    """Return the text of ``document``, read and checked, without setting it.

    :raises DocumentRefused: as ``render_legal``; ``EmptyDocument`` without a word.
    """
    body = parse(document.html)
    if not text_of(body).strip():
        raise EmptyDocument(field="html", element=document.title, place="texte")
    return body


def editable_copy(
    document: LegalDocument, layout: Layout, template: bytes | None = None
) -> bytes:
    """Return ``document`` as an ODT file an agent can change, made without office.

    ``template`` is an ODT of the commune (fields: ``odt.copy.copy_of``); without it
    the one shipped with the kit.

    :raises DocumentRefused: as ``render_legal``.
    :raises TemplateRefused: a subclass names the template and the field.
    """
    return copy_of(document, read_text(document), layout, template)


def fill_template(odt: bytes, template: str, values: Mapping[str, object]) -> bytes:
    """Return the letter made of the template ``odt``, called ``template`` in errors.

    ``values`` are plain: texts, numbers, days, ``rich_text``, and lists and mappings
    of them; the marks a template may hold stand in ``odt.template``.

    :raises TemplateRefused: a subclass names the template and the field.
    """
    return fill(odt, template, values)


def rich_text(html: str) -> RichText:
    """Return structured HTML as a value for ``fill_template``.

    :raises DocumentRefused: a subclass names the element and the place.
    """
    return RichText(parse(html))
