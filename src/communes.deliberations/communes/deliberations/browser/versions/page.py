"""``versions``: the tab that compares the texts of an item at two of its steps."""

from communes.core.access.errors import InvalidField
from communes.core.comparing.domain.difference import as_html
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.writing import hour
from communes.core.parts.domain.writing import short_date
from communes.deliberations.api.item import item_view
from communes.deliberations.api.version import compare
from communes.deliberations.api.version import last_different
from communes.deliberations.api.version import NOW
from communes.deliberations.api.version import state_now
from communes.deliberations.api.version import VersionRow
from communes.deliberations.api.version import versions
from communes.deliberations.browser import words
from communes.deliberations.browser.item.frame import ItemFrame
from communes.deliberations.i18n import _
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class ItemVersions(ItemFrame):
    """Two versions chosen in the address, and their difference word by word."""

    tab = "versions"
    template = ViewPageTemplateFile("page.pt")
    compare_button = Action(
        _("button_compare", default="Comparer"), primary=True, method="submit"
    )
    empty_title = _("versions_none", default="Pas encore de version.")
    empty_text = _(
        "versions_none_text",
        default="Les textes sont gardés chaque fois que le point change d'étape.",
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def rows(self) -> list[VersionRow]:
        """The versions, the newest first."""
        return versions(self.context)

    @property
    def fields(self) -> list[Field]:
        """What is compared with what; the item as it stands is one of the choices."""
        state = words.said(state_now(self.context), self.request)
        now = _(
            "version_now", default="Maintenant (${state})", mapping={"state": state}
        )
        known = [(one.number, self._said(one)) for one in self.rows]
        return [
            _choice("de", _("version_from", default="De"), known, self.old),
            _choice("a", _("version_to", default="À"), [(NOW, now), *known], self.new),
        ]

    @property
    def changed(self) -> list[dict]:
        """The texts that differ."""
        return [one for one in self.texts if one["changed"]]

    @property
    def unchanged(self) -> str:
        """The names of those that do not, in one phrase."""
        same = (one["title"] for one in self.texts if not one["changed"])
        return ", ".join(words.said(title, self.request) for title in same)

    @cached_property
    def old(self) -> int:
        """The earlier version asked for; else the last that differs from now."""
        return self._number("de", last_different(self.context))

    @property
    def new(self) -> int:
        """The later version asked for; else now."""
        return self._number("a", NOW)

    @cached_property
    def texts(self) -> list[dict]:
        """Each text with its difference as safe markup; unknown numbers show none."""
        schema = item_view(self.context).schema
        try:
            found = compare(self.context, self.old, self.new)
        except InvalidField:
            return []
        return [
            {
                "title": schema[one.field].title,
                "html": as_html(one.lines),
                "changed": one.changed,
            }
            for one in found
        ]

    def _said(self, one: VersionRow) -> str:
        when = f"{short_date(one.at.date(), date.today())}, {hour(one.at)}"
        state = words.said(one.state_title, self.request)
        return words.joined((f"{one.number}. {state}", one.by, when), self.request)

    def _number(self, name: str, usual: int) -> int:
        known = {NOW, *(one.number for one in self.rows)}
        asked = whole(self.request.form.get(name), usual)
        return asked if asked in known else usual


def _choice(name: str, title: str, known: list, chosen: int) -> Field:
    options = tuple(
        Option(str(number), said, number == chosen) for number, said in known
    )
    return Field(name, title, "select", options=options, required=True)
