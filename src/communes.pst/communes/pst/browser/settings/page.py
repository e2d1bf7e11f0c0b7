"""``<plan>/reglages``: the data of the plan and its lists, a line a value."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.shell.acting import Act
from communes.core.shell.form.base import EditForm
from communes.core.web.posting import PostForm
from communes.pst.api.plan import describe_plan
from communes.pst.api.plan import edit_plan
from communes.pst.api.plan import plan_revision
from communes.pst.api.transition import do_transition
from communes.pst.api.transition import transitions
from communes.pst.api.types import IPlan
from communes.pst.browser.frame.plan import PlanFrame
from communes.pst.i18n import _
from functools import cached_property
from plone.i18n.normalizer import idnormalizer
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.browser.textlines import TextLinesFieldWidget
from z3c.form.field import Fields


LISTS = {
    "sources": _("list_sources", default="Sources de budget"),
    "priorities": _("list_priorities", default="Priorités"),
    "categories": _("list_categories", default="Catégories"),
    "sector_plans": _("list_sector_plans", default="Plans sectoriels"),
}


class PlanForm(PostForm, EditForm):
    """Writes the fields of the plan."""

    schema = None
    fields = Fields(IPlan)
    fields["budget_years"].widgetFactory = TextLinesFieldWidget

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/reglages"

    @button.buttonAndHandler(_("button_save", default="Enregistrer"), name="save")
    def save(self, action: object) -> None:
        """Keep the fields."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            edit_plan(self.context, values)
        self.saved(_("saved", default="Enregistré."), self.action)


class SettingsPage(PlanFrame):
    """For who keeps the plan."""

    tab = "reglages"
    template = ViewPageTemplateFile("page.pt")

    def __call__(self) -> str:
        self.form.update()
        if self.request.response.getStatus() in (301, 302, 303):
            return ""
        return self.template()

    @cached_property
    def form(self) -> PlanForm:
        return PlanForm(self.context, self.request)

    @property
    def actions(self) -> list[Action]:
        """Archive the plan, or put it back in force."""
        return [
            Action(one.title, f"{self.url}/reglages-etape", method="post",
                   values={"etape": one.id})
            for one in transitions(self.context)
        ]  # fmt: skip

    @property
    def lists(self) -> list[dict]:
        """One form a list: a line a value, new ones at the end."""
        return [
            {
                "summary": title,
                "address": f"{self.url}/reglages-liste",
                "values": {"liste": name, "revision": str(plan_revision(self.context))},
                "fields": [
                    Field(
                        f"{name}.lignes",
                        title,
                        "textarea",
                        "\n".join(one.title for one in getattr(self.plan, name)),
                        rows=8,
                        help=_(
                            "list_help",
                            default="Une valeur par ligne. Une ligne retirée reste "
                            "sur les éléments qui l'ont, sous son identifiant.",
                        ),
                    )
                ],
                "action": Action(
                    _("button_save", default="Enregistrer"), method="submit"
                ),
            }
            for name, title in LISTS.items()
        ]


class KeepList(Act):
    """Keeps one list; a value that stays keeps its id."""

    def act(self) -> dict:
        name = self.given("liste")
        if name not in LISTS:
            name = "categories"
        known = {one.title: one.id for one in _terms(self.context, name)}
        rows, taken = [], set()
        for line in self.given(f"{name}.lignes").splitlines():
            title = line.strip()
            if not title:
                continue
            id = known.get(title) or _new_id(title, {*taken, *known.values()})
            taken.add(id)
            rows.append({"id": id, "title": title})
        edit_plan(self.context, {name: rows}, self.revision)
        return {"message": _("saved", default="Enregistré.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/reglages"


class PlanStep(Act):
    """Archives the plan, or puts it back in force."""

    def act(self) -> dict:
        do_transition(self.context, self.given("etape"))
        return {"message": _("saved", default="Enregistré.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/reglages"


def _terms(plan: object, name: str) -> tuple:
    return getattr(describe_plan(plan), name)


def _new_id(title: str, taken: set[str]) -> str:
    base = idnormalizer.normalize(title, max_length=50) or "valeur"
    id, number = base, 1
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    return id
