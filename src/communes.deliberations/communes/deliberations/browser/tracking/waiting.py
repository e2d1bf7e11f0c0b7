"""What of the work before the meeting presses, among the tasks of the dashboard."""

from communes.core.dashboards.blocks import Task
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import deadline
from communes.deliberations.api.assembly import assembly
from communes.deliberations.api.pressing import pressing_rows
from communes.deliberations.api.pressing import PressingRow
from communes.deliberations.browser.tracking.page import completeness_tag
from communes.deliberations.browser.waiting import Waiting
from communes.deliberations.domain.preparation.completeness import Completeness
from communes.deliberations.i18n import _
from datetime import date


class PressingItems(Waiting):
    """Items to be decided soon, and files that lack something."""

    order = 30

    def tasks(self) -> list[Task]:
        """Return the items of the person's services that press."""
        return [self._task(row) for row in pressing_rows(self.context)]

    def _task(self, row: PressingRow) -> Task:
        return Task(
            title=row.title,
            url=self.url(row.path),
            detail=assembly(self.context, row.assembly).title,
            tag=_tag(row.day),
        )


def _tag(day: date | None) -> Tag:
    if day is None:
        return completeness_tag(Completeness.INCOMPLETE)
    today = date.today()
    mapping = {"day": deadline(day, today)}
    word = _("task_deadline", default="À passer avant le ${day}", mapping=mapping)
    return Tag(word, "late" if day < today else "wait")
