"""``@@tableau-de-bord``: what is late, what waits, what comes, what happened."""

from communes.core.dashboards.interfaces import IDashboardBlock
from communes.core.i18n import _
from communes.core.parts.domain.values import CounterCard
from communes.core.parts.domain.values import Event
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import long_date
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cached_property
from itertools import islice
from itertools import zip_longest
from plone import api
from Products.Five.browser import BrowserView
from zope.component import getAdapters
from zope.i18n import translate


#: How many tasks and events stand on the dashboard; the counters lead to the rest.
TASKS = 12
EVENTS = 8


@dataclass(frozen=True)
class Alarm:
    """A legal term that presses, with its calculation as facts."""

    title: str
    text: str = ""
    calculation: tuple = ()


@dataclass(frozen=True)
class Task:
    """Something this person has to do: the thing, where it stands, until when."""

    title: str
    url: str
    detail: str = ""
    tag: Tag | None = None
    due: date | None = None
    due_words: str = ""
    late: bool = False


@dataclass
class Block:
    """What a solution says on the dashboard; override what it has to say."""

    site: object
    request: object
    order: int = field(default=100)

    def alarms(self) -> list[Alarm]:
        """Return legal terms that press."""
        return []

    def counters(self) -> list[CounterCard]:
        """Return numbers that lead to the list they count."""
        return []

    def tasks(self) -> list[Task]:
        """Return what this person has to do."""
        return []

    def events(self) -> list[Event]:
        """Return what happened to what this person sent."""
        return []

    def coming(self) -> list[str]:
        """Return phrases for the line under the greeting."""
        return []


class Dashboard(BrowserView):
    """The first page of an agent, made of what the solutions say."""

    page_title = _("dashboard_title", default="Tableau de bord")
    greeting = _("dashboard_greeting", default="Bonjour, voici ce qui vous attend")
    tasks_caption = _("dashboard_tasks", default="À faire")
    empty_title = _("dashboard_empty", default="Rien ne vous attend.")
    empty_text = _(
        "dashboard_empty_text",
        default="Ce qui demande votre action apparaîtra ici, le plus urgent en "
        "premier.",
    )
    wants_patterns = False

    @cached_property
    def blocks(self) -> list:
        """The blocks of the solutions this person has, in their order."""
        site = api.portal.get()
        found = getAdapters((site, self.request), IDashboardBlock)
        ordered = sorted(found, key=lambda pair: (pair[1].order, pair[0]))
        return [block for _name, block in ordered]

    @property
    def identity(self) -> str:
        """Today, and what the solutions see coming."""
        today = long_date(date.today())
        coming = [
            translate(phrase, context=self.request)
            for block in self.blocks
            for phrase in block.coming()
        ]
        return " · ".join([today[0].upper() + today[1:], *coming])

    @property
    def alarms(self) -> list[Alarm]:
        return [one for block in self.blocks for one in block.alarms()]

    @cached_property
    def counters(self) -> list[CounterCard]:
        """The counters, late ones first, zeros last."""
        all_of_them = [one for block in self.blocks for one in block.counters()]
        return sorted(
            all_of_them, key=lambda one: (one.count == 0, not (one.late and one.count))
        )

    @cached_property
    def tasks(self) -> list[Task]:
        """The most urgent tasks: late, then dated, then others.

        Solutions take turns, so that the dates of one do not hide what waits in
        another.
        """
        lists = [sorted(block.tasks(), key=_urgency) for block in self.blocks]
        turns = (one for turn in zip_longest(*lists) for one in turn if one)
        return sorted(islice(turns, TASKS), key=_urgency)

    @cached_property
    def events(self) -> list[Event]:
        found = [one for block in self.blocks for one in block.events()]
        return found[:EVENTS]


def _urgency(task: Task) -> tuple[bool, bool, date]:
    return (not task.late, task.due is None, task.due or date.max)
