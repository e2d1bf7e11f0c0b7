"""The news of a folder, or of the whole site (``<site>/nouvelles``)."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import counted
from communes.core.public.page import PublicPage
from communes.web.api.address import site_named
from communes.web.api.news import feed
from communes.web.api.news import FEEDS
from communes.web.api.news import ListedNews
from communes.web.api.news import may_add
from communes.web.api.news import news_list
from communes.web.browser.agenda.dated_list import beat
from communes.web.browser.agenda.dated_list import DatedList
from communes.web.browser.agenda.words import titles
from communes.web.browser.news.words import card_of
from communes.web.domain.card import Card
from communes.web.domain.clock import local
from communes.web.domain.list_tags import NEWS
from communes.web.i18n import _
from datetime import datetime
from datetime import UTC
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class NewsListPage(DatedList):
    """``?q=&theme=&page=``, the latest first."""

    template = ViewPageTemplateFile("templates/list.pt")
    asked = ("q", "theme")
    size = 18
    adding = (_("new_news", default="Nouvelle actualité"), "nouvelle-actualite")
    empty_title = _("news_none", default="Aucune actualité.")
    empty_text = _(
        "news_none_text",
        default="Les actualités apparaissent ici dès leur publication.",
    )

    @property
    def tags(self) -> tuple[str, ...]:
        return (NEWS, *(one.news.id for one in self.rows))

    @property
    def may_add(self) -> bool:
        return may_add(self.context)

    @cached_property
    def themes(self) -> dict[str, str]:
        return titles("categories")

    @cached_property
    def found(self) -> list[ListedNews]:
        return news_list(self.context, self.now, self.given("theme"), self.given("q"))

    @property
    def all_rows(self) -> list[ListedNews]:
        return self.found

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
    def feeds(self) -> dict[str, str]:
        """The addresses of the feeds."""
        here = self.context.absolute_url()
        return {kind: f"{here}/actualites.{kind}" for kind in FEEDS}


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
        return (*super().depends_on, beat(datetime.now(UTC)))

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
