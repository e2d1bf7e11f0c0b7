"""The door of the room: legal text to PDF/A."""

from communes.core.documents.domain import EmptyDocument
from communes.core.documents.domain import Layout
from communes.core.documents.domain import LegalDocument
from communes.core.documents.html import parse
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
