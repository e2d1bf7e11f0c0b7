"""What waits for who advises, and for who is waiting for an advice."""

from communes.core.dashboards.blocks import Task
from communes.core.parts.domain.values import CounterCard
from communes.core.parts.domain.writing import deadline
from communes.deliberations.api.advice_list import AdviceRow
from communes.deliberations.api.advice_list import counts
from communes.deliberations.api.advice_list import my_services
from communes.deliberations.api.advice_list import my_turns
from communes.deliberations.api.advice_list import OPEN
from communes.deliberations.api.advice_list import rows_to_give
from communes.deliberations.browser.advices.listing import list_url
from communes.deliberations.browser.advices.words import standing_tag
from communes.deliberations.browser.waiting import Waiting
from communes.deliberations.i18n import _
from datetime import date


class AdvicesWaiting(Waiting):
    """Counters that lead to the list they count; the most pressing tasks first."""

    order = 20

    def counters(self) -> list[CounterCard]:
        waiting, turns, mine = counts(), my_turns(), my_services()
        found = []
        if turns:
            late = waiting.late > 0
            title = _("counter_to_give", default="avis à rendre")
            found.append(
                CounterCard(waiting.to_give, title, list_url(turn=turns), late=late)
            )
        if waiting.awaited:
            title = _("counter_awaited", default="avis attendus sur mes points")
            url = list_url(service=mine, standing=OPEN)
            found.append(CounterCard(waiting.awaited, title, url))
        return found

    def tasks(self) -> list[Task]:
        today = date.today()
        return [self._task(row, today) for row in rows_to_give()]

    def _task(self, row: AdviceRow, today: date) -> Task:
        due = row.deadline
        return Task(
            title=row.item,
            url=self.url(row.path),
            detail=row.title,
            tag=standing_tag(row.standing),
            due=due,
            due_words="" if due is None else deadline(due, today),
            late=due is not None and due < today,
        )
