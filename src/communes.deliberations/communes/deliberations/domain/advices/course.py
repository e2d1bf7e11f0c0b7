"""The course of one advice: asked, started, given, reopened; a value, never changed."""

from collections.abc import Mapping
from communes.core.deadlines.domain.working_calendar import WorkingCalendar
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.domain.advices.kinds import UNANSWERED
from communes.deliberations.domain.advices.rules import deadline_of
from communes.deliberations.domain.advices.rules import delay_of
from communes.deliberations.domain.advices.settings import AdviserRule
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType


class Deed(StrEnum):
    """What a line of the history of an advice tells."""

    ASKED = "asked"
    ASKED_BY_RULE = "asked_by_rule"
    ASKED_AGAIN = "asked_again"
    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    FORWARD = "forward"
    BACK = "back"
    SIGNING = "signing"
    SIGNED = "signed"
    UNSIGNED = "unsigned"
    GIVEN = "given"
    TAKEN_BACK = "taken_back"
    REOPENED = "reopened"
    SWITCHED = "switched"
    INHERITED = "inherited"


DEED_LABELS: Mapping[Deed, str] = MappingProxyType(
    {
        Deed.ASKED: "Avis demandé",
        Deed.ASKED_BY_RULE: "Avis demandé d'office",
        Deed.ASKED_AGAIN: "Avis redemandé",
        Deed.COMPLETE: "Dossier déclaré complet",
        Deed.INCOMPLETE: "Dossier déclaré incomplet",
        Deed.FORWARD: "Transmis à l'étape suivante",
        Deed.BACK: "Renvoyé à l'étape précédente",
        Deed.SIGNING: "Signature demandée",
        Deed.SIGNED: "Avis signé",
        Deed.UNSIGNED: "Signature non apposée",
        Deed.GIVEN: "Avis rendu",
        Deed.TAKEN_BACK: "Avis repris par son auteur",
        Deed.REOPENED: "Avis rouvert : le point a changé",
        Deed.SWITCHED: "Délai changé",
        Deed.INHERITED: "Avis repris d'une autre assemblée",
    }
)


@dataclass(frozen=True)
class Happening:
    """One thing that was done with the advice: which, by whom, why."""

    at: datetime
    what: str
    by: str
    comment: str = ""


@dataclass(frozen=True)
class Version:
    """An answer that was given and is no longer the last word."""

    kind: str
    motivation: str
    given_on: date
    given_by: str
    replaced_on: date
    reason: str


@dataclass(frozen=True)
class Course:
    """Where an advice stands.

    ``rule`` is the row of the settings it follows, empty when a person asked it;
    ``deadline`` is None without a delay or before it starts; ``seen`` tells what the
    item said when the answer was given, ``changed`` that it says something else now;
    ``inherited_from`` is the advice of the other assembly it was taken from.
    """

    service: str
    rule: str = ""
    asked_on: date | None = None
    asked_by: str = ""
    started_on: date | None = None
    deadline: date | None = None
    step: str = ""
    writing: bool = False
    kind: str = ""
    given_on: date | None = None
    given_by: str = ""
    asked_again: bool = False
    seen: str = ""
    changed: bool = False
    signed_on: date | None = None
    signed_by: str = ""
    signature: str = ""
    inherited_from: str = ""
    versions: tuple[Version, ...] = ()
    happenings: tuple[Happening, ...] = ()

    @property
    def given(self) -> bool:
        """Whether there is an answer."""
        return self.given_on is not None

    @property
    def signing(self) -> bool:
        """Whether a signature was asked for and is not there yet."""
        return bool(self.signature) and self.signed_on is None


def standing(course: Course, today: date, *, hidden: bool = False) -> Standing:
    """Return where the advice stands on that day; computed, never kept.

    :param hidden: the advice hides while it is written.
    """
    if course.given:
        return Standing.GIVEN
    if timed_out(course, today):
        return Standing.TIMED_OUT
    if course.asked_again and not course.writing:
        return Standing.ASKED_AGAIN
    if course.writing and hidden:
        return Standing.HIDDEN
    return Standing.NOT_STARTED if course.started_on is None else Standing.TO_GIVE


def timed_out(course: Course, today: date) -> bool:
    """Return whether the last day to answer is over without an answer."""
    return not course.given and course.deadline is not None and course.deadline < today


def settled(course: Course, today: date) -> bool:
    """Return whether the item may go on: answered, or the delay ran out."""
    if course.given:
        return course.kind not in UNANSWERED
    return timed_out(course, today)


def started(
    course: Course, rule: AdviserRule | None, today: date, calendar: WorkingCalendar
) -> Course:
    """Return the course with its delay running from ``today``; once started, as is."""
    if course.started_on is not None or course.given:
        return course
    return _due(replace(course, started_on=today), rule, calendar)


def paused(course: Course) -> Course:
    """Return the course of an item its service took back: the delay begins anew.

    An answer already given stays: it is reopened when the item has changed.
    """
    if course.given:
        return course
    return replace(course, started_on=None, deadline=None)


def switched(course: Course, rule: AdviserRule, calendar: WorkingCalendar) -> Course:
    """Return the course under another row: the delay counts from the same day."""
    return _due(replace(course, rule=rule.id), rule, calendar)


def given(course: Course, kind: str, today: date, by: str, seen: str) -> Course:
    """Return the course with its answer."""
    return replace(
        course,
        kind=kind,
        given_on=today,
        given_by=by,
        seen=seen,
        asked_again=False,
        changed=False,
        writing=False,
    )


def reopened(course: Course, today: date, motivation: str, reason: str) -> Course:
    """Return the course asked again; the answer it had is kept as a version.

    The delay starts anew when the item is again where advices are given.
    """
    if course.given_on is None:
        return course
    old = Version(
        kind=course.kind,
        motivation=motivation,
        given_on=course.given_on,
        given_by=course.given_by,
        replaced_on=today,
        reason=reason,
    )
    return replace(
        course,
        kind="",
        given_on=None,
        given_by="",
        seen="",
        step="",
        asked_again=True,
        changed=False,
        writing=False,
        started_on=None,
        deadline=None,
        signed_on=None,
        signed_by="",
        signature="",
        inherited_from="",
        versions=(*course.versions, old),
    )


def noted(
    course: Course, at: datetime, what: str, by: str, comment: str = ""
) -> Course:
    """Return the course with one more line in its history."""
    line = Happening(at, what, by, comment)
    return replace(course, happenings=(*course.happenings, line))


def _due(course: Course, rule: AdviserRule | None, calendar: WorkingCalendar) -> Course:
    if rule is None or course.started_on is None:
        return replace(course, deadline=None)
    delay = delay_of(rule, course.started_on)
    if delay is None:
        return replace(course, deadline=None)
    last = deadline_of(delay, course.started_on, calendar)
    return replace(course, deadline=last.date)
