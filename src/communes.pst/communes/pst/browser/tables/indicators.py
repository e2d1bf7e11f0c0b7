"""The indicators of an element: what was promised, what is measured, and its chart."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import short_date
from communes.pst.api.table import new_row_id
from communes.pst.browser import words
from communes.pst.browser.charts import indicator_chart
from communes.pst.browser.frame.cells import Cell
from communes.pst.browser.frame.cells import number
from communes.pst.browser.frame.cells import table
from communes.pst.browser.frame.element import ElementFrame
from communes.pst.browser.resources import resource
from communes.pst.browser.tables.acting import KeepTable
from communes.pst.browser.tables.acting import replaced
from communes.pst.browser.tables.acting import without
from communes.pst.domain.choices import Direction
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.standing import Attainment
from communes.pst.domain.standing import by_year
from communes.pst.domain.standing import measures
from communes.pst.i18n import _
from datetime import date
from decimal import Decimal
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


ATTAINMENTS = {
    Attainment.REACHED: Tag(_("attainment_reached", default="Atteint"), "ok"),
    Attainment.BEHIND: Tag(_("attainment_behind", default="Pas atteint"), "late"),
    Attainment.NOT_MEASURED: Tag(
        _("attainment_not_measured", default="Pas mesuré"), "wait"
    ),
    Attainment.NO_TARGET: Tag(_("attainment_no_target", default="Sans cible"), "off"),
}
DIRECTIONS = {
    Direction.UP: _("direction_up", default="doit augmenter"),
    Direction.DOWN: _("direction_down", default="doit diminuer"),
}


class IndicatorsPage(ElementFrame):
    """The tab of the indicators."""

    tab = "indicateurs"
    template = ViewPageTemplateFile("indicators.pt")
    empty_title = _("indicators_none", default="Aucun indicateur.")
    empty_text = _(
        "indicators_none_text",
        default="Ajoutez ce qui sera mesuré, d'où l'on part et la cible de chaque "
        "année.",
    )

    def __call__(self) -> str:
        return self.template()

    @property
    def style(self) -> str:
        return resource("pst.css")

    @property
    def indicators(self) -> list[dict]:
        return [self._indicator(one) for one in self.record.indicators]

    @property
    def adding(self) -> dict | None:
        """The form of a new indicator, for who writes the element."""
        if not self.may_edit:
            return None
        return self._entry(None, _("indicator_add", default="Ajouter un indicateur"))

    def _indicator(self, one: Indicator) -> dict:
        edit = measure = remove = None
        if self.may_edit:
            edit = self._entry(one, _("button_edit", default="Modifier"))
            measure = self._measuring(one)
            remove = Action(
                _("button_take_away", default="Retirer"),
                f"{self.url}/indicateur-noter",
                danger=True,
                small=True,
                method="post",
                values={"revision": self.revision, "retirer": one.id},
            )
        return {
            "id": one.id,
            "title": one.label,
            "about": self._about(one),
            "chart": indicator_chart(one),
            "years": self._years(one),
            "measures": self._measures(one),
            "edit": edit,
            "measure": measure,
            "remove": remove,
        }

    def _about(self, one: Indicator) -> str:
        base = ""
        if one.baseline is not None:
            base = _(
                "indicator_baseline",
                default="départ ${value}",
                mapping={"value": figure(one.baseline, one.unit)},
            )
        source = ""
        if one.source:
            source = _(
                "indicator_source",
                default="source : ${source}",
                mapping={"source": one.source},
            )
        return words.joined((DIRECTIONS[one.direction], base, source), self.request)

    def _years(self, one: Indicator) -> dict:
        heads = (
            _("indicator_year", default="Année"),
            _("indicator_target", default="Cible"),
            _("indicator_reached", default="Atteint"),
            _("indicator_verdict", default="Constat"),
        )
        rows = [
            (
                str(row.year),
                number(figure(row.target, one.unit)),
                number(figure(row.value, one.unit)),
                Cell(tag=ATTAINMENTS[row.attainment]),
            )
            for row in by_year(one)
        ]
        return table(one.label, heads, rows)

    def _measures(self, one: Indicator) -> list[str]:
        today = self.figures.today
        return [
            f"{short_date(row.day, today)} : {figure(row.value, one.unit)}"
            + (f" – {row.comment}" if row.comment else "")
            for row in reversed(measures(one))
        ]

    def _measuring(self, one: Indicator) -> dict:
        mark = one.id
        return {
            "summary": _("measure_add", default="Noter une mesure"),
            "address": f"{self.url}/mesure-noter",
            "values": {"revision": self.revision, "indicateur": mark},
            "fields": [
                Field(f"{mark}.day", _("measure_day", default="Mesuré le"), "date",
                      date.today().isoformat(), required=True),
                Field(f"{mark}.value", _("measure_value", default="Valeur"), "amount",
                      unit=one.unit, required=True),
                Field(f"{mark}.comment",
                      _("measure_comment", default="Remarque")),
            ],
            "action": Action(_("button_save", default="Enregistrer"), method="submit"),
        }  # fmt: skip

    def _entry(self, one: Indicator | None, summary: str) -> dict:
        mark = "nouveau" if one is None else f"i{one.id}"
        goals = {row.year: row.value for row in one.targets} if one else {}
        years = self.figures.tree.plan.budget_years
        ways = tuple(
            Option(way.value, title, bool(one) and way is one.direction)
            for way, title in DIRECTIONS.items()
        )
        fields = [
            Field(f"{mark}.label", _("indicator_label", default="Ce qui est mesuré"),
                  value=one.label if one else "", required=True),
            Field(f"{mark}.unit", _("indicator_unit", default="Unité"),
                  value=one.unit if one else "",
                  help=_("indicator_unit_help", default="« logements », « % »…")),
            Field(f"{mark}.direction",
                  _("indicator_direction", default="Ce chiffre"), "select",
                  options=ways, required=True),
            Field(f"{mark}.source", _("indicator_source_label", default="Source"),
                  value=one.source if one else ""),
            Field(f"{mark}.baseline",
                  _("indicator_baseline_label", default="Point de départ"), "amount",
                  _typed(one.baseline if one else None)),
            *(Field(f"{mark}.t.{year}",
                    _("indicator_goal", default="Cible ${year}",
                      mapping={"year": year}), "amount", _typed(goals.get(year)))
              for year in years),
        ]  # fmt: skip
        return {
            "summary": summary,
            "address": f"{self.url}/indicateur-noter",
            "values": {"revision": self.revision, "indicateur": mark},
            "fields": fields,
            "action": Action(_("button_save", default="Enregistrer"), method="submit"),
        }


class KeepIndicator(KeepTable):
    """Keeps one indicator with its targets, or takes one away with its measures."""

    table = "indicators"
    tab = "indicateurs"

    def rows(self, known: list[dict]) -> object:
        gone = self.given("retirer")
        if gone:
            return without(known, gone)
        mark = self.given("indicateur")
        id = new_row_id() if mark == "nouveau" else mark.removeprefix("i")
        row = next((one for one in known if one["id"] == id), {"id": id})
        names = ("label", "unit", "direction", "source", "baseline")
        given = {name: self.given(f"{mark}.{name}").strip() for name in names}
        goals = []
        for name in sorted(self.request.form):
            value = self.given(name).strip()
            if name.startswith(f"{mark}.t.") and value:
                year = name.removeprefix(f"{mark}.t.")
                goals.append({"year": year, "value": value})
        return replaced(known, {**row, **given, "targets": goals})


class KeepMeasure(KeepTable):
    """Adds one measure to an indicator."""

    table = "indicators"
    tab = "indicateurs"

    def rows(self, known: list[dict]) -> object:
        id = self.given("indicateur")
        given = self.fields(f"{id}.day", f"{id}.value", f"{id}.comment")
        row = {name.removeprefix(f"{id}."): value for name, value in given.items()}
        found = [one for one in known if one["id"] == id]
        if not found:
            return known
        told = [*found[0].get("measures", ()), row]
        return replaced(known, {**found[0], "measures": told})


def figure(value: Decimal | None, unit: str = "") -> str:
    """Return « 1 250 logements »; a dash for what is not known."""
    if value is None:
        return "–"
    text = f"{value.normalize():,f}".replace(",", "\u202f").replace(".", ",")
    return f"{text}\u00a0{unit}".strip()


def _typed(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}".replace(".", ",")
