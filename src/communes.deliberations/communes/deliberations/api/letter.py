"""The letter that notifies a decision: an ODT template the assembly makes its own."""

from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.documents.domain import Layout
from communes.core.documents.images import image_from_bytes
from communes.core.documents.odt.errors import TemplateRefused
from communes.core.documents.odt.values import Picture
from communes.core.documents.site_layout import layout_of
from communes.core.hardening.giving import MadeFile
from communes.deliberations.api.document import FORMS
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.minutes import signatures
from communes.deliberations.domain.wording import of
from communes.deliberations.exceptions import NotInMeeting
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.journal import note_confidential_read
from communes.deliberations.storage.letter import keep_template
from communes.deliberations.storage.letter import template_of
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.record import meeting_record
from plone import api


NAME = "notification"


def notification(item: IMeetingItem, to: str = "") -> MadeFile:
    """Return the letter that notifies the decision of an item, as ODT to finish.

    :param to: the addressee, several lines; empty: left to be written.
    :raises MayNot: the user may not see the item.
    :raises NotInMeeting: the item is on no agenda.
    :raises TemplateRefused: the template of the assembly names an unknown field.
    """
    require("View", item)
    meeting = meeting_of(item)
    if meeting is None:
        raise NotInMeeting(item=item.title)
    if item.privacy == Privacy.CLOSED:
        note_confidential_read(NAME, item)
    # Loaded here: the engine is heavy, and most processes never make a file.
    from communes.core.documents.api import fill_template

    assembly = assembly_of(item)
    data = fill_template(template_of(assembly, NAME), NAME, _values(item, meeting, to))
    name = f"{NAME}-{assembly.getId()}-{meeting.date:%Y-%m-%d}-{item.getId()}.odt"
    return MadeFile(name, FORMS["odt"], data)


def letter_template(assembly: IAssembly) -> MadeFile:
    """Return the template of the letter, to be changed in an office suite.

    :raises MayNot: the user does not keep the meetings of the assembly.
    """
    require(MANAGE_MEETING, assembly)
    data = template_of(assembly, NAME)
    return MadeFile(f"modele-{NAME}.odt", FORMS["odt"], data)


def replace_letter_template(assembly: IAssembly, odt: bytes) -> None:
    """Keep another template, once it was filled for a try with plausible values.

    :raises MayNot: the user does not keep the meetings of the assembly.
    :raises TemplateRefused: it is no ODT, or names a field that does not exist.
    """
    require(MANAGE_MEETING, assembly)
    from communes.core.documents.api import fill_template

    fill_template(odt, NAME, _tried())
    keep_template(assembly, NAME, odt)
    note_change("letter.template", assembly)


def may_change_letters(assembly: IAssembly) -> bool:
    """Return whether the person may replace the templates of the assembly."""
    return may(MANAGE_MEETING, assembly)


def _values(item: IMeetingItem, meeting: object, to: str) -> dict[str, object]:
    from communes.core.documents.api import rich_text

    record = meeting_record(meeting, closed=False)
    own = next(one for one in record.items if one.id == item.UID())
    signing = [
        {"fonction": function, "nom": name} for function, name in signatures(record)
    ]
    return {
        **_head(layout_of(api.portal.get()), record.institution),
        "lieu": record.institution,
        "jour": now().date(),
        "reference": item.reference or "",
        "destinataire": to,
        "assemblee": of(record.assembly.name_with_article),
        "seance": record.day,
        "objet": own.title,
        "decision": rich_text(own.decision) if own.decision else None,
        "signataires": signing,
    }


def _head(layout: Layout, institution: str) -> dict[str, object]:
    """Return the letterhead, and what the styles of the page show."""
    logo = None
    if layout.logo is not None:
        image = image_from_bytes(layout.logo, "logo")
        logo = Picture(image, layout.logo_alt, layout.logo_height_mm)
    return {
        "logo": logo,
        "institution": layout.header[0] if layout.header else institution,
        "entete": layout.header[1:],
        "pied": layout.footer,
        "titre": "Notification d'une décision",
        "langue": "fr-BE",
    }


def _tried() -> dict[str, object]:
    from communes.core.documents.api import rich_text

    return {
        **_head(Layout(), "Commune"),
        "lieu": "Commune",
        "jour": now().date(),
        "reference": "Réf. 20261124/1",
        "destinataire": "Madame A. Dupont",
        "assemblee": "du Conseil communal",
        "seance": now().date(),
        "objet": "Réfection de la rue du Moulin",
        "decision": rich_text("<p>DÉCIDE d'approuver.</p>"),
        "signataires": [{"fonction": "Le Bourgmestre", "nom": "M. Evrard"}],
    }


__all__ = [
    "TemplateRefused",
    "letter_template",
    "may_change_letters",
    "notification",
    "replace_letter_template",
]
