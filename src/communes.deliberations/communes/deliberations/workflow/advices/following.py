"""The advices follow their item: asked by rule, started, paused, reopened."""

from communes.core.access.catalog import unrestricted
from communes.core.deadlines.api import working_calendar
from communes.deliberations.content.advice import IAdvice
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.advices import course as courses
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.domain.advices.rules import automatic_rules
from communes.deliberations.domain.advices.rules import variants
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.advices.steps import path_of
from communes.deliberations.domain.advices.steps import waits_for_completeness
from communes.deliberations.domain.states import EDITABLE_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.storage.advice import add_advice
from communes.deliberations.storage.advice import advice_settings
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.storage.advice import advised_item
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.advice import item_of
from communes.deliberations.storage.advice import journal
from communes.deliberations.storage.advice import line
from communes.deliberations.storage.advice import PORTAL_TYPE
from communes.deliberations.storage.advice import said_by
from communes.deliberations.storage.advice import write_course
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import html_of
from communes.deliberations.storage.item import state_of
from communes.deliberations.workflow.advices.rights import settle_advice
from communes.deliberations.workflow.rights import refresh_local_roles
from dataclasses import replace


#: Where an advice may be asked; on a fixed agenda it comes too late.
ASKING_STATES = EDITABLE_STATES | {
    ItemState.WAITING_ADVICES,
    ItemState.VALIDATED,
    ItemState.PRESENTED,
}
#: Standings without an answer, as they are indexed.
OPEN = [
    one.value for one in Standing if one not in (Standing.GIVEN, Standing.TIMED_OUT)
]
#: Nobody asked it: a rule did.
BY_RULE = ""


def follow(item: IMeetingItem) -> None:
    """Bring the advices of an item to what its state and its content ask.

    Idempotent. An item without advices, in an assembly without rules, costs nothing.
    """
    settings = advice_settings(item)
    if not settings.rules and not advices_of(item):
        return
    if state_of(item) in ASKING_STATES:
        _ask_by_rule(item, settings)
    for advice in advices_of(item):
        follow_advice(advice)
    settle_item(item)


def settle_item(item: IMeetingItem) -> None:
    """Give readers and writers of the item and of its advices their rights anew."""
    if refresh_local_roles(item):
        item.reindexObjectSecurity()
    for advice in advices_of(item):
        settle_advice(advice)


def follow_advice(advice: IAdvice) -> None:
    """Start, pause, mark or reopen one advice as its item now asks."""
    course, _revision = course_of(advice)
    after = _moved(advice, _against_changes(advice, course))
    if after != course:
        write_course(advice, after, "le point a avancé ou changé")


def count_again() -> int:
    """Count the delays that run anew, after the closing days of the commune changed.

    :return: how many last days moved.
    """
    moved = 0
    brains = unrestricted(portal_type=PORTAL_TYPE, deliberations_advice_standing=OPEN)
    for brain in brains:
        advice = brain._unrestrictedGetObject()
        course, _revision = course_of(advice)
        rule = advice_settings(advice).rule(course.rule)
        if rule is None or course.started_on is None:
            continue
        after = courses.switched(course, rule, working_calendar())
        if after != course:
            write_course(advice, after, "les jours de fermeture ont changé")
            advice.reindexObject(idxs=["deliberations_advice_deadline"])
            moved += 1
    return moved


def reopen(advice: IAdvice, course: Course, what: str, reason: str) -> Course:
    """Return the course without its answer, which is kept; empty the advice for it."""
    today = now().date()
    after = courses.reopened(course, today, html_of(advice.motivation), reason)
    advice.kind = None
    journal(advice, what)
    return line(after, what, reason)


def _moved(advice: IAdvice, course: Course) -> Course:
    item = item_of(advice)
    settings = advice_settings(item)
    state, rule = state_of(item), settings.rule(course.rule)
    if state is ItemState.ITEMCREATED and state not in settings.give_states:
        return courses.paused(course)
    if state not in settings.give_states or course.given:
        return course
    path = path_of(rule)
    if path and course.step not in path:
        course = replace(course, step=path[0].value)
    if waits_for_completeness(rule, course.step):
        return course
    return courses.started(course, rule, now().date(), working_calendar())


def _against_changes(advice: IAdvice, course: Course) -> Course:
    """Return the course once the item was compared with what the answer was about."""
    item = item_of(advice)
    policy = advice_settings(item).on_change
    if not course.given or policy == "ignore" or course.seen == said_by(item):
        return course
    in_service = state_of(item) in EDITABLE_STATES | {ItemState.WAITING_ADVICES}
    if policy == "reopen" and in_service and not course.inherited_from:
        return reopen(advice, course, "reopened", "Le point a changé après l'avis.")
    return replace(course, changed=True)


def _ask_by_rule(item: IMeetingItem, settings: AdviceSettings) -> None:
    """Ask what the rules ask, and take back unanswered what they ask no more."""
    today = now().date()
    asked = automatic_rules(settings, advised_item(item), today)
    held = {advice: course_of(advice)[0] for advice in advices_of(item)}
    for rule in asked:
        rows = {one.id for one in variants(settings, rule)}
        if not any(
            course.rule in rows
            or (course.inherited_from and course.service == rule.service)
            for course in held.values()
        ):
            course = Course(
                rule.service, rule=rule.id, asked_on=today, asked_by=BY_RULE
            )
            advice = add_advice(item, course, "asked_by_rule")
            journal(advice, "asked", service=rule.service, rule=rule.id)
    wanted = {row.id for rule in asked for row in variants(settings, rule)}
    for advice, course in held.items():
        untouched = not (course.given or course.writing or course.versions)
        if course.asked_by == BY_RULE and course.rule not in wanted and untouched:
            journal(advice, "withdrawn", service=course.service)
            item._delObject(advice.getId())
