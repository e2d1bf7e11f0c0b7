"""What is computed over a whole plan, once for a page whatever it shows."""

from communes.core.access.permission import require
from communes.pst.content.plan import IPlan
from communes.pst.domain.budget import rolled_up
from communes.pst.domain.budget import Table
from communes.pst.domain.choices import Health
from communes.pst.domain.deadline import Board
from communes.pst.domain.deadline import Planning
from communes.pst.domain.deadline import planning
from communes.pst.domain.health import healths
from communes.pst.domain.health import HealthView
from communes.pst.domain.programme import Programme
from communes.pst.domain.progress import Progress
from communes.pst.domain.progress import progresses
from communes.pst.domain.progress import shown_percent
from communes.pst.domain.progress import total
from communes.pst.storage.programme import programme_of
from communes.pst.storage.programme import seen_in
from dataclasses import dataclass
from datetime import date
from functools import cached_property


@dataclass(frozen=True)
class Figures:
    """A plan and all that follows from it on one day.

    ``tree`` is the whole plan; ``seen`` are the elements the user may see, UID to
    path: what a page shows is narrowed to them.
    """

    tree: Programme
    seen: dict[str, str]
    today: date

    @cached_property
    def progress(self) -> dict[str, Progress]:
        """How far each element is."""
        return dict(progresses(self.tree, self.today))

    @cached_property
    def planning(self) -> Planning:
        """The days of each element."""
        return planning(self.tree)

    @cached_property
    def healths(self) -> dict[str, HealthView]:
        """How each branch is doing."""
        return dict(healths(self.tree))

    @cached_property
    def budgets(self) -> dict[str, Table]:
        """The budget of each place; the empty id is the whole plan."""
        return dict(rolled_up(self.tree))

    @property
    def total_percent(self) -> int:
        """How far the whole plan is."""
        return shown_percent(total(self.tree, self.progress))

    def percent(self, id: str) -> int:
        """Return how far an element is, from 0 to 100."""
        return self.progress[id].percent

    def deadline(self, id: str) -> date | None:
        """Return until when an element runs; None without any day."""
        end = self.planning.ends.get(id)
        return None if end is None else end.day

    def days_late(self, id: str) -> int:
        """Return since how many days its deadline is past; 0 when it is not late."""
        return self.planning.days_late(id, self.today)

    def begins_late(self, id: str) -> bool:
        """Return whether an action should have begun."""
        return Board.BEGINNING_IS_LATE in self.planning.boards(id, self.today)

    def health(self, id: str) -> Health:
        """Return the health of a branch; good without any action."""
        found = self.healths.get(id)
        return Health.GOOD if found is None else found.health


def figures(plan: IPlan, today: date | None = None) -> Figures:
    """Return what is computed over a plan, for the current user.

    :param today: the day progress and lateness are computed for; today by default.
    :raises MayNot: the user may not see the plan.
    """
    require("View", plan)
    return Figures(programme_of(plan), seen_in(plan), today or date.today())
