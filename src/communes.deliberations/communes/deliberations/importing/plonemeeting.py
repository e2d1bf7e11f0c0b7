"""Write what a PloneMeeting told: one object at a time, each known by its UID."""

from collections.abc import Callable
from collections.abc import Sequence
from communes.core.annexes.api import add_annex
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.course import Deed
from communes.deliberations.domain.agenda import AgendaEntry
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.plonemeeting.source import OldAdvice
from communes.deliberations.domain.plonemeeting.source import OldAnnex
from communes.deliberations.domain.plonemeeting.source import OldItem
from communes.deliberations.domain.plonemeeting.source import OldMeeting
from communes.deliberations.domain.plonemeeting.source import OldVote
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.votes import Ballot
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.domain.votes import SecretVote
from communes.deliberations.storage.advice import add_advice
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.advice import said_by
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.agenda import write_agenda
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.attendance import save_roll
from communes.deliberations.storage.item import item_by_uid
from communes.deliberations.storage.vote import ItemVotes
from communes.deliberations.storage.vote import save_votes
from communes.deliberations.workflow.arriving import arrive_in
from communes.deliberations.workflow.vote_text import write_vote_text
from DateTime import DateTime
from plone import api
from plone.app.textfield import RichTextValue
from plone.namedfile.file import NamedBlobFile
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


COMMENT = "Repris de PloneMeeting"
ANNEX_TYPE = "annexe"


def write_meeting(
    assembly: IAssembly, old: OldMeeting, create: Callable[..., IMeeting]
) -> IMeeting:
    """Write a meeting with who was there, in preparation until its items are there."""
    values = {
        "date": old.date,
        "place": old.place,
        "external_id": old.uid,
        "started_at": old.started_at,
        "ended_at": old.ended_at,
    }
    if old.number is not None:
        values["meeting_number"] = old.number
    meeting = create(assembly, values)
    if old.seats:
        save_roll(meeting, RollCall(old.seats, dict(old.presences)), COMMENT)
    return meeting


def write_item(
    assembly: IAssembly,
    old: OldItem,
    meeting: IMeeting | None,
    create: Callable[..., IMeetingItem],
    file_of: Callable[[OldAnnex], bytes],
) -> IMeetingItem:
    """Write an item in the state it had, on the agenda it was on, with its files."""
    item = create(assembly, _values(old, settings_of(assembly)))
    if meeting is not None:
        item.meeting_uid = meeting.UID()
        entries = agenda_of(meeting).entries
        entry = AgendaEntry(item.UID(), number=old.number)
        placed = sorted((*entries, entry), key=lambda one: one.number)
        write_agenda(meeting, placed, COMMENT)
    for annex in old.annexes:
        _write_annex(item, annex, file_of(annex))
    arrive_in(item, old.state, COMMENT)
    item.reindexObject()
    return item


def write_votes(meeting: IMeeting, item: IMeetingItem, old: OldMeeting) -> None:
    """Write the votes of an item as they were, by name or as counts."""
    held = dict(old.votes).get(item.external_id, ())
    votes = tuple(_vote(one, old) for one in held)
    if votes:
        save_votes(meeting, item.UID(), ItemVotes(votes), COMMENT, None)
        write_vote_text(item, votes)


def write_advice(item: IMeetingItem, old: OldAdvice) -> bool:
    """Write an advice as it was given; False when the item has it already."""
    known = {course_of(one)[0].inherited_from for one in advices_of(item)}
    if old.uid in known:
        return False
    course = Course(
        service=old.service,
        kind=old.kind,
        given_on=old.given_on,
        given_by=old.given_by,
        seen=said_by(item),
        inherited_from=old.uid,
    )
    add_advice(
        item,
        course,
        Deed.INHERITED,
        COMMENT,
        kind=old.kind,
        motivation=_rich(old.motivation),
        observations=_rich(old.observations),
    )
    return True


def link(item: IMeetingItem, before: str) -> None:
    """Note both ways that an item continues another."""
    known = item_by_uid(before)
    if known is None or item.predecessor_uid == before:
        return
    item.predecessor_uid = before
    if item.UID() not in known.successor_uids:
        known.successor_uids = (*known.successor_uids, item.UID())
    notify(ObjectModifiedEvent(item))


def settle(meeting: IMeeting, state: MeetingState) -> None:
    """Give a meeting the state it had, once its items are there; no step is taken."""
    if api.content.get_state(meeting) == state.value:
        return
    tool = api.portal.get_tool("portal_workflow")
    (workflow,) = tool.getWorkflowsFor(meeting)
    status = {
        "action": None,
        "actor": api.user.get_current().getId(),
        "comments": COMMENT,
        "review_state": state.value,
        "time": DateTime(),
    }
    tool.setStatusOf(workflow.getId(), meeting, status)
    workflow.updateRoleMappingsFor(meeting)
    meeting.reindexObject()
    meeting.reindexObjectSecurity()


def _values(old: OldItem, settings: AssemblySettings) -> dict[str, object]:
    privacy = "closed" if old.closed else "public"
    if privacy not in settings.privacy_levels:
        privacy = settings.privacy_levels[0]
    kinds = [one for one in settings.list_types if not one.needs_urgency]
    kind = next((one.id for one in kinds if one.late == old.late), kinds[0].id)
    names = {one.title.casefold(): one.id for one in settings.categories}
    values: dict[str, object] = {
        "title": old.title,
        "proposing_service": old.service,
        "privacy": privacy,
        "treatment": old.treatment
        if old.treatment in settings.treatments
        else settings.treatments[0],
        "list_type": kind,
        "summary": old.summary,
        "motivation": old.motivation,
        "decision": old.decision,
        "external_id": old.uid,
    }
    if old.category.casefold() in names:
        values["category"] = names[old.category.casefold()]
    return values


def _vote(old: OldVote, meeting: OldMeeting) -> PublicVote | SecretVote:
    if old.names:
        given = dict(old.names)
        seats: Sequence = [one for one in meeting.seats if one.id in given]
        return PublicVote(tuple((one, given[one.id]) for one in seats), label=old.label)
    tally = Tally(**{value.value: count for value, count in old.counts})
    return SecretVote(tally.voters, (Ballot(old.label, tally),))


def _write_annex(item: IMeetingItem, old: OldAnnex, data: bytes) -> None:
    add_annex(
        item,
        {
            "title": old.title,
            "file": NamedBlobFile(data, old.media_type, old.filename),
            "annex_type": ANNEX_TYPE,
            "confidential": old.confidential,
        },
    )


def _rich(html: str) -> RichTextValue | None:
    return RichTextValue(html, "text/html", "text/x-html-safe") if html else None
