"""The base of every list page: its state is its address, its rows are plain."""

from communes.core.dashboards.domain import Answer
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import MAX_OFFSET
from communes.core.dashboards.domain import MAX_PAGE_SIZE
from communes.core.dashboards.domain import neutral_cell
from communes.core.dashboards.domain import Offer
from communes.core.dashboards.domain import parse
from communes.core.dashboards.interfaces import IListEngine
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.links import page_links
from communes.core.i18n import _
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import deadline
from csv import writer
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from functools import cached_property
from io import StringIO
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Forbidden
from zope.component import getAdapter


@dataclass(frozen=True)
class Cell:
    """What a column shows of a row: words, or a tag; ``late`` marks a past term."""

    words: str = ""
    tag: Tag | None = None
    late: bool = False


class ListPage(BrowserView):
    """Set ``title`` and ``source()``; override ``cell``, ``tabs``, ``bulk``.

    ``?export=csv`` answers the whole list as a file. A bulk action posts ``uids``
    and ``action``; ``run_bulk`` does it and returns the sentence to show.
    """

    template = ViewPageTemplateFile("templates/list.pt")
    wants_patterns = False
    title = ""
    identity = ""
    trail = ()
    tabs = ()
    actions = ()
    bulk: tuple[Action, ...] = ()
    bulk_word = "lignes choisies"
    empty_title = "Rien ne correspond à ces filtres."
    empty_text = "Retirez un filtre, ou cherchez un autre mot."
    file_name = "liste"

    def __call__(self):
        if self.request.method == "POST":
            return self._bulk()
        if self.request.form.get("export") == "csv":
            return self._csv()
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
    def query(self) -> ListQuery:
        """The query of the address."""
        listed = self.listed
        offer = Offer(
            frozenset(one.name for one in listed.filters),
            frozenset(one.name for one in listed.columns if one.sort),
            frozenset(one.name for one in listed.columns),
        )
        return parse(self.request.form, offer)

    @cached_property
    def engine(self):
        return getAdapter(api.portal.get(), IListEngine)

    @cached_property
    def answer(self) -> Answer:
        return self.engine.rows(self.listed, self.query)

    @cached_property
    def columns(self) -> list:
        """The columns shown: those chosen in the address, or all."""
        chosen = self.query.columns
        return [one for one in self.listed.columns if not chosen or one.name in chosen]

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
        for one in self.listed.filters:
            names = dict(one.choices)
            for choice in self.query.filters.get(one.name, ()):
                words = f"{one.title} : {names.get(choice, choice)}"
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
                Chip(f"{names[found.choice]} ({found.count})",
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
    def export_chip(self) -> Chip:
        """The link to the whole list as a file, filters and order kept."""
        asked = replace(self.query, page=1).to_url()
        address = f"{self.request.URL}?{asked}{'&' if asked else ''}export=csv"
        return Chip(_("export_csv", default="Exporter (CSV)"), address)

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

    def _csv(self) -> bytes:
        out = StringIO()
        lines = writer(out, delimiter=";")
        lines.writerow([neutral_cell(one.title) for one in self.columns])
        query = replace(self.query, size=MAX_PAGE_SIZE, page=1)
        while (query.page - 1) * query.size < MAX_OFFSET:
            answer = self.engine.rows(self.listed, query)
            for row in answer.rows:
                lines.writerow([neutral_cell(self._plain(row, one))
                                for one in self.columns])  # fmt: skip
            if query.page >= answer.pages:
                break
            query = query.on_page(query.page + 1)
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        name = f'attachment; filename="{self.file_name}.csv"'
        response.setHeader("Content-Disposition", name)
        return ("\ufeff" + out.getvalue()).encode("utf-8")

    def _plain(self, row, column) -> object:
        value = row.cells.get(column.name)
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, int | float):
            return value
        shown = self.cell(column.name, value)
        return shown.tag.word if shown.tag else shown.words
