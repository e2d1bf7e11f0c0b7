"""``<plan>/budget``: what the plan costs, by source and year, and by objective."""

from communes.core.parts.domain.writing import amount
from communes.pst.browser import words
from communes.pst.browser.charts import year_bars
from communes.pst.browser.frame.cells import Cell
from communes.pst.browser.frame.cells import number
from communes.pst.browser.frame.cells import table
from communes.pst.browser.frame.plan import PlanFrame
from communes.pst.browser.tables.budget import by_source
from communes.pst.browser.tables.budget import TOTAL
from communes.pst.domain.budget import by_state
from communes.pst.domain.choices import Kind
from communes.pst.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Money(PlanFrame):
    """Each euro once: an action shown twice counts its share at each place."""

    tab = "budget"
    template = ViewPageTemplateFile("money.pt")

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def whole(self):
        return self.figures.budgets[""]

    @property
    def sources(self) -> dict:
        caption = _("budget_by_source", default="Par source et par année")
        return by_source(self.whole, self.plan, caption)

    @property
    def legend(self) -> list[dict]:
        """The sources of the chart, with their colour."""
        return [
            {"title": one.title, "css": f"b{place % 7}"}
            for place, one in enumerate(self.plan.sources)
            if self.whole.by_source.get(one.id)
        ]

    @property
    def chart(self) -> str:
        """The amounts of each year, the sources on top of each other."""
        years, cells = self.plan.budget_years, self.whole.cells
        columns = [
            {
                place: cells[(one.id, year)]
                for place, one in enumerate(self.plan.sources)
                if cells.get((one.id, year), 0) > 0
            }
            for year in years
        ]
        title = _("budget_chart", default="Budget du programme par année")
        return year_bars(words.said(title, self.request), years, columns)

    @property
    def objectives(self) -> dict:
        """What each strategic objective costs, year by year."""
        years = self.plan.budget_years
        rows = []
        for one in self.figures.tree.of_kind(Kind.STRATEGIC):
            if one.id not in self.figures.seen:
                continue
            found = self.figures.budgets[one.id]
            sums = (
                number(amount(found.by_year[year]) if year in found.by_year else "–")
                for year in years
            )
            name = Cell(self.element_title(one.id), self.element_url(one.id))
            rows.append((name, *sums, number(amount(found.total))))
        heads = (_("objective", default="Objectif"), *map(str, years), TOTAL)
        return table(
            _("budget_by_objective", default="Par objectif stratégique"), heads, rows
        )

    @property
    def states(self) -> dict:
        """What is planned in each state, those that do not count included."""
        counted = set(self.plan.rolled_up_states)
        rows = [
            (
                words.any_state_tag(state).word,
                number(amount(found.total)),
                _("counted_yes", default="oui")
                if state in counted
                else _("counted_no", default="non"),
            )
            for state, found in by_state(self.figures.tree).items()
        ]
        heads = (
            _("column_state", default="Étape"),
            _("column_budget", default="Budget"),
            _("counted", default="Compte dans les totaux"),
        )
        return table(_("budget_by_state", default="Par étape"), heads, rows)
