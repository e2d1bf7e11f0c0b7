"""``<place>/ajouter``: which contents may start here, and the form of a new one."""

from communes.core.public.page import PublicPage
from communes.core.shell.form.base import Form
from communes.core.web.posting import PostForm
from communes.web.api.contents import create
from communes.web.api.contents import kinds_here
from communes.web.api.contents import schema_here
from communes.web.browser.editing.fields import fields_for
from communes.web.browser.pages.below import RightBelow
from communes.web.i18n import _
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from z3c.form import button
from zExceptions import NotFound
from zope.component import queryMultiAdapter


#: Asked when it begins; the rest is written on its own page.
ASKED = ("title", "description")
#: Types that have a form of their own, by the view of their owner.
OWN_FORMS = {
    "communes.web.Alert": "nouvelle-alerte",
    "communes.web.ContactForm": "nouveau-formulaire",
    "communes.web.Event": "nouvel-evenement",
    "communes.web.Entry": "nouvelle-fiche",
    "communes.web.Newsletter": "nouvelle-lettre",
    "communes.web.Service": "nouvelle-demarche",
    "communes.web.News": "nouvelle-actualite",
}


@dataclass(frozen=True)
class Offer:
    """A type one may start here."""

    title: str
    description: str
    url: str


class Adding(PublicPage):
    """The types one may add, each with a line that says what it is for."""

    template = ViewPageTemplateFile("templates/adding.pt")
    page_title = _("adding_title", default="Ajouter")
    empty_title = _("adding_none", default="Rien ne s'ajoute ici.")

    @property
    def identity(self) -> str:
        return str(self.context.title)

    @cached_property
    def offers(self) -> list[Offer]:
        """What the person may start."""
        url = self.context.absolute_url()
        return [
            Offer(one.Title(), one.Description(), f"{url}/{self._form(one.getId())}")
            for one in kinds_here(self.context)
        ]

    def _form(self, type_id: str) -> str:
        own = OWN_FORMS.get(type_id, "")
        known = (self.context, self.request)
        if own and queryMultiAdapter(known, name=own) is not None:
            return own
        return f"nouveau?sorte={type_id.rpartition('.')[2]}"


class NewContent(RightBelow, PostForm, Form):
    """``nouveau?sorte=Page``: its title and what stands in lists of it."""

    schema = None

    def update(self) -> None:
        """Ask what the type has."""
        known = {
            one.getId().rpartition(".")[2]: one for one in kinds_here(self.context)
        }
        if self.kind not in known:
            raise NotFound("nouveau")
        self.type_title = known[self.kind].Title()
        self.fields = fields_for(schema_here(self.kind), ASKED)
        super().update()

    @cached_property
    def kind(self) -> str:
        """The type asked for."""
        asked = self.request.form.get("sorte", "")
        return asked if isinstance(asked, str) else ""

    @property
    def label(self) -> str:
        mapping = {"kind": self.type_title}
        return _("new_content", default="Nouveau : ${kind}", mapping=mapping)

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/nouveau?sorte={self.kind}"

    @button.buttonAndHandler(_("button_create", default="Créer"), name="create")
    def create(self, action: Any) -> None:
        """Make it, private, and go on to where it is written."""
        values, errors = self.extractData()
        if errors:
            return
        given = {name: value for name, value in values.items() if value is not None}
        with self.attempt():
            made = create(self.context, self.kind, given)
            said = _(
                "content_created",
                default="« ${title} » est créé ; personne d'autre ne le voit encore.",
                mapping={"title": made.title},
            )
            write = queryMultiAdapter((made, self.request), name="modifier")
            place = "/modifier" if write is not None else ""
            self.saved(said, f"{made.absolute_url()}{place}")
