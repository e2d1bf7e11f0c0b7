"""``<plan>/arbre``: from the parts to the tasks, with what is late and how far."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.pst.browser import words
from communes.pst.browser.frame.plan import PlanFrame
from communes.pst.browser.tree.markup import LEVELS
from communes.pst.browser.tree.markup import TreeMarkup
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: What one may narrow the tree to.
FILTERS = {
    "retard": _("tree_late", default="En retard"),
    "risque": _("tree_at_risk", default="À risque ou bloqué"),
    "cours": _("tree_ongoing", default="En cours"),
}
DEPTHS = (
    (1, _("depth_parts", default="Volets")),
    (2, _("depth_strategic", default="Objectifs")),
    (3, _("depth_actions", default="Actions")),
    (6, _("depth_all", default="Tout")),
)


class TreePage(PlanFrame):
    """Folds without a script; with one, opens to a level at once."""

    tab = "arbre"
    template = ViewPageTemplateFile("page.pt")
    empty_title = _("tree_empty", default="Rien à montrer.")
    empty_text = _(
        "tree_empty_text",
        default="Ajoutez un volet ou un objectif stratégique, ou retirez le filtre.",
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def asked(self) -> str:
        """The filter of the address, empty without one."""
        found = self.request.form.get("voir", "")
        return found if isinstance(found, str) and found in FILTERS else ""

    @cached_property
    def tree(self) -> str:
        """The tree as markup."""
        keep = getattr(self, f"_{self.asked}") if self.asked else None
        made = TreeMarkup(
            self.figures,
            lambda one: words.said(one, self.request),
            self.request.physicalPathToURL,
            keep,
        )
        return made.markup()

    @property
    def chips(self) -> list[Chip]:
        url = f"{self.url}/arbre"
        return [
            Chip(title, url if name == self.asked else f"{url}?voir={name}",
                 name == self.asked)
            for name, title in FILTERS.items()
        ]  # fmt: skip

    @property
    def depths(self) -> list[Action]:
        return [
            Action(title, method="button", small=True, data={"pst-level": str(level)})
            for level, title in DEPTHS
        ]

    def _retard(self, element: Element) -> bool:
        late = self.figures.days_late(element.id)
        return bool(late) or self.figures.begins_late(element.id)

    def _risque(self, element: Element) -> bool:
        actions = (Kind.ACTION, Kind.SUB_ACTION)
        bad = {"risque", "blocage"}
        return element.kind in actions and self.figures.health(element.id) in bad

    def _cours(self, element: Element) -> bool:
        running = {"ongoing", "in_progress"}
        return LEVELS[element.kind] > 3 and element.state in running
