"""The forms that write a template, and what retires or deletes it."""

from Acquisition import aq_parent
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.core.shell.acting import Act
from communes.core.shell.form.base import Form
from communes.core.web.posting import PostForm
from communes.deliberations.api.template import create_template
from communes.deliberations.api.template import delete_template
from communes.deliberations.api.template import edit_template
from communes.deliberations.api.template import offer
from communes.deliberations.api.template import template_from_item
from communes.deliberations.api.template import template_revision
from communes.deliberations.api.template import template_schema
from communes.deliberations.browser import words
from communes.deliberations.browser.revising import RevisedForm
from communes.deliberations.i18n import _
from z3c.form import button
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.field import Fields


SEVERAL = ("services", "groups_in_charge", "copy_groups")


def _fields() -> Fields:
    fields = Fields(template_schema())
    for name in SEVERAL:
        fields[name].widgetFactory = CheckBoxFieldWidget
    return fields


class NewTemplate(PostForm, Form):
    """Writes a template from nothing."""

    schema = None
    label = _("new_template", default="Nouveau modèle")
    fields = _fields()

    @property
    def identity(self) -> str:
        return self.context.title

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(self.context)

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/nouveau-modele"

    @button.buttonAndHandler(
        _("button_create_template", default="Créer le modèle"), name="create"
    )
    def create(self, action: object) -> None:
        """Keep it and go back to the list."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            create_template(self.context, values)
            said = _("template_created", default="Le modèle est proposé.")
            self.saved(said, f"{self.context.absolute_url()}/modeles")


class EditTemplate(RevisedForm):
    """The page of a template, for whoever writes it."""

    fields = _fields()

    @property
    def label(self) -> str:
        return self.context.title

    @property
    def trail(self) -> Sequence[Crumb]:
        assembly = aq_parent(self.context)
        title = _("templates", default="Modèles de points")
        crumb = Crumb(title, f"{assembly.absolute_url()}/modeles")
        return (*words.trail(assembly), crumb)

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/view?revision={self.read}"

    @property
    def last_revision(self) -> int:
        return template_revision(self.context)

    @property
    def saved_url(self) -> str:
        return f"{aq_parent(self.context).absolute_url()}/modeles"

    def keep(self, values: Mapping[str, object]) -> None:
        edit_template(self.context, values, self.read)


class TemplateAct(Act):
    """Comes back to the list."""

    def back(self) -> str:
        return f"{self.list_url}/modeles"

    def __call__(self) -> str:
        self.list_url = aq_parent(self.context).absolute_url()
        return super().__call__()


class Retire(TemplateAct):
    """Offers the template no longer."""

    def act(self) -> dict:
        offer(self.context, False)
        return {"message": _("template_is_retired", default="Le modèle est retiré.")}


class Offer(TemplateAct):
    """Offers the template again."""

    def act(self) -> dict:
        offer(self.context, True)
        return {"message": _("template_created", default="Le modèle est proposé.")}


class DeleteTemplate(TemplateAct):
    """Deletes the template."""

    def act(self) -> dict:
        delete_template(self.context)
        return {"message": _("template_deleted", default="Le modèle est supprimé.")}


class KeepAsTemplate(Act):
    """Keeps the words of an item as a template of its service."""

    made = None

    def act(self) -> dict:
        self.made = template_from_item(self.context)
        said = _(
            "template_kept",
            default="Voici le modèle : relisez-le, et choisissez à qui le proposer.",
        )
        return {"message": said}

    def back(self) -> str:
        return (self.made or self.context).absolute_url()
