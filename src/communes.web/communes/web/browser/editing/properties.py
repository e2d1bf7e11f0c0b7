"""``<content>/proprietes``: title, summary, themes, and how lists and menus show it."""

from communes.core.access.errors import StaleRevision
from communes.core.parts.domain.reading import whole
from communes.core.shell.form.base import EditForm
from communes.core.web.posting import PostForm
from communes.web.api.contents import edit
from communes.web.api.contents import schema_of_content
from communes.web.browser.editing.fields import fields_for
from communes.web.browser.pages.below import RightBelow
from communes.web.i18n import _
from typing import Any
from z3c.form import button
from zope.schema import getFieldNamesInOrder


#: What every content has is asked before what its type has.
_FIRST = ("title", "description", "categories", "audiences")
_LEFT_OUT = ("external_id", "file", "picture")


class Properties(RightBelow, PostForm, EditForm):
    """A colleague's change meanwhile is told, and what was typed is kept."""

    schema = None
    label = _("properties", default="Titre et classement")

    def update(self) -> None:
        """Ask every field of the type that is a person's to write."""
        schema = schema_of_content(self.context)
        own = [name for name in getFieldNamesInOrder(schema) if name not in _FIRST]
        names = [name for name in (*_FIRST, *own) if name not in _LEFT_OUT]
        self.fields = fields_for(schema, names, self.context)
        super().update()

    @property
    def read(self) -> int:
        """The revision the person has seen."""
        return whole(self.request.form.get("revision", ""), self.context.revision)

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/proprietes?revision={self.read}"

    @button.buttonAndHandler(_("button_save", default="Enregistrer"), name="save")
    def save(self, action: Any) -> None:
        """Keep what was typed, or say what stands against it."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            try:
                edit(self.context, values, self.read)
            except StaleRevision:
                # What is typed is compared with what is there, then sent again.
                self.request.form["revision"] = str(self.context.revision)
                raise
            self.saved(_("saved", default="Enregistré."), self.context.absolute_url())
