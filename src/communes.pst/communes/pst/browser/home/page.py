"""``/pst``: each plan with how far it is and what waits in it."""

from communes.core.access.permission import may
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import CounterCard
from communes.core.parts.domain.values import Fact
from communes.pst.api.figures import figures
from communes.pst.api.plan import describe_plan
from communes.pst.api.plan import plans
from communes.pst.browser import words
from communes.pst.browser.dashboard.counters import counters
from communes.pst.domain.choices import Kind
from communes.pst.i18n import _
from communes.pst.permissions import ADD_PLAN
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Home(BrowserView):
    """The plans a person takes part in."""

    template = ViewPageTemplateFile("page.pt")
    page_title = _("product", default="Programme stratégique")
    wants_patterns = False
    empty_title = _("plans_none", default="Aucun programme.")
    empty_text = _(
        "plans_none_text",
        default="Le programme de la législature apparaîtra ici dès qu'il existe et que "
        "vous y participez.",
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def counters(self) -> list[CounterCard]:
        """What waits for the person, over all plans."""
        return [one for one in counters(api.portal.get()) if one.count]

    @property
    def plans(self) -> list[dict]:
        return [self._plan(one) for one in plans(api.portal.get())]

    @property
    def actions(self) -> list[Action]:
        if not may(ADD_PLAN, api.portal.get()):
            return []
        title = _("new_plan", default="Nouveau programme")
        return [Action(title, f"{words.home_url()}/nouveau-programme", primary=True)]

    def _plan(self, plan: object) -> dict:
        found, record = figures(plan), describe_plan(plan)
        kinds = ((Kind.STRATEGIC, _("count_os", default="Objectifs stratégiques")),
                 (Kind.OPERATIONAL, _("count_oo", default="Objectifs opérationnels")),
                 (Kind.ACTION, _("count_actions", default="Actions")))  # fmt: skip
        url = plan.absolute_url()
        facts = [
            Fact(title, str(len(found.tree.of_kind(kind)))) for kind, title in kinds
        ]
        if record.starts and record.ends:
            span = f"{record.starts.year}-{record.ends.year}"
            facts.insert(0, Fact(_("plan_term", default="Législature"), span))
        return {
            "title": plan.title,
            "url": url,
            "done": found.total_percent,
            "facts": facts,
            "actions": [
                Action(_("open_plan", default="Ouvrir"), f"{url}/view", primary=True),
                Action(_("tab_tree", default="Arbre"), f"{url}/arbre"),
                Action(_("tab_boards", default="Tableaux"), f"{url}/tableaux"),
            ],
        }
