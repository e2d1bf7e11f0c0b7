"""``<plan>/comparer?du=&au=``: what was added, taken away, moved, changed."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.writing import amount
from communes.core.parts.domain.writing import date_in_words
from communes.pst.api import reading
from communes.pst.api.comparing import Compared
from communes.pst.api.comparing import compared
from communes.pst.browser import words
from communes.pst.browser.element.history import TABLES
from communes.pst.browser.frame.cells import Cell
from communes.pst.browser.frame.cells import table
from communes.pst.browser.frame.plan import PlanFrame
from communes.pst.domain.compare import additions
from communes.pst.domain.compare import Change
from communes.pst.domain.report import words_of
from communes.pst.i18n import _
from datetime import date
from datetime import timedelta
from decimal import Decimal
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.schema import getFields


FIGURES = {
    "progress": _("column_progress", default="Avancement"),
    "health": _("column_health", default="Santé"),
    "deadline": _("column_deadline", default="Échéance"),
    "total": _("column_budget", default="Budget"),
}
USUAL_DAYS = 30
#: So few additions are read at once; more are folded, with their count.
OPEN_UP_TO = 12
_LONG = 90


class Compare(PlanFrame):
    """A month back unless the address says other days."""

    tab = "comparer"
    template = ViewPageTemplateFile("page.pt")

    def __call__(self) -> str:
        return self.template()

    @property
    def first(self) -> date:
        return self._day("du", date.today() - timedelta(days=USUAL_DAYS))

    @property
    def last(self) -> date:
        return max(self._day("au", date.today()), self.first)

    @cached_property
    def compared(self) -> Compared:
        return compared(self.context, self.first, self.last)

    @property
    def fields(self) -> list[Field]:
        return [
            Field("du", _("compare_from", default="Depuis le soir du"), "date",
                  self.first.isoformat(), required=True),
            Field("au", _("compare_to", default="Jusqu'au"), "date",
                  self.last.isoformat(), required=True),
        ]  # fmt: skip

    @property
    def submit(self) -> Action:
        return Action(
            _("compare_do", default="Comparer"), primary=True, method="submit"
        )

    @property
    def heading(self) -> str:
        return _(
            "compare_between",
            default="Du ${first} au ${last}",
            mapping={
                "first": date_in_words(self.first),
                "last": date_in_words(self.last),
            },
        )

    @property
    def empty(self) -> bool:
        return self.compared.found.empty

    @property
    def added(self) -> list[dict]:
        """What was added, folded below the element that holds it."""
        tree, found = self.compared.after, self.compared.found
        return [
            {
                "title": self._place(one.below),
                "count": len(one.elements),
                "elements": [self._named(id) for id in one.elements],
                "open": len(found.added) <= OPEN_UP_TO,
            }
            for one in additions(tree, found.added)
        ]

    @property
    def removed(self) -> list[str]:
        tree = self.compared.before
        return [words.titled(tree.element(id)) for id in self.compared.found.removed]

    @property
    def moved(self) -> list[dict]:
        return [self._named(one.element) for one in self.compared.found.moved]

    @property
    def changed(self) -> dict:
        """Every value that differs, in the order of the tree."""
        rows = [
            (
                Cell(self._title(one.element), self.element_url(one.element)),
                self._field(one),
                self._value(one, one.before),
                self._value(one, one.after),
            )
            for one in self.compared.found.changed
        ]
        heads = (
            _("column_title", default="Intitulé"),
            _("compare_field", default="Ce qui change"),
            _("compare_before", default="Avant"),
            _("compare_after", default="Après"),
        )
        return table(_("compare_changes", default="Changements"), heads, rows)

    def _place(self, id: str) -> str:
        """Return what holds an addition; its reference only when it is hidden."""
        if not id:
            return self.title
        if id in self.figures.seen:
            return self._title(id)
        return words.reference(self.compared.after.element(id))

    def _named(self, id: str) -> dict:
        return {"title": self._title(id), "url": self.element_url(id)}

    def _title(self, id: str) -> str:
        return words.titled(self.compared.after.element(id))

    def _field(self, one: Change) -> str:
        if one.computed:
            return FIGURES[one.field]
        kind = self.compared.after.element(one.element).kind
        fields = getFields(reading.schema(kind))
        if one.field in fields:
            return fields[one.field].title
        return TABLES.get(one.field, one.field)

    def _value(self, one: Change, value: object) -> str:
        if value in (None, "", []):
            return "–"
        if one.computed:
            return self._figure(one.field, value)
        if one.field == "state":
            return words.any_state_tag(str(value)).word
        if one.field == "budget":
            return amount(sum((Decimal(row["amount"]) for row in value), Decimal(0)))
        if isinstance(value, list):
            return ", ".join(
                str(row.get("title") or row.get("label") or "") or "…"
                if isinstance(row, dict)
                else str(row)
                for row in value
            )
        if isinstance(value, dict):
            return f"{value.get('progress', '')} % – {value.get('reason', '')}"
        text = words_of(str(value)) if "<" in str(value) else str(value)
        return text if len(text) <= _LONG else f"{text[:_LONG]}…"

    def _figure(self, field: str, value: object) -> str:
        if field == "progress":
            return words.percent(int(value))
        if field == "total":
            return amount(Decimal(str(value)))
        if field == "health":
            return words.health_tag(words.Health(str(value))).word
        return date.fromisoformat(str(value)).strftime("%d/%m/%Y")

    def _day(self, name: str, usual: date) -> date:
        try:
            found = date.fromisoformat(str(self.request.form.get(name, "")))
        except ValueError:
            return usual
        return min(found, date.today())
