"""``/pst/nouveau-programme``: a new plan, then its settings."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.core.shell.form.base import Form
from communes.core.web.posting import PostForm
from communes.pst.api.plan import create_plan
from communes.pst.api.types import IPlan
from communes.pst.browser import words
from communes.pst.i18n import _
from plone import api
from plone.i18n.normalizer import idnormalizer
from z3c.form import button
from z3c.form.browser.textlines import TextLinesFieldWidget
from z3c.form.field import Fields


class NewPlan(PostForm, Form):
    """Asks what a plan is and for which years."""

    schema = None
    label = _("new_plan", default="Nouveau programme")
    fields = Fields(IPlan).select(
        "title",
        "institution",
        "starts",
        "ends",
        "budget_years",
        "aldermen_designated_on",
    )
    fields["budget_years"].widgetFactory = TextLinesFieldWidget

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail()

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/nouveau-programme"

    @button.buttonAndHandler(_("button_create", default="Créer"), name="create")
    def create(self, action: object) -> None:
        """Make the plan and go on to it."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            id = idnormalizer.normalize(values["title"], max_length=60)
            plan = create_plan(api.portal.get(), id, values)
            said = _("plan_created", default="Le programme est créé.")
            self.saved(said, f"{plan.absolute_url()}/view")
