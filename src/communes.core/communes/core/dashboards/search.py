"""``@@search``: one box for everything this person may see."""

from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Offer
from communes.core.dashboards.domain import parse
from communes.core.dashboards.domain import Row
from communes.core.dashboards.interfaces import AlsoFound
from communes.core.dashboards.interfaces import Found
from communes.core.dashboards.interfaces import IAlsoFound
from communes.core.dashboards.interfaces import ISearchEngine
from communes.core.dashboards.links import page_links
from communes.core.dashboards.links import page_words
from communes.core.dashboards.searching import FILTERS
from communes.core.dashboards.searching import Narrowing
from communes.core.dashboards.searching import SORTS
from communes.core.i18n import _
from communes.core.parts.domain.values import Piece
from communes.core.parts.domain.values import Result
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import short_date
from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from zope.component import getAdapters
from zope.component import getMultiAdapter


OFFER = Offer(filters=frozenset(FILTERS), sorts=frozenset(SORTS))


class SearchPage(Narrowing, BrowserView):
    """Show what the engine of the site found; the engine keeps the rights.

    A solution with a search of its own overrides ``offer`` and ``find``.
    """

    offer = OFFER
    page_title = _("search_title", default="Recherche")
    caption = _("search_results", default="Résultats")
    none_title = _("search_none", default="Rien ne correspond à cette recherche.")
    none_text = _(
        "search_none_text",
        default="Essayez un mot plus court, une référence, ou le nom du service.",
    )
    idle_title = _("search_idle", default="Que cherchez-vous ?")
    idle_text = _(
        "search_idle_text",
        default="Un titre, une personne, une référence, ou des mots du texte.",
    )
    wants_patterns = False

    @cached_property
    def query(self) -> ListQuery:
        """What the address asks; other parameters mean nothing here.

        :raises BadQuery: what is no text, or not offered.
        """
        form = self.request.form
        asked = {
            name: form[name]
            for name in form
            if name in ("sort", "page") or str(name).startswith("f.")
        }
        asked["q"] = form.get("SearchableText", "")
        return parse(asked, self.offer)

    @cached_property
    def answer(self) -> Found:
        return self.find(self.query)

    def find(self, query: ListQuery) -> Found:
        """Return what this person may see of what is looked for."""
        engine = getMultiAdapter((api.portal.get(), self.request), ISearchEngine)
        return engine.search(query)

    @property
    def results(self) -> list[Result]:
        """What was found, what the commune wants first before all."""
        first = [_result(row, recommended=True) for row in self.answer.best]
        return [*first, *(_result(row) for row in self.answer.rows)]

    @property
    def also_found(self) -> list[AlsoFound]:
        """What solutions find beside the engine, on the first page of an answer."""
        asked = self.answer.query
        if not asked.text or asked.page > 1 or asked.filters:
            return []
        parts = getAdapters((api.portal.get(), self.request), IAlsoFound)
        found = (one.find(asked.text) for _name, one in sorted(parts))
        return [one for one in found if one is not None]

    @property
    def identity(self) -> str:
        total = self.answer.total
        if not self.answer.query.text:
            return ""
        mapping = {"count": total}
        if self.answer.relaxed:
            return _(
                "search_count_some_words",
                default="Rien ne contient tous ces mots ; ${count} avec une partie",
                mapping=mapping,
            )
        if total < 2:
            return _("search_count_one", default="${count} résultat", mapping=mapping)
        return _("search_count", default="${count} résultats", mapping=mapping)

    @property
    def heading(self) -> str:
        """The title of the page: what was looked for."""
        words = self.answer.query.text
        if not words:
            return self.page_title
        return _(
            "search_results_for",
            default="Résultats pour « ${words} »",
            mapping={"words": words},
        )

    @property
    def meant_link(self) -> str:
        """The address of the search for the text that was meant."""
        return self.link(ListQuery(text=self.answer.meant))

    @property
    def page_words(self) -> str:
        """Return « 26 à 50 sur 128 »."""
        return page_words(self.answer)

    @property
    def page_links(self) -> list:
        return page_links(self.answer, self.link)

    def link(self, query: ListQuery) -> str:
        """Return the address of another search."""
        asked = query.to_url().replace("q=", "SearchableText=", 1)
        return f"{self.request.URL}?{asked}"


def _result(row: Row, recommended: bool = False) -> Result:
    cells = row.cells
    modified = cells.get("modified")
    day = short_date(modified, date.today()) if isinstance(modified, date) else ""
    kinds = [(cells.get("type"), "info"), (cells.get("state"), "off")]
    tags = [Tag(word, kind) for word, kind in kinds if word]
    if recommended:
        tags.insert(0, Tag(_("search_recommended", default="Recommandé"), "ok"))
    title = row.title or row.url.rsplit("/", 1)[-1]
    description = cells.get("description") or ""
    return Result(
        cells.get("title") or (Piece(title),),
        row.url,
        tuple(tags),
        cells.get("text") or ((Piece(description),) if description else ()),
        tuple(filter(None, (cells.get("place"), day, cells.get("who")))),
    )
