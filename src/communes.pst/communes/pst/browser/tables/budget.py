"""The money of an element: what it brings itself, by source and year, and the whole."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.writing import amount
from communes.core.parts.domain.writing import read_amount
from communes.pst.browser.frame.cells import number
from communes.pst.browser.frame.cells import table
from communes.pst.browser.frame.element import ElementFrame
from communes.pst.browser.tables.acting import KeepTable
from communes.pst.domain.budget import own_table
from communes.pst.domain.budget import Table
from communes.pst.i18n import _
from decimal import Decimal
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


TOTAL = _("budget_total", default="Total")


class BudgetPage(ElementFrame):
    """The tab of the money; a grid of sources and years."""

    tab = "moyens"
    template = ViewPageTemplateFile("budget.pt")

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def plan_record(self):
        return self.figures.tree.plan

    @property
    def own(self) -> dict:
        """What the element brings itself."""
        caption = _("budget_own", default="Budget propre")
        return by_source(own_table(self.record.budget), self.plan_record, caption)

    @property
    def whole(self) -> dict | None:
        """With what stands below; None when nothing does."""
        found = self.figures.budgets[self.uid]
        if not self.figures.tree.children(self.uid):
            return None
        caption = _("budget_whole", default="Avec ce qui est dessous")
        return by_source(found, self.plan_record, caption)

    @property
    def comments(self) -> list[str]:
        """What was said beside the amounts."""
        rows = [one.comment for one in self.record.budget if one.comment]
        return [*rows, *filter(None, [self.record.budget_comments])]

    @property
    def articles(self) -> dict | None:
        """What the accounts say, read only."""
        rows = self.record.articles
        if not rows:
            return None
        heads = (
            _("article_year", default="Année"),
            _("article_service", default="Service"),
            _("article_side", default="Type"),
            _("article_code", default="Article"),
            _("article_title", default="Libellé"),
            _("article_amount", default="Montant"),
        )
        told = [
            (
                *(one.year, one.service.value, one.side.value, one.code, one.title),
                number(amount(one.amount)),
            )
            for one in rows
        ]
        return table(_("articles", default="Articles budgétaires"), heads, told)

    @property
    def fields(self) -> list[list[Field]]:
        """One line of amounts a source, for who writes the element."""
        cells = own_table(self.record.budget).cells
        return [
            [
                Field(
                    f"m.{source.id}.{year}",
                    _(
                        "budget_cell",
                        default="${source}, ${year}",
                        mapping={"source": source.title, "year": year},
                    ),
                    "amount",
                    _typed(cells.get((source.id, year))),
                    unit="€",
                )
                for year in self.plan_record.budget_years
            ]
            for source in self.plan_record.sources
        ]

    @property
    def save(self) -> Action:
        return Action(_("button_save", default="Enregistrer"), method="submit")


class KeepBudget(KeepTable):
    """Keeps the amounts of the grid; the comment of a row that stays is kept."""

    table = "budget"
    tab = "moyens"

    def rows(self, known: list[dict]) -> object:
        said = {(one["source"], str(one["year"])): one for one in known}
        found = []
        for name in sorted(self.request.form):
            text = self.given(name).strip()
            if not name.startswith("m.") or not text:
                continue
            source, _dot, year = name.removeprefix("m.").rpartition(".")
            value = read_amount(text)
            if value:
                comment = said.get((source, year), {}).get("comment", "")
                row = {"source": source, "year": year, "amount": value}
                found.append({**row, "comment": comment})
        return found


def by_source(found: Table, plan: object, caption: str) -> dict:
    """Return a table of amounts for the macro ``grid``, with its sums."""
    years = plan.budget_years
    used = [one for one in plan.sources if found.by_source.get(one.id)]
    rows = [
        (
            one.title,
            *(number(_shown(found.cells.get((one.id, year)))) for year in years),
            number(_shown(found.by_source[one.id])),
        )
        for one in used
    ]
    sums = (number(_shown(found.by_year.get(year))) for year in years)
    rows.append((TOTAL, *sums, number(amount(found.total))))
    heads = (_("budget_source", default="Source"), *map(str, years), TOTAL)
    return table(caption, heads, rows)


def _shown(value: Decimal | None) -> str:
    return amount(value) if value else "–"


def _typed(value: Decimal | None) -> str:
    return f"{value:f}".replace(".", ",") if value else ""
