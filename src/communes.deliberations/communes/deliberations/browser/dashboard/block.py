"""The block of the deliberations: what waits, what comes, what happened."""

from communes.core.dashboards.blocks import Alarm
from communes.core.dashboards.blocks import Block
from communes.core.dashboards.blocks import Task
from communes.core.parts.domain.values import CounterCard
from communes.core.parts.domain.values import Event
from communes.core.parts.domain.writing import short_date
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.api.assembly import assembly
from communes.deliberations.api.assembly import assembly_settings
from communes.deliberations.api.meeting import meetings
from communes.deliberations.api.waiting import recent_rows
from communes.deliberations.api.waiting import waiting_rows
from communes.deliberations.api.waiting import WaitingRow
from communes.deliberations.browser import words
from communes.deliberations.browser.dashboard.counters import counters
from communes.deliberations.browser.legal_clock.alarms import alarms
from communes.deliberations.browser.more import more_waiting
from communes.deliberations.i18n import _
from datetime import date
from datetime import datetime


class DeliberationsBlock(Block):
    """Asks the door; wakes no item."""

    order = 10

    def alarms(self) -> list[Alarm]:
        """Return the legal terms of the meetings this person keeps, that press."""
        return alarms(self.site, self.request)

    def counters(self) -> list[CounterCard]:
        """Return what waits, assembly by assembly."""
        return [*counters(self.site), *self._more("counters")]

    def tasks(self) -> list[Task]:
        """Return the items that wait for this person."""
        own = [self._task(row) for row in waiting_rows(self.site)]
        return [*own, *self._more("tasks")]

    def events(self) -> list[Event]:
        """Return where the items of the person's services stand since they left."""
        today = date.today()
        found = []
        for row in recent_rows(self.site):
            tag = words.item_tag(row.state)
            when = short_date(row.modified.date(), today)
            url = self.request.physicalPathToURL(row.path)
            found.append(
                Event(row.title, words.joined((tag.word, when), self.request), url)
            )
        return found

    def coming(self) -> list[str]:
        """Return the next meeting of each assembly."""
        now = datetime.now()
        said = []
        for one in assemblies(self.site):
            next_one = next((row for row in meetings(one) if row.date >= now), None)
            if next_one is not None:
                day = short_date(next_one.date.date(), now.date())
                said.append(
                    _(
                        "next_meeting",
                        default="prochain ${assembly} ${day}",
                        mapping={"assembly": one.title, "day": day},
                    )
                )
        return [*said, *self._more("coming")]

    def _more(self, kind: str) -> list:
        """Return what the features add to one list of the block."""
        parts = more_waiting(self.site, self.request)
        return [found for one in parts for found in getattr(one, kind)()]

    def _task(self, row: WaitingRow) -> Task:
        organ = assembly(self.site, row.assembly)
        return Task(
            title=row.title,
            url=self.request.physicalPathToURL(row.path),
            detail=organ.title,
            tag=words.item_tag(row.state, assembly_settings(organ)),
        )
