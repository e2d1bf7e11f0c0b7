"""The legal clock of one meeting: each term, what it rests on, how it was counted."""

from collections.abc import Iterator
from communes.core.deadlines.domain.deadline import Deadline
from communes.core.deadlines.domain.deadline import latest_clear_days_before
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.law import LegalRule
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from enum import StrEnum


ONE_DAY = timedelta(days=1)


class Term(StrEnum):
    """What must happen at the latest on a day."""

    CONVOCATION = "convocation"
    EXTRA_CONVOCATION = "extra_convocation"
    ADDITIONS = "additions"
    DRAFTS = "drafts"
    APPROVAL = "approval"


class TermStanding(StrEnum):
    """How a term stands today."""

    DONE = "done"
    DONE_LATE = "done_late"
    EXEMPT = "exempt"
    COMING = "coming"
    PRESSING = "pressing"
    LATE = "late"
    PASSED = "passed"
    NOT_NOTED = "not_noted"


TERM_LABELS = {
    Term.CONVOCATION: "Convocation",
    Term.EXTRA_CONVOCATION: "Convocation d'une réunion supplémentaire",
    Term.ADDITIONS: "Points ajoutés par des conseillers",
    Term.DRAFTS: "Publication des projets de délibération",
    Term.APPROVAL: "Approbation du procès-verbal",
}

#: The standings that call for an act today.
ALARMS = (TermStanding.LATE, TermStanding.PRESSING)
#: Nobody notes an act for it: the day passes, and that is all.
_WITHOUT_ACT = (Term.ADDITIONS,)


@dataclass(frozen=True)
class ClockFacts:
    """A meeting as its terms see it.

    ``call`` counts the convocations for the same agenda; ``urgent`` says that the
    meeting was convened in reasoned urgency; ``extraordinary`` that it is held beside
    the usual day; the three days are what was noted as done; ``next_meeting`` is the
    day of the assembly's next one, None while it is not planned; ``closed`` says that
    its minutes are written.
    """

    organ: str
    day: date
    today: date
    inhabitants: int = 0
    call: int = 1
    urgent: bool = False
    extraordinary: bool = False
    closed: bool = False
    convoked_on: date | None = None
    drafts_published_on: date | None = None
    approved_on: date | None = None
    next_meeting: date | None = None


@dataclass(frozen=True)
class ClockLine:
    """One term of a meeting and where it stands.

    ``deadline`` tells the last day and redoes the calculation; ``days`` are the clear
    days the rule asks; ``counted`` the first and the last of them, ``excluded`` the
    days beside them that do not count; ``days_left`` is negative once it is over.
    """

    term: Term
    rule: LegalRule
    deadline: Deadline
    days: int
    counted: tuple[date, date] | None
    excluded: tuple[date, ...]
    done_on: date | None
    days_left: int
    standing: TermStanding

    @property
    def alarms(self) -> bool:
        """Whether somebody must act now."""
        return self.standing in ALARMS


def legal_clock(facts: ClockFacts, alarm_days: int = 3) -> tuple[ClockLine, ...]:
    """Return the terms that bind the meeting, the first one first.

    A term whose rule is not in force for that organ on the day of the meeting is not
    there. ``alarm_days``: how long before its last day a term begins to press.
    """
    found = [*_before(facts, alarm_days), *_after(facts, alarm_days)]
    return tuple(sorted(found, key=lambda line: line.deadline.date))


def _before(facts: ClockFacts, alarm_days: int) -> Iterator[ClockLine]:
    done = {
        Term.CONVOCATION: facts.convoked_on,
        Term.EXTRA_CONVOCATION: facts.convoked_on,
        Term.DRAFTS: facts.drafts_published_on,
    }
    for term in (
        Term.CONVOCATION,
        Term.EXTRA_CONVOCATION,
        Term.ADDITIONS,
        Term.DRAFTS,
    ):
        rule = in_force(term, facts.organ, facts.day, facts.inhabitants)
        if rule is None or (term is Term.EXTRA_CONVOCATION and not facts.extraordinary):
            continue
        yield _line(term, rule, facts, done.get(term), alarm_days)


def _line(
    term: Term, rule: LegalRule, facts: ClockFacts, done: date | None, alarm_days: int
) -> ClockLine:
    repeated = facts.call > 1 and rule.again
    days = rule.again if repeated else rule.number
    deadline = latest_clear_days_before(facts.day, days, rule.article)
    last = deadline.date
    spared = facts.urgent and rule.urgency_spares
    return ClockLine(
        term=term,
        rule=rule,
        deadline=deadline,
        days=days,
        counted=(last + ONE_DAY, facts.day - ONE_DAY) if days else None,
        excluded=(last, facts.day),
        done_on=done,
        days_left=(last - facts.today).days,
        standing=TermStanding.EXEMPT
        if spared
        else _standing(term, facts, last, done, facts.day, alarm_days),
    )


def _after(facts: ClockFacts, alarm_days: int) -> Iterator[ClockLine]:
    """The minutes are approved at the next meeting, once this one was held."""
    rule = in_force(Term.APPROVAL, facts.organ, facts.day)
    if rule is None or facts.next_meeting is None or facts.next_meeting <= facts.day:
        return
    last = facts.next_meeting
    yield ClockLine(
        term=Term.APPROVAL,
        rule=rule,
        deadline=Deadline(last, rule.article, ()),
        days=0,
        counted=None,
        excluded=(),
        done_on=facts.approved_on,
        days_left=(last - facts.today).days,
        standing=_standing(
            Term.APPROVAL, facts, last, facts.approved_on, None, alarm_days
        ),
    )


def _standing(
    term: Term,
    facts: ClockFacts,
    last: date,
    done: date | None,
    until: date | None,
    alarm_days: int,
) -> TermStanding:
    """Return how a term stands; after ``until`` nothing can be mended any more."""
    if done is not None:
        return TermStanding.DONE if done <= last else TermStanding.DONE_LATE
    if facts.today > last and term in _WITHOUT_ACT:
        return TermStanding.PASSED
    if until is not None and facts.today > until:
        return TermStanding.NOT_NOTED
    if facts.today > last:
        return TermStanding.LATE
    near = (last - facts.today).days <= alarm_days
    pressing = near and term not in _WITHOUT_ACT and facts.today >= _begins(term, facts)
    return TermStanding.PRESSING if pressing else TermStanding.COMING


def _begins(term: Term, facts: ClockFacts) -> date:
    """Return from which day the act is possible: no minutes before the meeting."""
    return facts.day if term is Term.APPROVAL else date.min
