"""The page of such a form: shown, read, kept or shown again with what is wrong."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Problem
from communes.core.public.page import PublicPage
from communes.web.browser.filling.rows import ADD
from communes.web.browser.filling.rows import read_rows
from communes.web.browser.filling.rows import Rows
from communes.web.browser.filling.rows import text_of
from communes.web.i18n import _
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction
from typing import Any


@dataclass(frozen=True)
class Group:
    """Fields that belong together, under a title; ``inline``: side by side."""

    title: str
    blocks: Sequence[Field | Rows]
    help: str = ""
    inline: bool = False


class FillingPage(PublicPage):
    """Set ``page_title``; override ``groups``, ``start`` and ``keep``.

    Values are named texts, lists of texts (boxes) and lists of rows. What was typed
    stays when something is wrong, and the refusal stands at its field.
    """

    template = ViewPageTemplateFile("filling.pt")
    #: The name of the boxes of ``communes.core.protection``; empty for who logs in.
    guard = ""
    identity = ""
    explanation = ""
    revision = ""
    press = Action(
        _("button_save", default="Enregistrer"),
        primary=True,
        method="submit",
        name="garder",
        value="1",
    )

    def __call__(self) -> str:
        self.refusal: DomainError | None = None
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method != "POST":
            return self.template()
        if text_of(self.form, "geste"):
            # A row more: nothing is written.
            return self.template()
        return self._press()

    @property
    def form(self) -> Mapping[str, object]:
        found: Mapping[str, object] = self.request.form
        return found

    @property
    def url(self) -> str:
        """Where the form is sent: this page."""
        return f"{self.context.absolute_url()}/{self.__name__}"

    @property
    def cancel_url(self) -> str:
        url: str = self.context.absolute_url()
        return url

    def start(self) -> dict[str, Any]:
        """Return the values the form begins with."""
        raise NotImplementedError

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        """Return the form filled with values."""
        raise NotImplementedError

    def keep(self, values: dict[str, Any]) -> str:
        """Write what was typed; return the address to go on to.

        :raises DomainError: nothing is written, the form is shown again.
        """
        raise NotImplementedError

    def genuine(self) -> None:
        """Refuse a form that was not sent from our page."""
        CheckAuthenticator(self.request)

    @cached_property
    def values(self) -> dict[str, Any]:
        """What the form shows: what was typed, or what is kept."""
        if self.request.method != "POST":
            return self.start()
        return {
            block.name: self._typed(block)
            for group in self.groups({})
            for block in group.blocks
        }

    @cached_property
    def shown(self) -> list[Group]:
        """The groups with their values, their errors, and the rows asked for."""
        return [
            replace(group, blocks=[self._block(one) for one in group.blocks])
            for group in self.groups(self.values)
        ]

    @property
    def problems(self) -> list[Problem]:
        if self.refusal is None:
            return []
        field = self.refusal.field or ""
        known = {one.name for group in self.groups({}) for one in group.blocks}
        target = f"field-{field}" if field in known else ""
        return [Problem(sentence_of(self.refusal, self.request), target=target)]

    @property
    def given_revision(self) -> int | None:
        """The revision the person read, None when the form does not say."""
        return whole(text_of(self.form, "revision"), None)

    def saved(self, message: str) -> None:
        """Say on the next page what was done."""
        api.portal.show_message(message, self.request)

    def _press(self) -> str:
        try:
            self.genuine()
            url = self.keep(self.values)
        except DomainError as error:
            transaction.doom()
            self.refusal = error
            return self.template()
        if url:
            self.request.response.redirect(url)
            return ""
        return self.template()

    def _typed(self, block: Field | Rows) -> Any:
        if isinstance(block, Rows):
            return read_rows(self.form, block)
        if block.kind == "checkboxes":
            given = self.form.get(block.name, [])
            found = given if isinstance(given, list | tuple) else [given]
            return [one for one in found if isinstance(one, str) and one]
        return text_of(self.form, block.name)

    def _block(self, block: Field | Rows) -> Field | Rows:
        wrong = self.refusal is not None and self.refusal.field == block.name
        error = sentence_of(self.refusal, self.request) if wrong else ""
        if not isinstance(block, Rows):
            return replace(block, error=error)
        more = text_of(self.form, "geste") == f"{ADD}:{block.name}"
        return replace(block, error=error, empty=block.empty + 2 * more)
