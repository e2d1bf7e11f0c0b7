"""A new item: what it is about, for whom, when; its texts are written afterwards."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.core.shell.form.base import Form
from communes.core.web.posting import PostForm
from communes.deliberations.api.item import create_item
from communes.deliberations.api.template import create_from_template
from communes.deliberations.api.template import find_template
from communes.deliberations.api.template import template_values
from communes.deliberations.api.types import IItemTemplate
from communes.deliberations.api.types import IMeetingItem
from communes.deliberations.browser import words
from communes.deliberations.i18n import _
from copy import copy
from functools import cached_property
from z3c.form import button
from z3c.form.field import Fields


ASKED = (
    "title",
    "proposing_service",
    "category",
    "privacy",
    "preferred_meeting",
    "summary",
)
#: Asked though the template says it: what differs from one item to the next.
STILL_ASKED = ("title", "proposing_service")


class NewItem(PostForm, Form):
    """Asks in the order of the work; a question with one answer is not asked."""

    schema = None
    label = _("new_item", default="Nouveau point")

    def update(self) -> None:
        """Ask only what is not known yet."""
        self.known = {
            name: self._only(name) for name in ("proposing_service", "privacy")
        }
        given = set(template_values(self.source)) if self.source is not None else set()
        self.known = {
            name: value for name, value in self.known.items() if name not in given
        }
        asked = [
            name
            for name in ASKED
            if not self.known.get(name)
            and self._has(name)
            and (name in STILL_ASKED or name not in given)
        ]
        self.fields = Fields(IMeetingItem).select(*asked)
        if "category" in asked:
            # An assembly that has categories lets no item on without one.
            needed = copy(self.fields["category"].field)
            needed.required = True
            self.fields["category"].field = needed
        super().update()

    def updateWidgets(self, prefix: str | None = None) -> None:  # noqa: N802
        """Choose no category for anybody: the first one would be taken unseen."""
        super().updateWidgets(prefix)
        if "category" in self.widgets:
            self.widgets["category"].prompt = True
        if self.source is not None and not self.widgets["title"].value:
            self.widgets["title"].value = self.source.title

    @cached_property
    def source(self) -> IItemTemplate | None:
        """The template the item begins with, when the address names one."""
        uid = self.request.form.get("modele", "")
        return find_template(self.context, uid) if isinstance(uid, str) else None

    @property
    def identity(self) -> str:
        return self.context.title

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(self.context)

    @property
    def action(self) -> str:
        url = f"{self.context.absolute_url()}/nouveau-point"
        return url if self.source is None else f"{url}?modele={self.source.UID()}"

    @button.buttonAndHandler(
        _("button_create_item", default="Créer le point"), name="create"
    )
    def create(self, action: object) -> None:
        """Make the item and go on to its texts."""
        values, errors = self.extractData()
        if errors:
            return
        known = {name: value for name, value in self.known.items() if value}
        with self.attempt():
            if self.source is None:
                item = create_item(self.context, {**known, **values})
            else:
                given = {**known, **values}
                item = create_from_template(self.context, self.source, given)
            said = _(
                "item_created",
                default="Le point est créé. Rédigez maintenant la motivation et la "
                "décision, puis proposez-le.",
            )
            self.saved(said, item.absolute_url())

    def _terms(self, name: str) -> list:
        return list(IMeetingItem[name].bind(self.context).vocabulary)

    def _only(self, name: str) -> str:
        """Return the single answer of a question, empty when there are several."""
        terms = self._terms(name)
        return terms[0].value if len(terms) == 1 else ""

    def _has(self, name: str) -> bool:
        return name not in ("category", "preferred_meeting") or bool(self._terms(name))
