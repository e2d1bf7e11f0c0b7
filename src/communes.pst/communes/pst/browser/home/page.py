"""``/pst``: each plan with how far it is and what waits in it."""

from communes.core.access.permission import may
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import CounterCard
from communes.core.parts.domain.values import Fact
from communes.pst.api.figures import figures
from communes.pst.api.plan import describe_plan
from communes.pst.api.plan import plans
from communes.pst.api.reminding import letters_frequency
from communes.pst.api.reminding import letters_wanted
from communes.pst.browser import words
from communes.pst.browser.dashboard.counters import counters
from communes.pst.domain.choices import Kind
from communes.pst.domain.settings import Frequency
from communes.pst.i18n import _
from communes.pst.permissions import ADD_PLAN
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: What the card of the letters says, by how often they go and whether one gets them.
LETTERS = {
    Frequency.WEEKLY: _(
        "letters_weekly",
        default="Chaque début de semaine, un message vous dit ce qui est en retard, ce "
        "qui arrive et ce que vous n'avez plus mis à jour.",
    ),
    Frequency.MONTHLY: _(
        "letters_monthly",
        default="Chaque début de mois, un message vous dit ce qui est en retard, ce "
        "qui arrive et ce que vous n'avez plus mis à jour.",
    ),
}
NO_LETTERS = _(
    "letters_off",
    default="Vous avez demandé à ne plus recevoir de message de rappel. Ce qui vous "
    "attend reste sur votre tableau de bord.",
)


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

    @cached_property
    def plans(self) -> list[dict]:
        return [self._plan(one) for one in plans(api.portal.get())]

    @property
    def actions(self) -> list[Action]:
        if not may(ADD_PLAN, api.portal.get()):
            return []
        title = _("new_plan", default="Nouveau programme")
        return [Action(title, f"{words.home_url()}/nouveau-programme", primary=True)]

    @property
    def letters(self) -> dict | None:
        """What the card of the letters says and offers; None when none ever go."""
        site = api.portal.get()
        usual = LETTERS.get(letters_frequency(site))
        if usual is None or not self.plans:
            return None
        wanted = letters_wanted(site)
        title = (
            _("letters_stop", default="Ne plus recevoir ces messages")
            if wanted
            else _("letters_start", default="Recevoir ces messages")
        )
        action = Action(
            title,
            f"{words.home_url()}/rappels",
            method="post",
            values={"recevoir": "" if wanted else "1"},
        )
        return {"text": usual if wanted else NO_LETTERS, "actions": [action]}

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
