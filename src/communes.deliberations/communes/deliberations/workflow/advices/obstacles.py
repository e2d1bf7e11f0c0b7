"""What the advices of an item have against its next step."""

from communes.core.errors.domain import Reason
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.advices.obstacles import ExpectedAdvice
from communes.deliberations.domain.advices.obstacles import step_obstacles
from communes.deliberations.domain.advices.rules import amount_missing
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.storage.advice import advice_settings
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.storage.advice import advised_item
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.clock import now
from communes.deliberations.workflow.interfaces import IMoreObstacles
from zope.component import adapter
from zope.interface import implementer


CONCERNED = frozenset({ItemTransition.PRESENT.value, ItemTransition.WAIT_ADVICES.value})


@implementer(IMoreObstacles)
@adapter(IMeetingItem)
class AdviceObstacles:
    """Loads the advices of the item for the rule."""

    def __init__(self, item: IMeetingItem) -> None:
        self.item = item

    def obstacles(self, step: str) -> tuple[Reason, ...]:
        if step not in CONCERNED:
            return ()
        settings = advice_settings(self.item)
        today = now().date()
        missing = amount_missing(settings, advised_item(self.item), today)
        return step_obstacles(
            step, _expected(self.item, settings), today, amount_missing=missing
        )


def _expected(item: IMeetingItem, settings: AdviceSettings) -> list[ExpectedAdvice]:
    found = []
    for advice in advices_of(item):
        course, _revision = course_of(advice)
        rule = settings.rule(course.rule)
        mandatory = rule is not None and rule.mandatory
        found.append(ExpectedAdvice(advice.title, course, mandatory))
    return found
