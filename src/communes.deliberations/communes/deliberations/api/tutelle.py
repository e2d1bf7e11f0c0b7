"""The supervision of an act: noted by who keeps the meetings, seen by who sees it."""

from communes.core.access.catalog import visible
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.deadlines.api import working_calendar
from communes.core.deadlines.domain.deadline import Deadline
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.follow_up.task import NotDecided
from communes.deliberations.domain.register.entry import NoteKind
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.tutelle import follow as rules
from communes.deliberations.domain.tutelle.act import act_on
from communes.deliberations.domain.tutelle.act import SupervisedAct
from communes.deliberations.domain.tutelle.follow import TutelleFile
from communes.deliberations.domain.tutelle.follow import TutelleOutcome
from communes.deliberations.domain.tutelle.follow import TutelleStanding
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import PORTAL_TYPE
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.tutelle import save_tutelle
from communes.deliberations.storage.tutelle import tutelle_of
from communes.deliberations.workflow.register import note_beside
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class TutelleView:
    """The supervision of an act as it stands today.

    ``standing`` is None and ``act`` empty when the act is not supervised; ``marked``
    says that its service asked that it be sent.
    """

    file: TutelleFile
    act: SupervisedAct | None
    standing: TutelleStanding | None
    deadline: Deadline | None
    effect: str
    marked: bool
    revision: int


@dataclass(frozen=True)
class TutelleRow:
    """An act the supervision has not answered yet, read without waking it."""

    title: str
    path: str
    assembly: str
    deadline: date | None


def tutelle(item: IMeetingItem) -> TutelleView:
    """Return the supervision of the act of an item.

    :raises MayNot: the user may not see the item.
    """
    require("View", item)
    file, revision = tutelle_of(item)
    calendar, today = working_calendar(), now().date()
    return TutelleView(
        file=file,
        act=act_on(file.act, file.sent_on or today) if file.act else None,
        standing=rules.standing(file, calendar, today),
        deadline=rules.deadline(file, calendar),
        effect=rules.effect(file, calendar, today),
        marked=bool(getattr(item, "tutelle", False)),
        revision=revision,
    )


def note_tutelle(
    item: IMeetingItem, file: TutelleFile, revision: int | None = None
) -> int:
    """Note the supervision of a decided item and return the new revision.

    :raises MayNot: the user does not keep the meetings of the assembly.
    :raises NotDecided: the item is not decided yet.
    :raises UnknownAct, UnknownOutcome, WrongOrder, OutcomeNeedsDay: as named.
    :raises StaleRevision: somebody else noted something meanwhile.
    """
    assembly = assembly_of(item)
    require(MANAGE_MEETING, assembly)
    if state_of(item) not in DECIDED_STATES:
        raise NotDecided(item=item.title)
    rules.check(file, now().date())
    before, _now = tutelle_of(item)
    new = save_tutelle(item, file, revision)
    if file.outcome and file.outcome != before.outcome:
        said = rules.OUTCOME_LABELS[TutelleOutcome(file.outcome)]
        text = f"Tutelle : {said} le {file.outcome_on:%d/%m/%Y}"
        note_beside(item, assembly, NoteKind.TUTELLE, text)
    note_change("tutelle", item, act=file.act, outcome=file.outcome)
    return new


def may_note_tutelle(item: IMeetingItem) -> bool:
    """Return whether the person notes the supervision: who keeps the meetings."""
    return may(MANAGE_MEETING, assembly_of(item))


def awaited_from_tutelle() -> list[TutelleRow]:
    """Return the acts the supervision has not answered, the soonest deadline first.

    Read from the catalogue in one question; those still to be sent come first.
    """
    found = visible(portal_type=PORTAL_TYPE, deliberations_tutelle="open")
    rows = [_row(brain) for brain in found]
    return sorted(rows, key=lambda one: one.deadline or date.min)


def _row(brain: object) -> TutelleRow:
    last = brain.deliberations_tutelle_deadline
    return TutelleRow(
        title=brain.Title,
        path=brain.getPath(),
        assembly=brain.deliberations_assembly,
        deadline=date.fromisoformat(last) if last else None,
    )
