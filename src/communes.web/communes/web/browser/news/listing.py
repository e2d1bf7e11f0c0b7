"""The news of a folder, or of the whole site (``<site>/nouvelles``)."""

from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import PageLink
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import counted
from communes.core.public.page import PublicPage
from communes.web.api.address import site_named
from communes.web.api.news import feed
from communes.web.api.news import FEEDS
from communes.web.api.news import ListedNews
from communes.web.api.news import may_add
from communes.web.api.news import news_list
from communes.web.browser.agenda.words import titles
from communes.web.browser.editing.offers import offers
from communes.web.browser.editing.offers import state_tags
from communes.web.browser.news.words import card_of
from communes.web.browser.resources import resource
from communes.web.domain.card import Card
from communes.web.domain.clock import local
from communes.web.domain.list_tags import NEWS
from communes.web.i18n import _
from datetime import datetime
from datetime import UTC
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


PAGE = 18
#: Seconds a list stays the same while nothing is changed.
BEAT = 300


class NewsListPage(PublicPage):
    """``?q=&theme=&page=``, the latest first."""

    template = ViewPageTemplateFile("templates/list.pt")
    name = ""
    find = Action(_("button_find", default="Chercher"), method="submit")
    empty_title = _("news_none", default="Aucune actualité.")
    empty_text = _(
        "news_none_text",
        default="Les actualités apparaissent ici dès leur publication.",
    )

    @property
    def page_title(self) -> str:
        return self.context.title

    @property
    def page_description(self) -> str:
        return getattr(self.context, "description", "") or ""

    @property
    def url(self) -> str:
        here = self.context.absolute_url()
        return f"{here}/{self.name}" if self.name else here

    @property
    def depends_on(self) -> tuple[object, ...]:
        """News come and go by the clock: looked at anew every few minutes."""
        return (*super().depends_on, int(self.now.timestamp()) // BEAT)

    @property
    def tags(self) -> tuple[str, ...]:
        return (NEWS, *(one.news.id for one in self.rows))

    @property
    def style(self) -> str:
        return resource("dated.css")

    @property
    def actions(self) -> list[Action]:
        """What whoever keeps the folder may do; nothing for citizens."""
        found = offers(self.context)
        if may_add(self.context):
            url = self.context.absolute_url()
            title = _("new_news", default="Nouvelle actualité")
            found.insert(0, Action(title, f"{url}/nouvelle-actualite", primary=True))
            title = _("events_import", default="Importer")
            found.append(Action(title, f"{url}/importer"))
        return found

    @property
    def marks(self) -> list[Tag]:
        """Where it stands, for who keeps it."""
        return state_tags(self.context)

    @cached_property
    def now(self) -> datetime:
        return datetime.now(UTC)

    @cached_property
    def themes(self) -> dict[str, str]:
        return titles("categories")

    @cached_property
    def found(self) -> list[ListedNews]:
        return news_list(self.context, self.now, self.given("theme"), self.given("q"))

    @property
    def rows(self) -> list[ListedNews]:
        """The news of this page of the list."""
        start = (self.number - 1) * PAGE
        return self.found[start : start + PAGE]

    @property
    def cards(self) -> list[Card]:
        today = local(self.now).date()
        return [card_of(one, self.themes, today) for one in self.rows]

    @property
    def fields(self) -> list[Field]:
        asked = self.given("theme")
        every = Option("", _("every_one", default="Peu importe"), not asked)
        known = (Option(id, title, id == asked) for id, title in self.themes.items())
        return [
            Field("q", _("find_words", default="Mots"), "search", self.given("q")),
            Field("theme", _("label_theme", default="Thématique"), "select",
                  options=(every, *known)),
        ]  # fmt: skip

    @property
    def page_words(self) -> str:
        return counted(len(self.found), "actualité")

    @property
    def page_links(self) -> list[PageLink]:
        here = self.number
        near = range(max(1, here - 2), min(self._pages(), here + 2) + 1)
        return [
            PageLink(str(one), "" if one == here else self._link(page=str(one)),
                     one == here)
            for one in near
        ]  # fmt: skip

    @property
    def feeds(self) -> dict[str, str]:
        """The addresses of the feeds."""
        here = self.context.absolute_url()
        return {kind: f"{here}/actualites.{kind}" for kind in FEEDS}

    @property
    def propose_url(self) -> str:
        """Where citizens propose news; empty where none is taken."""
        if not getattr(self.context, "proposals_open", False):
            return ""
        return f"{self.context.absolute_url()}/proposer"

    @property
    def number(self) -> int:
        return min(max(whole(self.given("page"), 1), 1), self._pages())

    def given(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found[:200].strip() if isinstance(found, str) else ""

    def _pages(self) -> int:
        return max(1, -(-len(self.found) // PAGE))

    def _link(self, **more: str) -> str:
        asked = {name: self.given(name) for name in ("q", "theme")}
        kept = {name: value for name, value in {**asked, **more}.items() if value}
        return f"{self.url}?{urlencode(kept)}"


class SiteNewsPage(NewsListPage):
    """``<site>/nouvelles``: of every folder of the site."""

    name = "nouvelles"
    actions: list[Action] = []
    marks: list[Tag] = []

    @property
    def page_title(self) -> str:
        return _("news_title", default="Actualités")


class NewsFeed(PublicPage):
    """``actualites.atom`` and ``actualites.rss`` of a folder and of the site."""

    kept_seconds = 600
    tags = (NEWS,)

    @property
    def depends_on(self) -> tuple[object, ...]:
        """News come and go by the clock: looked at anew every few minutes."""
        return (*super().depends_on, int(datetime.now(UTC).timestamp()) // BEAT)

    def template(self) -> bytes:
        """Return the feed; what others may see is in it, and no more."""
        kind = self.__name__.rpartition(".")[2]
        own_url = f"{self.context.absolute_url()}/{self.__name__}"
        data, content_type = feed(self.context, kind, self.context.title, own_url,
                                  site_named(), datetime.now(UTC))  # fmt: skip
        response = self.request.response
        response.setHeader("Content-Type", content_type)
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Access-Control-Allow-Origin", "*")
        return data
