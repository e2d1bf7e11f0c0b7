"""The signatures of minutes, deliberations and extracts."""

from communes.core.access.catalog import visible
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.hardening.giving import MadeFile
from communes.core.organisation.api import mandates_in_office
from communes.core.signature import api as room
from communes.core.signature.domain import Signatory
from communes.core.signature.domain import SignatureRequest
from communes.deliberations.api.document import generate_document
from communes.deliberations.api.minutes import minutes_file
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.minutes import IMinutes
from communes.deliberations.domain.minutes_life import MinutesState
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.exceptions import NothingToSign
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.permissions import VIEW_CLOSED_ITEMS
from communes.deliberations.storage import minutes as minutes_storage
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.journal import note_confidential_read
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.workflow.signing import signatories_of
from dataclasses import dataclass
from datetime import date
from plone import api
from zope.i18nmessageid import Message


Signed = IMinutes | IMeetingItem


@dataclass(frozen=True)
class Way:
    """A way to sign, and what is missing before it can be used."""

    name: str
    title: Message
    personal: bool
    scanned: bool
    ready: bool


@dataclass(frozen=True)
class ToSign:
    """A document that awaits this person's signature, read without waking it."""

    uid: str
    title: str
    path: str


def ask_signatures(owner: Signed, kind: str = "", way: str = "") -> SignatureRequest:
    """Put the minutes, or a document of an item, to the signatories of its meeting.

    :param kind: of an item "deliberation" (by default) or "extract"; of minutes
        nothing: the whole minutes are signed.
    :param way: another way to sign than the one the settings say.
    :raises MayNot: the user does not keep the meetings of the assembly.
    :raises NothingToSign: not approved or not decided yet, or being signed already.
    :raises AdapterNotReady, NoSignatory, UnknownAdapter: as ``core.signature``.
    """
    require(MANAGE_MEETING, assembly_of(owner))
    meeting = _signable(owner)
    settings = settings_of(assembly_of(meeting)).signing
    if IMinutes.providedBy(owner):
        made, told, title = minutes_file(owner, closed=True), "minutes", owner.title
    else:
        told = kind or "deliberation"
        made, title = generate_document(owner, told), owner.title
    return room.ask(
        owner,
        made.data,
        title,
        signatories_of(meeting),
        way or settings.way,
        in_order=settings.in_order,
        kind=told,
    )


def signature_requests(owner: Signed) -> list[SignatureRequest]:
    """Return the requests about minutes or an item, the latest first.

    :raises MayNot: the user may not see it.
    """
    require("View", owner)
    return room.requests_of(owner)


def sign(owner: Signed, id: str, signatory: str) -> SignatureRequest:
    """Give one's own electronic signature; the worker makes it.

    :raises MayNot: the user may not see the document.
    :raises MayNotSign: it is not this person's place to sign.
    """
    require("View", owner)
    return room.sign_myself(owner, id, signatory)


def confirm_signature(
    owner: Signed, id: str, signatory: str, scan: bytes | None = None
) -> SignatureRequest:
    """Note that somebody has signed on paper; the last one with the scan.

    :raises MayNot: the user does not keep the meetings of the assembly.
    :raises NothingToSign: the way to sign is no paper, or the scan is missing.
    """
    require(MANAGE_MEETING, assembly_of(owner))
    request = room.request_of(owner, id)
    if not room.adapter(request.adapter).scanned:
        raise NothingToSign(why="ce mode de signature ne se confirme pas à la main")
    waiting = [one for one in request.places if one.mark != "signed"]
    if scan is None and len(waiting) == 1:
        raise NothingToSign(why="joignez le PDF numérisé avec la dernière signature")
    return room.confirm(owner, id, signatory, scan)


def refuse_signature(
    owner: Signed, id: str, signatory: str, reason: str
) -> SignatureRequest:
    """Note that a signatory does not sign, and why.

    :raises MayNot: the user is neither that signatory nor keeps the meetings.
    :raises ReasonMissing: no reason is given.
    """
    require("View", owner)
    request = room.request_of(owner, id)
    today = now().date()
    accounts = {one.signatory.id: one.acting(today).user for one in request.places}
    if accounts.get(signatory) != current_user():
        require(MANAGE_MEETING, assembly_of(owner))
    return room.refuse(owner, id, signatory, reason)


def substitute_signatory(
    owner: Signed,
    id: str,
    signatory: str,
    by: str,
    reason: str,
    starts: date,
    ends: date | None = None,
) -> SignatureRequest:
    """Name a member of the assembly who signs instead of a signatory.

    :param by: id of the person.
    :raises MayNot: the user does not keep the meetings of the assembly.
    :raises NothingToSign: nobody of that id holds a mandate.
    """
    require(MANAGE_MEETING, assembly_of(owner))
    people = {one.id: one for one in substitutes(owner)}
    if by not in people:
        raise NothingToSign(why="choisissez un remplaçant parmi les mandataires")
    return room.substitute(owner, id, signatory, people[by], reason, starts, ends)


def cancel_signatures(owner: Signed, id: str) -> SignatureRequest:
    """Give a request up.

    :raises MayNot: the user does not keep the meetings of the assembly.
    """
    require(MANAGE_MEETING, assembly_of(owner))
    return room.cancel(owner, id)


def signing_file(owner: Signed, id: str, signed: bool = False) -> MadeFile:
    """Return the document put to the signatories, or as it came back.

    :raises MayNot: the user may not see it; of minutes, their closed part.
    :raises NothingToSign: it has not come back yet.
    """
    require("View", owner)
    if IMinutes.providedBy(owner):
        # What is signed is the whole, closed part included.
        require(VIEW_CLOSED_ITEMS, owner)
    data = room.signed_file(owner, id) if signed else room.original(owner, id)
    if data is None:
        raise NothingToSign(why="aucun exemplaire signé n'est revenu")
    if IMinutes.providedBy(owner):
        note_confidential_read("minutes", owner)
    what = "signe" if signed else "a-signer"
    return MadeFile(f"{what}-{owner.getId()}.pdf", "application/pdf", data)


def substitutes(owner: Signed) -> list[Signatory]:
    """Return who may sign instead of somebody: those with a mandate today."""
    assembly = assembly_of(owner)
    mandates = mandates_in_office(api.portal.get(), assembly.getId(), now().date())
    return [
        Signatory(one.person.id, one.person.name, one.role, one.person.user)
        for one in mandates
    ]


def ways() -> list[Way]:
    """Return the ways to sign of this server."""
    return [
        Way(name, one.title, one.personal, one.scanned, not one.problems(()))
        for name, one in room.adapters().items()
    ]


def awaiting_me() -> list[ToSign]:
    """Return the documents that await this person's signature, in one question."""
    found = visible(deliberations_signers=current_user())
    return [ToSign(one.UID, one.Title, one.getPath()) for one in found]


def may_ask_signatures(owner: Signed) -> bool:
    """Return whether this person may ask for signatures on that now."""
    if not may(MANAGE_MEETING, assembly_of(owner)):
        return False
    try:
        _signable(owner)
    except NothingToSign:
        return False
    return True


def _signable(owner: Signed) -> IMeeting:
    """Return the meeting of what may be signed now, or say why it may not be.

    :raises NothingToSign: with the reason.
    """
    if any(one.pending for one in room.requests_of(owner)):
        raise NothingToSign(why="des signatures sont déjà demandées")
    if IMinutes.providedBy(owner):
        if minutes_storage.state_of(owner) is not MinutesState.APPROVED:
            raise NothingToSign(why="le procès-verbal n'est pas approuvé")
        return owner.aq_parent
    meeting = meeting_of(owner)
    if meeting is None or state_of(owner) not in DECIDED_STATES:
        raise NothingToSign(why="le point n'est pas encore décidé")
    return meeting


def way_in_settings(owner: Signed) -> str:
    """Return the way to sign that the settings of the assembly say."""
    return settings_of(assembly_of(owner)).signing.way
