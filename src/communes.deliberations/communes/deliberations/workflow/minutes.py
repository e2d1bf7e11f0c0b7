"""The minutes follow: their meeting, the item that approves them, their signatures."""

from Acquisition import aq_parent
from communes.core.access.permission import current_user
from communes.core.access.permission import forget_cached_roles
from communes.core.signature.api import original
from communes.core.signature.api import signed_file
from communes.core.signature.domain import SignatureRequest
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.minutes import IMinutes
from communes.deliberations.domain.documents import full_minutes_text
from communes.deliberations.domain.documents import LegalText
from communes.deliberations.domain.documents import public_minutes_text
from communes.deliberations.domain.minutes_correction import Correction
from communes.deliberations.domain.minutes_correction import with_corrections
from communes.deliberations.domain.minutes_life import ADOPTED
from communes.deliberations.domain.minutes_life import minutes_obstacles
from communes.deliberations.domain.minutes_life import MinutesState
from communes.deliberations.domain.minutes_life import MinutesTransition
from communes.deliberations.domain.states import DEFERRED_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import POSITIVE_STATES
from communes.deliberations.storage.access import MEMBERS
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.item import plain_text
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.minutes import corrections_of
from communes.deliberations.storage.minutes import facts_of
from communes.deliberations.storage.minutes import keep_text
from communes.deliberations.storage.minutes import kept_text
from communes.deliberations.storage.minutes import minutes_by_uid
from communes.deliberations.storage.minutes import save_corrections
from communes.deliberations.storage.minutes import state_of
from communes.deliberations.storage.record import meeting_record
from communes.deliberations.storage.service import group_of
from communes.deliberations.workflow.register import enter_minutes
from communes.deliberations.workflow.register import note_approval
from communes.deliberations.workflow.travelling import successors_of
from datetime import date
from plone import api
from zope.lifecycleevent import modified


class MinutesRule:
    """The rules of the minutes, for the guard of the workflow and for pages."""

    def __init__(self, minutes: IMinutes) -> None:
        self.minutes = minutes

    def obstacles(self, step: str) -> tuple:
        """Return what stands against the step."""
        return minutes_obstacles(MinutesTransition(step), facts_of(self.minutes))


class MeetingRule:
    """A meeting whose minutes were submitted is not written again."""

    def __init__(self, meeting: IMeeting) -> None:
        self.meeting = meeting

    def obstacles(self, step: str) -> tuple:
        """Return that the minutes must be a draft again first."""
        from communes.deliberations.domain.errors import because
        from communes.deliberations.storage.minutes import minutes_of

        minutes = minutes_of(self.meeting) if step.startswith("backTo") else None
        if minutes is None or state_of(minutes) is MinutesState.DRAFT:
            return ()
        return (
            because(
                "minutes_submitted",
                "Le procès-verbal de cette séance est soumis, approuvé ou signé : "
                "remettez-le d'abord en projet.",
            ),
        )


def text_of(minutes: IMinutes, *, closed: bool) -> LegalText:
    """Return the minutes as they stand, with their corrections.

    A draft is made from the meeting as it is now; from the submission on the text
    is the one that was submitted. Without ``closed``: the public part.
    """
    text = kept_text(minutes, closed=closed)
    if text is None:
        record = meeting_record(aq_parent(minutes), closed=closed)
        make = full_minutes_text if closed else public_minutes_text
        text = make(record)
    found, _revision = corrections_of(minutes)
    approved = minutes.approved_on if state_of(minutes) in ADOPTED else None
    return with_corrections(text, found, closed=closed, approved_on=approved)


def take_step(minutes: IMinutes, step: MinutesTransition) -> None:
    """Take a step of the minutes, with the right of what caused it."""
    with api.env.adopt_roles(["Manager"]):
        api.portal.get_tool("portal_workflow").doActionFor(minutes, step.value)


def on_minutes_step(minutes: IMinutes, step: MinutesTransition) -> None:
    """Do what a step of the minutes means."""
    meeting = aq_parent(minutes)
    if step is MinutesTransition.SUBMIT:
        keep_text(
            minutes,
            public_minutes_text(meeting_record(meeting, closed=False)),
            full_minutes_text(meeting_record(meeting, closed=True)),
        )
    elif step is MinutesTransition.BACK_TO_DRAFT:
        keep_text(minutes, None, None)
    elif step is MinutesTransition.APPROVE:
        _approved(minutes, meeting)
    elif step is MinutesTransition.BACK_TO_SUBMITTED:
        minutes.approved_on, minutes.approved_in = None, ""
        _told_on_meeting(meeting, None)
    _share(minutes)


def follow_decision(item: IMeetingItem, old: ItemState, new: ItemState) -> None:
    """Approve the minutes an accepted item is about; undo it with the decision."""
    minutes = minutes_by_uid(getattr(item, "approves_minutes", ""))
    if minutes is None:
        return
    meeting = meeting_of(item)
    state = state_of(minutes)
    if new in POSITIVE_STATES and state is MinutesState.SUBMITTED:
        minutes.approved_on = meeting.date.date()
        minutes.approved_in = meeting.UID()
        _note_remarks(minutes, item, new)
        take_step(minutes, MinutesTransition.APPROVE)
    elif old in POSITIVE_STATES and state is MinutesState.APPROVED:
        if new not in POSITIVE_STATES:
            take_step(minutes, MinutesTransition.BACK_TO_SUBMITTED)
    if new in DEFERRED_STATES:
        for successor in successors_of(item):
            successor.approves_minutes = minutes.UID()
            minutes.approval_item = successor.UID()


def follow_signature(minutes: IMinutes, request: SignatureRequest) -> None:
    """Enter minutes whose signatures are all there, with the file, in the register."""
    ready = request.state == "signed" and request.signed_sha256
    if not ready or state_of(minutes) is not MinutesState.APPROVED:
        return
    meeting = aq_parent(minutes)
    enter_minutes(
        meeting,
        minutes.title,
        original(minutes, request.id),
        signed_file(minutes, request.id),
        minutes.approved_on,
        minutes.approved_in,
    )
    take_step(minutes, MinutesTransition.SIGN)


def _approved(minutes: IMinutes, meeting: IMeeting) -> None:
    day = minutes.approved_on or date.today()
    minutes.approved_on = day
    _told_on_meeting(meeting, day)
    note_approval(meeting, minutes.approved_in, f"{day:%d/%m/%Y}")


def _told_on_meeting(meeting: IMeeting, day: date | None) -> None:
    meeting.approved_on = day
    modified(meeting)


def _note_remarks(minutes: IMinutes, item: IMeetingItem, new: ItemState) -> None:
    """Keep, as a correction, what the assembly remarked when it approved."""
    remark = plain_text(item.observations)
    if new is ItemState.ACCEPTED_BUT_MODIFIED and remark:
        found, _revision = corrections_of(minutes)
        noted = Correction(remark, minutes.approved_on, current_user())
        save_corrections(minutes, (*found, noted), "une remarque de l'assemblée")


def _share(minutes: IMinutes) -> None:
    """Let the members of other assemblies read adopted minutes, if the settings say."""
    readers = settings_of(assembly_of(minutes)).minutes.readers
    adopted = state_of(minutes) in ADOPTED
    wanted = {group_of(one, MEMBERS): ["AssemblyMember"] for one in readers if adopted}
    if dict(minutes.get_local_roles()) != wanted:
        minutes.__ac_local_roles__ = wanted
        forget_cached_roles(minutes)
        minutes.reindexObjectSecurity()
