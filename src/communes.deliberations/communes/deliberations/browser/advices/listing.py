"""All the advices this person may read: to give, awaited, given."""

from collections.abc import Sequence
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.page import Cell
from communes.core.dashboards.page import ListPage
from communes.core.organisation.api import services
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Tab
from communes.deliberations.api.advice_list import advices_list
from communes.deliberations.api.advice_list import counts
from communes.deliberations.api.advice_list import my_services
from communes.deliberations.api.advice_list import my_turns
from communes.deliberations.api.advice_list import OPEN
from communes.deliberations.api.advice_list import read_deadline
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.browser import words as item_words
from communes.deliberations.browser.advices import words
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.i18n import _
from functools import cached_property
from plone import api
from urllib.parse import urlencode


def list_url(**filters: Sequence[str]) -> str:
    """Return the address of the list with those filters on."""
    url = f"{item_words.home_url()}/avis"
    pairs = [(f"f.{name}", one) for name, values in filters.items() for one in values]
    return f"{url}?{urlencode(pairs)}" if pairs else url


class AdvicesPage(ListPage):
    """``/deliberations/avis``."""

    title = _("advices_list", default="Avis")
    file_name = "avis"
    empty_title = _("advices_list_none", default="Aucun avis ici.")
    empty_text = _(
        "advices_list_none_text",
        default="Retirez un filtre, ou regardez sous « Tous ».",
    )

    def source(self) -> ListSource:
        return advices_list(api.portal.get())

    @property
    def identity(self) -> str:
        total = self.answer.total
        if total < 2:
            return _(
                "advice_count_one", default="${count} avis", mapping={"count": total}
            )
        return _("advice_count", default="${count} avis", mapping={"count": total})

    @property
    def trail(self) -> Sequence[Crumb]:
        return item_words.trail()

    @property
    def tabs(self) -> list[Tab]:
        """What waits for the person's answer, what their items wait for, all."""
        waiting, turns, mine = counts(), my_turns(), my_services()
        found = []
        if turns:
            title = _("view_to_give", default="À rendre")
            found.append(self._tab(title, waiting.to_give, turn=turns))
        if mine:
            title = _("view_awaited", default="Attendus par mes services")
            found.append(
                self._tab(title, waiting.awaited, service=mine, standing=list(OPEN))
            )
        return [*found, self._tab(_("view_all", default="Tous"), 0)]

    def cell(self, name: str, value: object) -> Cell:
        """Return words for ids, a tag for where it stands, the day in words."""
        if name == "standing" and value:
            return Cell(tag=words.standing_tag(Standing(str(value))))
        if name == "kind":
            return Cell(tag=words.kind_tag(str(value))) if value else Cell()
        if name == "deadline":
            return super().cell(name, read_deadline(str(value or "")))
        if name in self.names:
            return Cell(self.names[name].get(str(value or ""), str(value or "")))
        return super().cell(name, value)

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """What the ids of a column are called."""
        site = api.portal.get()
        known = item_words.titles(services(site))
        organs = {one.getId(): one.title for one in assemblies(site)}
        return {"service": known, "adviser": known, "assembly": organs}

    def _tab(self, title: str, count: int, **filters: Sequence[str]) -> Tab:
        asked = {name: tuple(values) for name, values in filters.items()}
        now = {name: values for name, values in self.query.filters.items() if values}
        return Tab(
            title, list_url(**filters), asked == now, str(count) if count else ""
        )
