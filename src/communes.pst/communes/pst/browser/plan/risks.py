"""``<plan>/risques``: every open risk, worst first, and how they stand together."""

from communes.core.parts.domain.writing import short_date
from communes.pst.browser.frame.cells import Cell
from communes.pst.browser.frame.cells import number
from communes.pst.browser.frame.cells import table
from communes.pst.browser.frame.plan import PlanFrame
from communes.pst.browser.tables.risks import risk_tag
from communes.pst.domain.risk_matrix import matrix
from communes.pst.domain.risk_matrix import register
from communes.pst.domain.risk_matrix import SCALE
from communes.pst.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Risks(PlanFrame):
    """The register of the plan."""

    tab = "risques"
    template = ViewPageTemplateFile("risks.pt")
    empty_title = _("risks_none_plan", default="Aucun risque ouvert.")
    empty_text = _(
        "risks_none_plan_text",
        default="Les risques se notent sur la fiche d'un objectif ou d'une action.",
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def rows(self) -> tuple:
        """The open risks of what the person may see."""
        seen = self.figures.seen
        return tuple(row for row in register(self.figures.tree) if row.element in seen)

    @property
    def register(self) -> dict:
        heads = (
            _("risk_title", default="Risque"),
            _("risk_of", default="Menace"),
            _("risk_level", default="Gravité"),
            _("risk_mitigation", default="Parade"),
            _("risk_owner", default="Suivi par"),
            _("risk_review_on", default="À revoir le"),
        )
        return table(heads[0], heads, [self._row(row) for row in self.rows])

    def _row(self, row) -> tuple:
        risk, today = row.risk, self.figures.today
        owner = self.names.agents.get(
            risk.owner, self.names.services.get(risk.owner, risk.owner)
        )
        url = f"{self.element_url(row.element)}/risques#{risk.id}"
        return (
            Cell(risk.title, url),
            self.element_title(row.element),
            Cell(tag=risk_tag(risk)),
            risk.mitigation,
            owner,
            short_date(risk.review_on, today) if risk.review_on else "",
        )

    @property
    def matrix(self) -> dict:
        """How many risks stand at each probability and impact."""
        found = matrix(self.rows)
        rows = [
            (
                str(probability),
                *(number(len(found[(probability, impact)]) or "") for impact in SCALE),
            )
            for probability in reversed(SCALE)
        ]
        heads = (
            _("risk_matrix_head", default="Probabilité \\ impact"),
            *map(str, SCALE),
        )
        return table(_("risk_matrix", default="Matrice des risques"), heads, rows)
