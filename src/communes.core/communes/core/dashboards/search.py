"""``@@search``: one box for everything this person may see."""

from communes.core.dashboards.domain import Answer
from communes.core.dashboards.domain import Offer
from communes.core.dashboards.domain import parse
from communes.core.dashboards.interfaces import ISearchEngine
from communes.core.dashboards.links import page_links
from communes.core.dashboards.links import page_words
from communes.core.i18n import _
from communes.core.parts.domain.writing import short_date
from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from zope.component import getMultiAdapter


class SearchPage(BrowserView):
    """Show what the engine of the site found; the engine keeps the rights."""

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
    def answer(self) -> Answer:
        """The page asked; what is not offered raises and is said by the edge."""
        form = dict(self.request.form)
        words = form.pop("SearchableText", "")
        asked = {"q": words if isinstance(words, str) else "", "page": _page(form)}
        query = parse(asked, Offer())
        engine = getMultiAdapter((api.portal.get(), self.request), ISearchEngine)
        return engine.search(query)

    @property
    def results(self) -> list[dict]:
        """The rows with words for the reader."""
        today = date.today()
        return [
            {
                "title": row.title or row.url.rsplit("/", 1)[-1],
                "url": row.url,
                "type": row.cells.get("type") or "",
                "description": row.cells.get("description") or "",
                "modified": _day(row.cells.get("modified"), today),
            }
            for row in self.answer.rows
        ]

    @property
    def identity(self) -> str:
        total = self.answer.total
        if not self.answer.query.text:
            return ""
        mapping = {"count": total}
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
    def page_words(self) -> str:
        """Return « 26 à 50 sur 128 »."""
        return page_words(self.answer)

    @property
    def page_links(self) -> list:
        return page_links(self.answer, self._link)

    def _link(self, query) -> str:
        return (
            f"{self.request.URL}?{query.to_url().replace('q=', 'SearchableText=', 1)}"
        )


def _page(form: dict) -> str:
    asked = form.get("page", "1")
    return asked if isinstance(asked, str) and asked.isdigit() else "1"


def _day(value, today: date) -> str:
    return short_date(value, today) if isinstance(value, date) else ""
