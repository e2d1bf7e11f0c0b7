"""Write a publication: what it is, its text, its dates, in the order of the work."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.core.shell.form.base import EditForm
from communes.core.shell.form.base import Form
from communes.core.web.posting import PostForm
from communes.publications.api import publication as door
from communes.publications.api.portal_pages import above
from communes.publications.api.types import IPublication
from communes.publications.i18n import _
from plone import api
from z3c.form import button
from z3c.form.field import Fields
from z3c.form.interfaces import NOT_CHANGED


FIELDS = (
    "title",
    "nature",
    "matter",
    "authority",
    "decided_on",
    "text",
    "pdf",
    "needs_approval",
    "approved_on",
    "approval_expired_on",
    "in_force_on",
    "expires_on",
    "streets",
    "consultation",
    "replaces",
)
FIRST = ("title", "nature", "matter", "authority", "decided_on")


class Saving(PostForm):
    """Mix in before a form: it says what was done, and leads somewhere."""

    def saved(self, message: str, url: str) -> None:
        """Say what was done and go on."""
        api.portal.show_message(message, self.request)
        self.request.response.redirect(url)


class NewPublication(Saving, Form):
    """``<institution>/publications/nouvelle``: what it is; its text comes next."""

    schema = None
    label = _("publication_new", default="Nouvelle publication")
    fields = Fields(IPublication).select(*FIRST)

    @property
    def identity(self) -> str:
        return self.context.aq_parent.title

    @property
    def trail(self) -> Sequence[Crumb]:
        places = [
            *above(self.context),
            (self.context.title, self.context.absolute_url()),
        ]
        return [Crumb(*one) for one in places]

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/nouvelle"

    @button.buttonAndHandler(
        _("publication_create", default="Créer la publication"), name="create"
    )
    def create(self, action: object) -> None:
        """Make it and go on to its text."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            made = door.create_publication(self.context.aq_parent, values)
            said = _(
                "publication_created",
                default="La publication est créée. Rédigez maintenant son texte.",
            )
            self.saved(said, f"{made.absolute_url()}/modifier")


class EditPublication(Saving, EditForm):
    """``<publication>/modifier``"""

    schema = None
    fields = Fields(IPublication).select(*FIELDS)
    label = _("publication_edit_title", default="Modifier la publication")

    def update(self) -> None:
        """Show the form only while the text may change."""
        if not door.may_write(self.context):
            raise door.MayNotPublish
        super().update()

    @property
    def identity(self) -> str:
        return self.context.title

    @property
    def trail(self) -> Sequence[Crumb]:
        places = [
            *above(self.context),
            (self.context.title, self.context.absolute_url()),
        ]
        return [Crumb(*one) for one in places]

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/modifier"

    @button.buttonAndHandler(_("button_save", default="Enregistrer"), name="save")
    def save(self, action: object) -> None:
        """Keep what was typed."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            door.write(self.context, _changed(values))
            said = _("publication_saved", default="La publication est enregistrée.")
            self.saved(said, self.context.absolute_url())


def _changed(values: dict) -> dict:
    """Leave out a file that the person did not touch."""
    return {name: one for name, one in values.items() if one is not NOT_CHANGED}
