"""Who signs the acts of a meeting, and what follows when they have."""

from communes.core.organisation.api import mandates_in_office
from communes.core.signature.api import original
from communes.core.signature.api import signed_file
from communes.core.signature.domain import Signatory
from communes.core.signature.domain import SignatureRequest
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.minutes_settings import SigningRole
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.attendance import chair_of
from communes.deliberations.storage.attendance import roll_of
from communes.deliberations.storage.attendance import secretary_of
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.workflow.register import enter_item
from plone import api


def signatories_of(meeting: IMeeting) -> tuple[Signatory, ...]:
    """Return who signs the acts of a meeting, in the order of the settings.

    The secretary and the president of that meeting; whoever has no name yet is left
    out, and the request is refused when nobody remains.
    """
    settings = settings_of(assembly_of(meeting))
    roll, _revision = roll_of(meeting)
    seats = {seat.id: seat for seat in roll.seats}
    who = {
        SigningRole.SECRETARY: (secretary_of(meeting, roll), settings.secretary_title),
        SigningRole.PRESIDENT: (chair_of(meeting, roll), settings.president_title),
    }
    accounts = _accounts(meeting)
    found = []
    for role in settings.signing.order:
        id, function = who[SigningRole(role)]
        if id in seats:
            account = accounts.get(id, "")
            found.append(Signatory(id, seats[id].name, function, account))
    return tuple(found)


def follow_item_signature(item: IMeetingItem, request: SignatureRequest) -> None:
    """Bring a signed deliberation to the register."""
    item.reindexObject(idxs=["deliberations_signers"])
    meeting = meeting_of(item)
    ready = request.state == "signed" and request.signed_sha256
    if ready and meeting is not None and request.kind == "deliberation":
        enter_item(
            item, meeting, original(item, request.id), signed_file(item, request.id)
        )


def _accounts(meeting: IMeeting) -> dict[str, str]:
    body = assembly_of(meeting).getId()
    day = meeting.date.date()
    mandates = mandates_in_office(api.portal.get(), body, day)
    return {one.person.id: one.person.user for one in mandates}
