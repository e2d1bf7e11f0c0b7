"""The PDF of a publication and its poster, in the colours of its institution."""

from base64 import b64encode
from communes.core.documents.api import render_legal
from communes.core.documents.domain import Layout
from communes.core.documents.domain import LayoutRefused
from communes.core.documents.domain import LegalDocument
from communes.publications.content.institution import IInstitution
from communes.publications.domain.publication.record import Publication
from communes.publications.domain.publication.writing import document_html
from communes.publications.domain.publication.writing import poster_html
from dataclasses import replace
from datetime import date
from io import BytesIO


#: Read from a few steps away.
POSTER_SIZE_PT = 14


def document_pdf(institution: IInstitution, one: Publication, day: date) -> bytes:
    """Return a publication as PDF/A, to be sealed.

    :raises DocumentRefused: names the element of the text and the place.
    """
    return render_legal(_document(one, document_html(one), day), layout_of(institution))


def poster_pdf(institution: IInstitution, one: Publication, day: date) -> bytes:
    """Return the notice to post up, with the address as a QR code."""
    layout = replace(
        layout_of(institution), base_size_pt=POSTER_SIZE_PT, page_numbers=False
    )
    return render_legal(
        _document(one, poster_html(one, picture_of(one.url)), day), layout
    )


def picture_of(url: str) -> str:
    """Return an address as a QR code that bears damage, as a ``data:`` address."""
    # Loaded here: only who prints a poster needs it.
    import segno

    out = BytesIO()
    segno.make(url, error="q", micro=False).save(out, kind="png", scale=8, border=4)
    return f"data:image/png;base64,{b64encode(out.getvalue()).decode()}"


def layout_of(institution: IInstitution) -> Layout:
    """Return how the documents of an institution look."""
    logo = institution.logo
    mime = "" if logo is None else logo.contentType
    known = Layout(
        header=tuple(one for one in (institution.title, institution.address) if one),
        footer=(institution.mail,),
        logo=logo.data if mime in ("image/png", "image/jpeg") else None,
    )
    try:
        return replace(known, accent=institution.brand_colour)
    except LayoutRefused:
        # A colour of the screen may be too pale for paper: the usual one is read.
        return known


def _document(one: Publication, html: str, day: date) -> LegalDocument:
    return LegalDocument(
        title=one.title,
        html=html,
        author=one.institution,
        date=day,
        identifier=f"{one.institution} {one.reference}",
    )
