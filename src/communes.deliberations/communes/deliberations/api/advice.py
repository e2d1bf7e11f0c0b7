"""The advices of an item as the person may read them, and what they may do."""

from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.deadlines.api import working_calendar
from communes.core.errors.domain import Reason
from communes.deliberations.content.advice import IAdvice
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.advices.acts import act_obstacles
from communes.deliberations.domain.advices.acts import acts
from communes.deliberations.domain.advices.acts import AdviceAct
from communes.deliberations.domain.advices.acts import AdviceFacts
from communes.deliberations.domain.advices.acts import Asker
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.course import standing
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.domain.advices.rules import days_left
from communes.deliberations.domain.advices.rules import deadline_of
from communes.deliberations.domain.advices.rules import delay_of
from communes.deliberations.domain.advices.rules import variants
from communes.deliberations.domain.advices.settings import AdviserRule
from communes.deliberations.domain.states import ItemState
from communes.deliberations.permissions import ADD_ADVICE
from communes.deliberations.permissions import GIVE_ADVICE
from communes.deliberations.permissions import PRESENT_ITEM
from communes.deliberations.storage.advice import advice_settings
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.advice import item_of
from communes.deliberations.storage.advice import rule_of
from communes.deliberations.storage.advice import service_title
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import html_of
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.journal import note_confidential_read
from communes.deliberations.workflow.advices.following import ASKING_STATES
from communes.deliberations.workflow.advices.rights import CONFIDENTS
from communes.deliberations.workflow.advices.rights import hides
from communes.deliberations.workflow.advices.rights import OWN
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from plone import api


@dataclass(frozen=True)
class PossibleAct:
    """Something the person may do with the advice, now or once unblocked."""

    id: AdviceAct
    reasons: tuple[Reason, ...] = ()

    @property
    def available(self) -> bool:
        """Whether nothing stands against it."""
        return not self.reasons


@dataclass(frozen=True)
class AdviceView:
    """An advice as this person may read it.

    ``readable`` is False while it is hidden from them: then nothing is here but who
    was asked and until when. ``days_left`` counts as the delay does, below zero when
    it is over; ``pressing`` that an alert is due; ``explanation`` redoes the last day
    line by line. Texts are cleaned HTML. What went on before (history, versions) is
    for whoever works on the item or the advice, not for the members who read it.
    """

    uid: str
    id: str
    title: str
    service: str
    adviser: str
    standing: Standing
    mandatory: bool
    course: Course
    rule: AdviserRule | None = None
    readable: bool = False
    confidential: bool = False
    hidden_while_written: bool = False
    kind: str = ""
    motivation: str = ""
    observations: str = ""
    reference: str = ""
    commitment_number: str = ""
    days_left: int | None = None
    pressing: bool = False
    explanation: tuple[str, ...] = ()
    acts: tuple[PossibleAct, ...] = ()
    may_write: bool = False
    revision: int = 0


def advices(item: IMeetingItem) -> list[AdviceView]:
    """Return the advices of an item, of which the person may know.

    A confidential one is not there for whoever may not read it; a hidden one says
    only that it is being written.

    :raises MayNot: the user may not see the item.
    """
    require("View", item)
    return [_view(one) for one in advices_of(item) if _may_know(one)]


def advice(obj: IAdvice) -> AdviceView:
    """Return one advice; reading a confidential one is written in the journal.

    :raises MayNot: the user may not see it.
    """
    require("View", obj)
    if obj.confidential:
        note_confidential_read("advice", obj)
    return _view(obj)


def may_have_advices(context: object) -> bool:
    """Return whether the assembly around an item or a meeting asks advices at all."""
    settings = advice_settings(context)
    return bool(settings.rules or settings.advisers)


def may_ask(item: IMeetingItem) -> bool:
    """Return whether the person asks advices on the item as it stands."""
    state = state_of(item)
    if state not in ASKING_STATES or not may(ADD_ADVICE, item):
        return False
    return state is ItemState.WAITING_ADVICES or may("Modify portal content", item)


def askable(item: IMeetingItem) -> list[tuple[str, str]]:
    """Return (id, title) of what may still be asked: rows by hand, then services."""
    settings = advice_settings(item)
    held = [course_of(one)[0] for one in advices_of(item)]
    rows = {course.rule for course in held}
    asked = {course.service for course in held if not course.rule}
    found = [
        (rule.id, rule.title)
        for rule in settings.rules
        if not rule.chained_to and rule.id not in rows
    ]
    found += [
        (service, service_title(service))
        for service in settings.advisers
        if service not in asked
    ]
    return found


def row_choices(obj: IAdvice) -> list[tuple[str, str]]:
    """Return (id, title) of the delays the advice may be switched to."""
    settings, rule = advice_settings(obj), rule_of(obj)
    rows = () if rule is None else variants(settings, rule)
    return [(one.id, one.title) for one in rows if one != rule]


def facts_of(obj: IAdvice, course: Course) -> AdviceFacts:
    """Return the advice as the rules of the acts see it now."""
    settings = advice_settings(obj)
    return AdviceFacts(
        course=course,
        settings=settings,
        today=now().date(),
        item_open=state_of(item_of(obj)) in settings.give_states,
        has_kind=bool(obj.kind),
    )


def asker_of(obj: IAdvice) -> Asker:
    """Return what the current user may be to the advice."""
    item = item_of(obj)
    return Asker(
        answers=may(GIVE_ADVICE, obj),
        asks=may_ask(item),
        manages=may(PRESENT_ITEM, item),
    )


def _may_know(obj: IAdvice) -> bool:
    if may("View", obj):
        return True
    course, _revision = course_of(obj)
    return hides(obj, course) and (not obj.confidential or _works_on_it(obj))


def _works_on_it(obj: IAdvice) -> bool:
    """Return whether the person prepares, manages or advises, and not only reads."""
    return bool((CONFIDENTS | set(OWN)) & set(api.user.get_roles(obj=obj)))


def _view(obj: IAdvice) -> AdviceView:
    course, revision = course_of(obj)
    rule = rule_of(obj)
    today = now().date()
    known = {
        "uid": obj.UID(),
        "id": obj.getId(),
        "title": obj.title,
        "service": course.service,
        "adviser": service_title(course.service),
        "standing": standing(course, today, hidden=hides(obj, course)),
        "mandatory": rule is not None and rule.mandatory,
        "rule": rule,
        **_delay(course, rule, today),
    }
    if not may("View", obj):
        seen = Course(
            service=course.service,
            started_on=course.started_on,
            deadline=course.deadline,
        )
        return AdviceView(course=seen, **known)
    facts, who = facts_of(obj, course), asker_of(obj)
    if not _works_on_it(obj):
        course = replace(course, happenings=(), versions=())
    writing = who.answers and not act_obstacles(AdviceAct.FORWARD, facts)
    return AdviceView(
        course=course,
        readable=True,
        confidential=bool(obj.confidential),
        hidden_while_written=bool(obj.hidden_while_written),
        kind=course.kind or obj.kind or "",
        motivation=html_of(obj.motivation),
        observations=html_of(obj.observations),
        reference=obj.reference or "",
        commitment_number=obj.commitment_number or "",
        acts=tuple(
            PossibleAct(one, act_obstacles(one, facts)) for one in acts(facts, who)
        ),
        may_write=writing,
        revision=revision,
        **known,
    )


def _delay(course: Course, rule: AdviserRule | None, today: date) -> dict[str, object]:
    """Return how much of the delay is left, and why its last day is that one."""
    if course.deadline is None or course.started_on is None or course.given:
        return {}
    delay = None if rule is None else delay_of(rule, course.started_on)
    if rule is None or delay is None:
        return {}
    calendar = working_calendar()
    left = days_left(course.deadline, today, delay.unit, calendar)
    found = deadline_of(delay, course.started_on, calendar)
    return {
        "days_left": left,
        "pressing": left <= rule.alert_days,
        "explanation": (delay.source, *found.steps),
    }
