"""The editable copy of a legal text: same words, in a template an agent can change."""

from communes.core.documents.domain import Layout
from communes.core.documents.domain import LegalDocument
from communes.core.documents.images import image_from_bytes
from communes.core.documents.odt.template import fill
from communes.core.documents.odt.values import Picture
from communes.core.documents.odt.values import RichText
from communes.core.documents.structure import Element
from pathlib import Path


SHIPPED = Path(__file__).parent / "templates" / "copy.odt"


def copy_of(
    document: LegalDocument, body: Element, layout: Layout, template: bytes | None
) -> bytes:
    """Return the ODT copy; without ``template``, the one shipped with the kit.

    Fields offered: ``titre``, ``objet``, ``institution``, ``date``, ``reference``,
    ``langue``, ``texte``, ``logo`` (absent: nothing), ``entete`` and ``pied``
    (lists of lines).

    :raises TemplateRefused: a subclass names the template and the field.
    :raises ImageRefused: the logo of the layout can not be read.
    """
    values: dict[str, object] = {
        "titre": document.title,
        "objet": document.subject,
        "institution": layout.header[0] if layout.header else document.author,
        "date": document.date,
        "reference": document.identifier,
        "langue": document.language,
        "entete": layout.header[1:],
        "pied": layout.footer,
        "logo": None,
        "texte": RichText(body),
    }
    if layout.logo is not None:
        logo = image_from_bytes(layout.logo, "logo")
        values["logo"] = Picture(logo, layout.logo_alt, layout.logo_height_mm)
    odt = SHIPPED.read_bytes() if template is None else template
    return fill(odt, "copie modifiable", values)
