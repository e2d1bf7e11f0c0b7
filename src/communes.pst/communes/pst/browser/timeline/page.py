"""``<plan>/chronologie``: bars over the years, what is critical, what one can print."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.writing import short_date
from communes.pst.browser import words
from communes.pst.browser.frame.cells import Cell
from communes.pst.browser.frame.cells import table
from communes.pst.browser.frame.plan import PlanFrame
from communes.pst.browser.timeline.drawing import drawn
from communes.pst.domain.choices import Kind
from communes.pst.domain.timeline import slots
from communes.pst.domain.timeline import Timeline
from communes.pst.domain.timeline import timeline
from communes.pst.i18n import _
from dataclasses import replace
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


_TOP = (Kind.PART, Kind.STRATEGIC, Kind.OPERATIONAL)


class TimelinePage(PlanFrame):
    """Objectives first; with ``?voir=actions`` everything but the tasks."""

    tab = "chronologie"
    template = ViewPageTemplateFile("page.pt")
    empty_title = _("timeline_empty", default="Rien n'a encore de date.")
    empty_text = _(
        "timeline_empty_text",
        default="Dites sur les fiches quand les actions commencent et finissent.",
    )

    def __call__(self) -> str:
        return self.template()

    @property
    def asked(self) -> str:
        found = self.request.form.get("voir", "")
        return found if found in ("actions", "critique") else ""

    @cached_property
    def found(self) -> Timeline:
        """The rows a person may see, narrowed to what was asked."""
        figures = self.figures
        percents = {id: one.percent for id, one in figures.progress.items()}
        whole = timeline(figures.tree, figures.today, percents)
        bars = tuple(one for one in whole.bars if one.id in figures.seen)
        if self.asked == "critique":
            bars = tuple(one for one in bars if one.critical)
        elif not self.asked:
            bars = tuple(one for one in bars if one.kind in _TOP)
        return replace(whole, bars=bars)

    @property
    def drawing(self) -> str:
        title = words.said(_("tab_timeline", default="Chronologie"), self.request)
        if not self.found.bars:
            return ""
        return drawn(self.found, self.figures.today, title, self.element_url)

    @property
    def chips(self) -> list[Chip]:
        url = f"{self.url}/chronologie"
        choices = {
            "actions": _("timeline_actions", default="Avec les actions"),
            "critique": _("timeline_critical", default="Chemin critique"),
        }
        return [
            Chip(
                title,
                url if name == self.asked else f"{url}?voir={name}",
                name == self.asked,
            )
            for name, title in choices.items()
        ]

    @property
    def print_action(self) -> Action:
        return Action(
            _("timeline_print", default="Imprimer"), method="button",
            small=True, data={"pst-print": ""},
        )  # fmt: skip

    @property
    def rows(self) -> dict:
        """The same as a table, for who reads rather than looks."""
        today = self.figures.today
        pushed = {id: one.pushed for id, one in slots(self.figures.tree).items()}
        rows = []
        for bar in self.found.bars:
            name = f"{bar.reference} {bar.title}".strip()
            slip = pushed.get(bar.id, 0)
            said = ""
            if slip:
                said = _("timeline_pushed", default="repoussé de ${days} j",
                         mapping={"days": slip})  # fmt: skip
            rows.append(
                (
                    Cell(name, self.element_url(bar.id)),
                    short_date(bar.begin, today) if bar.begin else "",
                    short_date(bar.end, today) if bar.end else "",
                    words.percent(bar.progress),
                    Cell(tag=words.late_tag(bar.days_late) if bar.days_late else None),
                    said,
                )
            )
        heads = (
            _("column_title", default="Intitulé"),
            _("timeline_begin", default="Début"),
            _("timeline_end", default="Fin"),
            _("column_progress", default="Avancement"),
            _("timeline_late", default="Retard"),
            _("timeline_waits", default="Dépendances"),
        )
        return table(_("tab_timeline", default="Chronologie"), heads, rows)
