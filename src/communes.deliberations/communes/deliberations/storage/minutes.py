"""Minutes as objects in their meeting: text as submitted, corrections, their index."""

from Acquisition import aq_parent
from collections.abc import Sequence
from communes.core.access.catalog import unrestricted
from communes.core.access.permission import current_user
from communes.core.signature.api import requests_of
from communes.core.signature.domain import SignatureRequest
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.minutes import IMinutes
from communes.deliberations.domain.documents import LegalText
from communes.deliberations.domain.minutes_correction import Correction
from communes.deliberations.domain.minutes_life import MinutesFacts
from communes.deliberations.domain.minutes_life import MinutesState
from communes.deliberations.domain.minutes_settings import Approval
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import POSITIVE_STATES
from communes.deliberations.storage import part
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.item import item_by_uid
from communes.deliberations.storage.item import state_of as item_state_of
from communes.deliberations.storage.meeting import state_of as meeting_state_of
from communes.deliberations.storage.plain import to_plain
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent


PORTAL_TYPE = "communes.deliberations.Minutes"
ID = "pv"


def minutes_of(meeting: IMeeting) -> IMinutes | None:
    """Return the minutes of a meeting, None before they are drawn up."""
    found = meeting.get(ID)
    return found if IMinutes.providedBy(found) else None


def ensure_minutes(meeting: IMeeting) -> IMinutes:
    """Return the minutes of a meeting, made when they are missing."""
    found = minutes_of(meeting)
    if found is not None:
        return found
    new = createContent(PORTAL_TYPE, title=f"Procès-verbal – {meeting.title}")
    new.id = ID
    return addContentToContainer(meeting, new, checkConstraints=False)


def minutes_by_uid(uid: str) -> IMinutes | None:
    """Return the minutes of that UID whoever asks, or None."""
    found = unrestricted(UID=uid, portal_type=PORTAL_TYPE) if uid else []
    return found[0]._unrestrictedGetObject() if found else None


def minutes_uids(meetings: Sequence[str]) -> dict[str, str]:
    """Return UID of a meeting -> UID of its minutes, in one question."""
    found = unrestricted(portal_type=PORTAL_TYPE, deliberations_meeting=list(meetings))
    return {brain.deliberations_meeting: brain.UID for brain in found}


def state_of(minutes: IMinutes) -> MinutesState:
    """Return where the minutes stand."""
    return MinutesState(api.content.get_state(obj=minutes))


def corrections_of(minutes: IMinutes) -> tuple[tuple[Correction, ...], int]:
    """Return the corrections in the order they were noted, and their revision."""
    data, revision = part.read(minutes, "corrections", list)
    return tuple(Correction(**one) for one in data), revision


def save_corrections(
    minutes: IMinutes,
    corrections: Sequence[Correction],
    change: str,
    revision: int | None = None,
) -> int:
    """Keep the corrections and return their new revision.

    :raises StaleRevision: somebody else noted one since ``revision``.
    """
    return part.write(
        minutes,
        "corrections",
        to_plain(tuple(corrections)),
        by=current_user(),
        change=change,
        revision=revision,
        what="Le procès-verbal",
    )


def kept_text(minutes: IMinutes, *, closed: bool) -> LegalText | None:
    """Return the text as it was submitted, None while it is a draft."""
    data, _revision = part.read(minutes, "kept_text", dict)
    found = data.get("closed" if closed else "public")
    return LegalText(**found) if found else None


def keep_text(
    minutes: IMinutes, public: LegalText | None, closed: LegalText | None
) -> None:
    """Keep the text for good; None and None: a draft follows its meeting again."""
    data = {}
    if public is not None and closed is not None:
        data = {"public": to_plain(public), "closed": to_plain(closed)}
    change = "le texte a été fixé" if data else "le texte suit à nouveau la séance"
    part.write(minutes, "kept_text", data, by=current_user(), change=change)


def approval_item_of(minutes: IMinutes) -> IMeetingItem | None:
    """Return the item that approves the minutes, None when none is on its way."""
    return item_by_uid(minutes.approval_item) if minutes.approval_item else None


def signing_of(minutes: IMinutes) -> SignatureRequest | None:
    """Return the latest request for signatures, None when there is none."""
    return next(iter(requests_of(minutes)), None)


def facts_of(minutes: IMinutes) -> MinutesFacts:
    """Return what the rules of the minutes need to know."""
    meeting = aq_parent(minutes)
    item = approval_item_of(minutes)
    request = signing_of(minutes)
    rule = settings_of(assembly_of(meeting)).minutes.approval
    return MinutesFacts(
        state=state_of(minutes),
        meeting_closed=meeting_state_of(meeting) is MeetingState.CLOSED,
        by_item=rule == Approval.ITEM,
        item_planned=item is not None,
        item_accepted=item is not None and item_state_of(item) in POSITIVE_STATES,
        asked=request is not None and request.pending,
        signed_file=bool(
            request is not None and request.state == "signed" and request.signed_sha256
        ),
    )
