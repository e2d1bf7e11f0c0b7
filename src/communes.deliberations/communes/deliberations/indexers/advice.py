"""What lists and counters ask about an advice; nothing that depends on the day.

Whether a delay is over is seen by comparing the last day kept here with today: no
job has to pass at midnight.
"""

from communes.deliberations.content.advice import IAdvice
from communes.deliberations.domain.advices.course import standing
from communes.deliberations.domain.advices.steps import in_hand
from communes.deliberations.storage.advice import advice_settings
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.advice import item_of
from communes.deliberations.storage.advice import NO_DEADLINE
from communes.deliberations.storage.advice import rule_of
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.service import group_of
from communes.deliberations.workflow.advices.rights import hides
from datetime import date
from plone.indexer import indexer


@indexer(IAdvice)
def deliberations_assembly(advice):
    """Return the id of the assembly of its item."""
    return assembly_of(advice).getId()


@indexer(IAdvice)
def deliberations_service(advice):
    """Return the id of the service that proposes the item."""
    return item_of(advice).proposing_service or ""


@indexer(IAdvice)
def deliberations_advice_service(advice):
    """Return the id of the service that gives the advice."""
    return course_of(advice)[0].service


@indexer(IAdvice)
def deliberations_advice_standing(advice):
    """Return where the advice stands, as on its first day: never timed out."""
    course, _revision = course_of(advice)
    return standing(course, date.min, hidden=hides(advice, course)).value


@indexer(IAdvice)
def deliberations_advice_deadline(advice):
    """Return the last day to answer as « 2026-12-07 »; far away without a delay."""
    deadline = course_of(advice)[0].deadline
    return NO_DEADLINE if deadline is None else deadline.isoformat()


@indexer(IAdvice)
def deliberations_advice_turn(advice):
    """Return the group that has the advice in hand; empty when nobody has to answer."""
    course, _revision = course_of(advice)
    item_open = state_of(item_of(advice)) in advice_settings(advice).give_states
    if course.given or not item_open:
        return ""
    return group_of(course.service, in_hand(rule_of(advice), course.step))


@indexer(IAdvice)
def deliberations_advice_kind(advice):
    """Return the answer, once it is given."""
    return course_of(advice)[0].kind


@indexer(IAdvice)
def deliberations_item_title(advice):
    """Return the title of the item: whoever finds the advice reads the item."""
    return item_of(advice).title


@indexer(IAdvice)
def SearchableText(advice):  # noqa: N802 -- the catalogue's own name
    """Return the name of the advice alone; its words are read on its page."""
    return advice.title
