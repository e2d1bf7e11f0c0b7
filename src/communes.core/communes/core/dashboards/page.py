"""The base of every list page: its state is its address, its rows are plain."""

from communes.core.dashboards.arranging import Arranging
from communes.core.dashboards.domain import Answer
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import MAX_PAGE_SIZE
from communes.core.dashboards.domain import Offer
from communes.core.dashboards.domain import parse
from communes.core.dashboards.domain import Row
from communes.core.dashboards.engines import list_engine
from communes.core.dashboards.exporting import Exporting
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.keeping import Keeping
from communes.core.dashboards.links import page_links
from communes.core.dashboards.links import page_words
from communes.core.i18n import _
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import deadline
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Forbidden


@dataclass(frozen=True)
class Cell:
    """What a column shows of a row: words, or a tag; ``late`` marks a past term."""

    words: str = ""
    tag: Tag | None = None
    late: bool = False


class ListPage(Arranging, Keeping, Exporting, BrowserView):
    """Set ``title`` and ``source()``; override ``cell``, ``tabs``, ``bulk``.

    Columns to choose, saved views and exports come with it. A bulk action posts
    ``uids`` and ``action``; ``run_bulk`` does it and returns the sentence to show.
    """

    template = ViewPageTemplateFile("templates/list.pt")
    wants_patterns = False
    title = ""
    identity = ""
    trail = ()
    tabs = ()
    actions = ()
    bulk: tuple[Action, ...] = ()
    bulk_word = _("list_chosen", default="lignes choisies")
    empty_title = _("list_empty", default="Rien ne correspond à ces filtres.")
    empty_text = _(
        "list_empty_text", default="Retirez un filtre, ou cherchez un autre mot."
    )

    def __call__(self):
        form = self.request.form
        if self.request.method == "POST":
            return self.keep_view() if "view_action" in form else self._bulk()
        if "export" in form:
            return self.export(str(form["export"]))
        return self.template()

    def source(self) -> ListSource:
        """Return what the list is made of."""
        raise NotImplementedError

    def run_bulk(self, action: str, uids: list[str]) -> str:
        """Do ``action`` on the things chosen; return what was done and refused."""
        raise Forbidden(action)

    def cell(self, name: str, value: object) -> Cell:
        """Return what column ``name`` shows of a value; dates become deadlines."""
        if isinstance(value, Tag):
            return Cell(tag=value)
        if isinstance(value, date):
            today = date.today()
            return Cell(deadline(value, today), late=value < today)
        return Cell("" if value is None else str(value))

    @property
    def page_title(self) -> str:
        return self.title

    @cached_property
    def listed(self) -> ListSource:
        return self.source()

    @cached_property
    def offer(self) -> Offer:
        """What this list lets one ask."""
        listed = self.listed
        return Offer(
            frozenset(one.name for one in listed.filters),
            frozenset(one.name for one in listed.columns if one.sort),
            frozenset(one.name for one in listed.columns),
        )

    @cached_property
    def query(self) -> ListQuery:
        """The query of the address."""
        return parse(self.request.form, self.offer)

    @cached_property
    def engine(self):
        return list_engine(api.portal.get(), self.request)

    @cached_property
    def answer(self) -> Answer:
        return self.engine.rows(self.listed, self.query)

    def link(self, query: ListQuery) -> str:
        """Return the address of another query to this list."""
        asked = query.to_url()
        return f"{self.request.URL}?{asked}" if asked else self.request.URL

    def sort_state(self, column) -> str | None:
        """Return the ``aria-sort`` of a column."""
        if self.query.sort != column.name:
            return None
        return "descending" if self.query.descending else "ascending"

    @property
    def chips(self) -> list[Chip]:
        """The filters that are on; each link takes one away."""
        chips = []
        if self.query.text:
            away = self.link(replace(self.query, text="", page=1))
            chips.append(Chip(self._quoted(self.query.text), away, on=True))
        for one in self.listed.filters:
            names = dict(one.choices)
            for choice in self.query.filters.get(one.name, ()):
                words = _(
                    "chip_filter",
                    default="${filter} : ${choice}",
                    mapping={"filter": one.title, "choice": names.get(choice, choice)},
                )
                away = self.link(self.query.without_filter(one.name, choice))
                chips.append(Chip(words, away, on=True))
        return chips

    @property
    def menus(self) -> list[tuple[str, list[Chip]]]:
        """For each filter its choices not yet on, with how many rows each leaves."""
        menus = []
        for one in self.listed.filters:
            names = dict(one.choices)
            on = self.query.filters.get(one.name, ())
            counted = self.engine.counters(self.listed, self.query, one.name)
            chips = [
                Chip(_counted(names[found.choice], found.count),
                     self.link(self.query.with_filter(one.name, found.choice)))
                for found in counted if found.choice not in on and found.count
            ]  # fmt: skip
            if chips:
                menus.append((one.title, chips))
        return menus

    @property
    def page_links(self) -> list:
        return page_links(self.answer, self.link)

    @property
    def page_words(self) -> str:
        """Return « 26 à 50 sur 128 »."""
        return page_words(self.answer)

    def pick_label(self, row: Row) -> str:
        """Return what the box of a row is for."""
        return _("list_pick", default="Choisir ${title}", mapping={"title": row.title})

    def _quoted(self, text: str) -> str:
        return _("chip_words", default="« ${words} »", mapping={"words": text})

    def _bulk(self):
        uids = self.request.form.get("uids", [])
        uids = [uids] if isinstance(uids, str) else list(uids)[:MAX_PAGE_SIZE]
        action = self.request.form.get("action", "")
        if action not in {one.value for one in self.bulk if not one.why}:
            raise Forbidden(action)
        said = self.run_bulk(action, uids)
        api.portal.show_message(said, self.request)
        self.request.response.redirect(self.link(self.query))
        return ""


def _counted(title: str, count: int) -> str:
    return _(
        "choice_counted",
        default="${choice} (${count})",
        mapping={"choice": title, "count": count},
    )
