"""What surrounds every page of a plan: its name, its pages, what may be added."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Tab
from communes.pst.api import reading
from communes.pst.api.figures import Figures
from communes.pst.api.figures import figures
from communes.pst.api.plan import describe_plan
from communes.pst.browser import words
from communes.pst.browser.resources import resource
from communes.pst.domain.plan import Plan
from communes.pst.i18n import _
from communes.pst.permissions import MANAGE_PLAN
from communes.pst.permissions import PUBLISH
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView


#: name -> title, and the permission one needs to be led there.
PAGES = {
    "view": (_("tab_overview", default="Aperçu"), ""),
    "arbre": (_("tab_tree", default="Arbre"), ""),
    "tableaux": (_("tab_boards", default="Tableaux"), ""),
    "chronologie": (_("tab_timeline", default="Chronologie"), ""),
    "budget": (_("tab_budget", default="Budget"), ""),
    "risques": (_("tab_risks", default="Risques"), ""),
    "odd": (_("tab_goals", default="ODD"), ""),
    "comparer": (_("tab_compare", default="Comparer"), ""),
    "evaluations": (_("tab_evaluations", default="Évaluations"), ""),
    "documents": (_("tab_documents", default="Documents"), ""),
    "publication": (_("tab_publication", default="Publication"), PUBLISH),
    "reglages": (_("tab_settings", default="Réglages"), MANAGE_PLAN),
}


class PlanFrame(BrowserView):
    """Base of the pages of a plan; set ``tab``."""

    tab = "view"
    wants_patterns = False
    tabs_label = _("plan_tabs", default="Le programme")

    @property
    def page_title(self) -> str:
        return self.context.title

    @property
    def title(self) -> str:
        return self.context.title

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def style(self) -> str:
        """The style sheet of what only the programme draws."""
        return resource("pst.css")

    @property
    def script(self) -> str:
        """The module that opens and closes the tree."""
        return resource("tree.js")

    @cached_property
    def figures(self) -> Figures:
        """What is computed over the plan, today."""
        return figures(self.context)

    @cached_property
    def plan(self) -> Plan:
        return describe_plan(self.context)

    @cached_property
    def names(self) -> reading.Names:
        return reading.names(api.portal.get())

    @property
    def manages(self) -> bool:
        """Whether the person keeps the programme."""
        return reading.may_do(MANAGE_PLAN, self.context)

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail()

    @property
    def identity(self) -> str:
        """The years, and how far the whole is."""
        plan = self.plan
        years = ""
        if plan.starts and plan.ends:
            years = f"{plan.starts.year}-{plan.ends.year}"
        far = _(
            "plan_progress",
            default="${percent} accomplis",
            mapping={"percent": words.percent(self.figures.total_percent)},
        )
        return words.joined((years, far), self.request)

    @property
    def tags(self) -> list:
        return []

    @property
    def tabs(self) -> list[Tab]:
        return [
            Tab(title, f"{self.url}/{name}", name == self.tab)
            for name, (title, permission) in PAGES.items()
            if not permission or reading.may_do(permission, self.context)
        ]

    @property
    def actions(self) -> list[Action]:
        return []

    def element_url(self, id: str) -> str:
        """Return the address of an element; empty when the person may not see it."""
        path = self.figures.seen.get(id)
        return self.request.physicalPathToURL(path) if path else ""

    def element_title(self, id: str) -> str:
        """Return what an element is called; its reference only when it is hidden."""
        element = self.figures.tree.element(id)
        numbers = self.plan.use_reference_numbers
        if id in self.figures.seen:
            return words.titled(element, numbers)
        return words.reference(element)
