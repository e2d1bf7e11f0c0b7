"""The minutes of a meeting: drawn up, corrected, submitted, approved, given out."""

from Acquisition import aq_parent
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.annexes.api import add_annex
from communes.core.errors.domain import Reason
from communes.core.hardening.giving import MadeFile
from communes.core.numbering.api import take
from communes.core.organisation.api import services
from communes.core.parts.domain.writing import long_date
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.minutes import IMinutes
from communes.deliberations.domain.document_html import paragraph
from communes.deliberations.domain.errors import TransitionRefused
from communes.deliberations.domain.minutes_correction import Correction
from communes.deliberations.domain.minutes_life import MINUTES_EXITS
from communes.deliberations.domain.minutes_life import MINUTES_TARGETS
from communes.deliberations.domain.minutes_life import MINUTES_TRANSITION_LABELS
from communes.deliberations.domain.minutes_life import MinutesState
from communes.deliberations.domain.minutes_life import MinutesTransition
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.exceptions import EmptyCorrection
from communes.deliberations.exceptions import MinutesNotSubmitted
from communes.deliberations.exceptions import NotOnThisAgenda
from communes.deliberations.exceptions import UnknownStep
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.permissions import VIEW_CLOSED_ITEMS
from communes.deliberations.storage import minutes as storage
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import PORTAL_TYPE as ITEM
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.journal import note_confidential_read
from communes.deliberations.storage.meeting import accepting_meetings
from communes.deliberations.storage.meeting import MeetingRow
from communes.deliberations.storage.record import meeting_record
from communes.deliberations.workflow.arriving import arrive_in
from communes.deliberations.workflow.minutes import text_of
from communes.deliberations.workflow.obstacle import obstacles
from communes.deliberations.workflow.register import pdf_of
from dataclasses import dataclass
from datetime import date
from plone import api
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from string import Template


@dataclass(frozen=True)
class MinutesStep:
    """A step of the minutes: what stands on its button, and what stands against it."""

    id: str
    title: str
    target: str
    reasons: tuple[Reason, ...]

    @property
    def available(self) -> bool:
        """Whether it may be taken now."""
        return not self.reasons


@dataclass(frozen=True)
class MinutesView:
    """Where the minutes of a meeting stand, as one person may see it."""

    minutes: IMinutes
    state: MinutesState
    steps: tuple[MinutesStep, ...]
    corrections: tuple[Correction, ...]
    revision: int
    approved_on: date | None
    approval_item: IMeetingItem | None
    closed: bool


def draw_up(meeting: IMeeting) -> IMinutes:
    """Return the minutes of a meeting, drawn up when there are none yet.

    :raises MayNot: the user does not keep the meetings of the assembly.
    """
    require(MANAGE_MEETING, meeting)
    return storage.ensure_minutes(meeting)


def minutes(meeting: IMeeting) -> MinutesView | None:
    """Return where the minutes of a meeting stand; None: none, or not to be seen.

    :raises MayNot: the user may not see the meeting.
    """
    require("View", meeting)
    found = storage.minutes_of(meeting)
    return None if found is None or not may("View", found) else minutes_view(found)


def minutes_view(found: IMinutes) -> MinutesView:
    """Return where minutes stand.

    :raises MayNot: the user may not see them.
    """
    require("View", found)
    state = storage.state_of(found)
    closed = may(VIEW_CLOSED_ITEMS, found)
    corrections, revision = storage.corrections_of(found)
    keeps = may(MANAGE_MEETING, found)
    item = storage.approval_item_of(found)
    return MinutesView(
        minutes=found,
        state=state,
        steps=tuple(_step(found, one) for one in MINUTES_EXITS[state]) if keeps else (),
        corrections=tuple(one for one in corrections if closed or one.public),
        revision=revision,
        approved_on=found.approved_on,
        approval_item=item if item is not None and may("View", item) else None,
        closed=closed,
    )


def take_minutes_step(found: IMinutes, id: str, comment: str = "") -> None:
    """Take one step of the minutes.

    :raises UnknownStep: minutes have no such step.
    :raises MayNot: the user does not keep the meetings of the assembly.
    :raises TransitionRefused: rules stand against it; ``error.reasons`` says which.
    """
    require(MANAGE_MEETING, found)
    if id not in set(MinutesTransition):
        expected = ", ".join(f"« {one.value} »" for one in MinutesTransition)
        raise UnknownStep(field="transition", name=id, expected=expected)
    against = obstacles(found, id)
    if against:
        raise TransitionRefused(*against, field="transition")
    tool = api.portal.get_tool("portal_workflow")
    tool.doActionFor(found, id, comment=comment)


def correct(
    found: IMinutes, text: str, item: str = "", revision: int | None = None
) -> int:
    """Note a correction beside the text, about one item or the whole.

    :param item: UID of an item of the meeting; empty for the minutes as a whole.
    :raises MayNot: the user may not correct the minutes in their state.
    :raises EmptyCorrection: nothing is said.
    :raises NotOnThisAgenda: the item is not of that meeting.
    :raises StaleRevision: somebody else noted one meanwhile.
    """
    require("Modify portal content", found)
    if not text.strip():
        raise EmptyCorrection(field="text")
    number, public = _about(aq_parent(found), item)
    corrections, _now = storage.corrections_of(found)
    noted = Correction(text.strip(), now().date(), current_user(), item, number, public)
    new = storage.save_corrections(
        found, (*corrections, noted), "une correction a été notée", revision
    )
    note_change("minutes.correct", found, item=item)
    return new


def next_meetings(found: IMinutes) -> list[MeetingRow]:
    """Return the later meetings of the assembly that may approve the minutes."""
    meeting = aq_parent(found)
    rows = accepting_meetings(assembly_of(meeting))
    return [row for row in rows if row.date > meeting.date]


def plan_approval(found: IMinutes, meeting: IMeeting | None = None) -> IMeetingItem:
    """Put the approval of the minutes on the agenda of a later meeting, in one click.

    The item has its title, its decision and the minutes as annexes; accepted, it
    approves them everywhere. Asked again, the item that is on its way is returned.

    :param meeting: by default the next one; without any the item waits, validated.
    :raises MayNot: the user does not keep the meetings of the assembly.
    :raises MinutesNotSubmitted: they are no draft any more, or adopted already.
    """
    require(MANAGE_MEETING, found)
    known = storage.approval_item_of(found)
    if known is not None:
        return known
    if storage.state_of(found) is not MinutesState.SUBMITTED:
        raise MinutesNotSubmitted()
    item = _approval_item(found)
    _annex_minutes(found, item)
    coming = next_meetings(found)
    target = meeting
    if target is None and coming:
        target = api.content.get(UID=coming[0].uid)
    if target is not None and not obstacles(item, ItemTransition.PRESENT.value):
        tool = api.portal.get_tool("portal_workflow")
        tool.doActionFor(item, ItemTransition.PRESENT.value, meeting=target)
    note_change("minutes.plan", found, item=item.UID())
    return item


def minutes_file(found: IMinutes, closed: bool = False) -> MadeFile:
    """Return the minutes as they stand, with their corrections, as PDF/A.

    :param closed: with the closed part.
    :raises MayNot: the user may not see the minutes, or their closed part.
    """
    require("View", found)
    meeting = aq_parent(found)
    if closed:
        require(VIEW_CLOSED_ITEMS, found)
        note_confidential_read("minutes", found)
    record = meeting_record(meeting, closed=False)
    data = pdf_of(text_of(found, closed=closed), record)
    part = "-huis-clos" if closed else ""
    name = f"pv{part}-{record.assembly.id}-{record.day:%Y-%m-%d}.pdf"
    return MadeFile(name, "application/pdf", data)


def _step(found: IMinutes, step: MinutesTransition) -> MinutesStep:
    return MinutesStep(
        id=step.value,
        title=MINUTES_TRANSITION_LABELS[step],
        target=MINUTES_TARGETS[step].value,
        reasons=obstacles(found, step.value),
    )


def _about(meeting: IMeeting, item: str) -> tuple[str, bool]:
    """Return the number of an item of the meeting, and whether it is public."""
    if not item:
        return "", True
    for row in agenda_of(meeting).rows:
        if row.uid == item:
            return row.number_shown, row.brain.deliberations_privacy != "closed"
    raise NotOnThisAgenda(field="item")


def _approval_item(found: IMinutes) -> IMeetingItem:
    meeting = aq_parent(found)
    assembly = assembly_of(meeting)
    settings = settings_of(assembly)
    day = {"day": long_date(meeting.date.date())}
    rules = settings.minutes
    decision = paragraph(Template(rules.approval_decision).safe_substitute(day))
    kinds = (one for one in settings.list_types if not one.late)
    # An assembly with categories presents no item without one.
    known = (one.id for one in settings.categories)
    item = createContent(
        ITEM,
        title=Template(rules.approval_title).safe_substitute(day),
        decision=RichTextValue(decision, "text/html", "text/x-html-safe"),
        proposing_service=rules.approval_service or _first_service(settings.services),
        category=rules.approval_category or next(known, None),
        privacy=settings.privacy_levels[0],
        list_type=next(one.id for one in kinds if not one.needs_urgency),
    )
    item.id = f"point-{take(assembly, 'item')}"
    item.approves_minutes = found.UID()
    added = addContentToContainer(assembly, item, checkConstraints=False)
    found.approval_item = added.UID()
    arrive_in(added, ItemState.VALIDATED, "Procès-verbal soumis à approbation")
    return added


def _first_service(heard: tuple[str, ...]) -> str:
    known = [one.id for one in services(api.portal.get())]
    return next(iter(heard or known), "")


def _annex_minutes(found: IMinutes, item: IMeetingItem) -> None:
    """Join the public part, and in confidence the whole where there is a closed one."""
    meeting = aq_parent(found)
    record = meeting_record(meeting, closed=False)
    if record.public_items:
        _join(found, item, record, closed=False)
    if record.closed_items:
        _join(found, item, record, closed=True)


def _join(found: IMinutes, item: IMeetingItem, record: object, *, closed: bool) -> None:
    data = pdf_of(text_of(found, closed=closed), record)
    name = "proces-verbal-complet.pdf" if closed else "proces-verbal.pdf"
    title = "Procès-verbal complet" if closed else "Procès-verbal"
    with api.env.adopt_roles(["Manager"]):
        add_annex(
            item,
            {
                "title": f"{title} du {record.day:%d/%m/%Y}",
                "file": NamedBlobFile(data, "application/pdf", name),
                "annex_type": "annexe",
                "confidential": closed,
            },
        )
