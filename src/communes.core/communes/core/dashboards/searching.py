"""How a search is narrowed and ordered: chips that are on, menus of what is left."""

from communes.core.dashboards.domain import ListQuery
from communes.core.i18n import _
from communes.core.parts.domain.values import Chip


FILTERS = ("type", "state", "when")
SORTS = ("newest", "oldest", "title")
TITLES = {
    "type": _("search_by_type", default="Genre"),
    "state": _("search_by_state", default="État"),
    "when": _("search_by_day", default="Modifié"),
}
PERIODS = {
    "7": _("search_week", default="depuis 7 jours"),
    "30": _("search_month", default="depuis 30 jours"),
    "365": _("search_year", default="depuis un an"),
}
ORDERS = {
    "": _("search_by_relevance", default="Les plus pertinents d'abord"),
    "newest": _("search_newest", default="Les plus récents d'abord"),
    "oldest": _("search_oldest", default="Les plus anciens d'abord"),
    "title": _("search_by_title", default="Par titre"),
}


class Narrowing:
    """For a page with ``query``, ``answer`` and ``link``.

    ``names`` are the filters it offers, ``titles`` what they are called.
    """

    names: tuple[str, ...] = FILTERS
    titles: dict[str, str] = TITLES
    order_title = _("search_order", default="Trier")

    @property
    def chips(self) -> list[Chip]:
        """The filters that are on; each link takes one away."""
        return [
            Chip(
                _(
                    "chip_filter",
                    default="${filter} : ${choice}",
                    mapping={
                        "filter": self.titles[name],
                        "choice": self._named(name, one),
                    },
                ),
                self.link(self.query.without_filter(name, one)),
                on=True,
            )
            for name in self.names
            for one in self.query.filters.get(name, ())
        ]

    @property
    def menus(self) -> list[tuple[str, list[Chip]]]:
        """The choices not yet on, with how many results each would leave; the order."""
        menus = [
            (self.titles[one.name], self._choices(one)) for one in self.answer.facets
        ]
        by_day = "when" in self.names and not self.query.filters.get("when")
        if self.answer.rows and by_day:
            menus.append((self.titles["when"], self._periods()))
        if len(self.answer.rows) > 1:
            menus.append((self.order_title, self._orders()))
        return [menu for menu in menus if menu[1]]

    def _choices(self, facet) -> list[Chip]:
        on = self.query.filters.get(facet.name, ())
        return [
            Chip(
                _(
                    "choice_counted",
                    default="${choice} (${count})",
                    mapping={"choice": one.title, "count": one.count},
                ),
                self.link(self.query.with_filter(facet.name, one.value)),
            )
            for one in facet.choices
            if one.value not in on and one.count
        ]

    def _periods(self) -> list[Chip]:
        return [
            Chip(title, self.link(self.query.with_filter("when", days)))
            for days, title in PERIODS.items()
        ]

    def _orders(self) -> list[Chip]:
        query = self.query
        return [
            Chip(title, self.link(_ordered(query, name)), on=query.sort == name)
            for name, title in ORDERS.items()
        ]

    def _named(self, name: str, value: str) -> str:
        """Return the words of a choice; its bare name when nothing has it any more."""
        if name == "when":
            return PERIODS.get(value, value)
        facets = {one.name: one for one in self.answer.facets}
        choices = facets[name].choices if name in facets else ()
        return next((one.title for one in choices if one.value == value), value)


def _ordered(query: ListQuery, name: str) -> ListQuery:
    return ListQuery(query.text, query.filters, name, size=query.size)
