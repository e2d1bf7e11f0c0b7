"""How a person arranges a list: the words looked for and the columns shown."""

from communes.core.dashboards.views.domain import without_page
from communes.core.i18n import _
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from dataclasses import replace
from functools import cached_property
from urllib.parse import parse_qsl


class Arranging:
    """The menus « Chercher » and « Colonnes »; what they choose is in the address."""

    words_title = _("list_find", default="Chercher")
    columns_title = _("menu_columns", default="Colonnes")

    @cached_property
    def columns(self) -> list:
        """The columns shown: those chosen in the address, or all not optional."""
        chosen = self.query.columns
        return [
            one
            for one in self.listed.columns
            if (one.name in chosen if chosen else not one.optional)
        ]

    @property
    def columns_field(self) -> Field:
        """The columns to choose from, those shown ticked."""
        shown = {one.name for one in self.columns}
        options = tuple(
            Option(one.name, one.title, one.name in shown)
            for one in self.listed.columns
        )
        label = _("columns_shown", default="Colonnes affichées")
        return Field("col", label, "checkboxes", required=True, options=options)

    @property
    def show_columns_action(self) -> Action:
        return Action(_("columns_show", default="Afficher"), method="submit")

    @property
    def kept_by_columns(self) -> list[tuple[str, str]]:
        """What the choice of columns leaves as it is, as names and values."""
        return self._kept(columns=())

    @property
    def kept_by_words(self) -> list[tuple[str, str]]:
        """What the words looked for leave as it is, as names and values."""
        return self._kept(text="")

    def _kept(self, **changed: object) -> list[tuple[str, str]]:
        return parse_qsl(replace(without_page(self.query), **changed).to_url())

    @property
    def words_field(self) -> Field:
        """The words looked for in this list."""
        label = _("list_words", default="Mots du titre ou du texte")
        return Field("q", label, "search", self.query.text, required=True)

    @property
    def find_action(self) -> Action:
        return Action(_("list_find", default="Chercher"), method="submit")
