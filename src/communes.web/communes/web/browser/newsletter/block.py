"""``<issue>/bloc``: one block is written; what comes from the site may be changed."""

from collections.abc import Mapping
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.web.api.issues import edit_issue
from communes.web.api.issues import record_of
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import options
from communes.web.browser.filling.rows import text_of
from communes.web.browser.newsletter.words import KIND_WORDS
from communes.web.domain.newsletter.issue import Block
from communes.web.domain.newsletter.reading import paragraphs
from communes.web.domain.newsletter.rich import as_lines
from communes.web.i18n import _
from dataclasses import asdict
from dataclasses import replace
from functools import cached_property
from typing import Any


class BlockPage(FillingPage):
    """Without ``numero`` it writes a new text, at the end."""

    page_title = _("block_page", default="Bloc du numéro")

    @property
    def identity(self) -> str:
        return str(self.context.title)

    @property
    def trail(self) -> list[Crumb]:
        return [Crumb(self.context.title, self.cancel_url)]

    @property
    def url(self) -> str:
        return f"{super().url}?numero={self.number}"

    @property
    def cancel_url(self) -> str:
        return f"{self.context.absolute_url()}/travail"

    @property
    def revision(self) -> str:
        return str(self.context.revision)

    @property
    def number(self) -> int:
        """The place of the block; one behind the last for a new one."""
        count = len(self._blocks)
        return min(whole(text_of(self.form, "numero"), count), count)

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return record_of(self.context).blocks

    @property
    def _block_here(self) -> Block:
        found = self._blocks
        return found[self.number] if self.number < len(found) else Block("text")

    def start(self) -> dict[str, Any]:
        one = self._block_here
        return {**asdict(one), "html": as_lines(one.html)}

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        kind = values.get("kind") or self._block_here.kind
        fields = [
            Field("kind", _("block_kind", default="Sorte"), "select", required=True,
                  options=options(KIND_WORDS, [kind])),
            self._field(values, "title", _("block_title", default="Titre")),
            self._field(values, "when", _("block_when", default="Date et heure"),
                        help=_("block_when_help",
                               default="En toutes lettres, pour un événement.")),
            self._field(values, "html", _("block_words", default="Texte"), "textarea",
                        rows=8,
                        help=_("block_words_help",
                               default="Une ligne vide sépare deux paragraphes ; une "
                               "ligne qui commence par « - » est un point de "
                               "liste.")),
            self._field(values, "url", _("block_url", default="Lien (adresse)")),
            self._field(values, "picture",
                        _("block_picture", default="Image (adresse)"),
                        help=_("block_picture_help",
                               default="Choisissez-la plutôt dans le site.")),
            self._field(values, "alt",
                        _("label_alternative", default="Texte alternatif"),
                        help=_("block_alt_help",
                               default="Ce que l'image montre ; obligatoire pour "
                               "l'envoyer.")),
        ]  # fmt: skip
        return [Group("", fields)]

    def keep(self, values: dict[str, Any]) -> str:
        kept = self._block_here
        html = kept.html
        if values["html"] != as_lines(html):
            html = paragraphs(values["html"])
        names = ("kind", "title", "when", "url", "picture", "alt")
        changed = replace(kept, html=html, **{name: values[name] for name in names})
        rows = [asdict(one) for one in self._blocks]
        rows[self.number : self.number + 1] = [asdict(changed)]
        edit_issue(self.context, {"blocks": rows}, self.given_revision)
        return self.cancel_url

    def _field(
        self, values: Mapping[str, Any], name: str, label: str, kind: Any = "text",
        **more: Any,
    ) -> Field:  # fmt: skip
        return Field(name, label, kind, values.get(name, ""), **more)
