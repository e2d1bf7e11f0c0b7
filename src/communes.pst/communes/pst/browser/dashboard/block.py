"""The block of the programme: what is late, what waits, what the law asks."""

from communes.core.dashboards.blocks import Alarm
from communes.core.dashboards.blocks import Block
from communes.core.dashboards.blocks import Task
from communes.core.parts.domain.values import CounterCard
from communes.core.parts.domain.writing import deadline
from communes.pst.api.plan import plans
from communes.pst.api.waiting import waiting_rows
from communes.pst.api.waiting import WaitingRow
from communes.pst.browser import words
from communes.pst.browser.dashboard.counters import counters
from communes.pst.browser.plan.alarms import alarms
from datetime import date


class PstBlock(Block):
    """Asks the door; wakes no element."""

    order = 20

    def alarms(self) -> list[Alarm]:
        """Return the legal terms of the plans this person keeps, that press."""
        return [one for plan in plans(self.site) for one in alarms(plan, self.request)]

    def counters(self) -> list[CounterCard]:
        """Return what waits, plan by plan."""
        return counters(self.site)

    def tasks(self) -> list[Task]:
        """Return the actions and tasks that wait for this person."""
        today = date.today()
        return [self._task(row, today) for row in waiting_rows(self.site)]

    def _task(self, row: WaitingRow, today: date) -> Task:
        return Task(
            title=row.title,
            url=self.request.physicalPathToURL(row.path),
            detail=words.joined(
                (words.kind_word(row.element), row.action), self.request
            ),
            tag=words.state_tag(row.element, row.state),
            due=row.due,
            due_words=deadline(row.due, today) if row.due else "",
            late=row.due is not None and row.due < today,
        )
