"""A piece of news, as citizens read it."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.web.api.address import site_named
from communes.web.api.news import news_record
from communes.web.browser.agenda.words import ld_script
from communes.web.browser.agenda.words import proposer_facts
from communes.web.browser.agenda.words import titles
from communes.web.browser.albums.pictured import ToldPage
from communes.web.domain.formats import schema_org
from communes.web.domain.news import News
from communes.web.i18n import _
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class NewsPage(ToldPage):
    """What is new, since when, with its pictures."""

    template = ViewPageTemplateFile("templates/news.pt")

    @cached_property
    def news(self) -> News:
        return news_record(self.context)

    @property
    def page_title(self) -> str:
        return self.news.title

    @property
    def page_description(self) -> str:
        return self.news.summary

    @property
    def page_picture(self) -> str:
        return self.news.image_url

    @property
    def modified(self) -> datetime:
        return self.news.modified

    @property
    def tags(self) -> tuple[str, ...]:
        return (self.news.id,)

    @property
    def identity(self) -> str:
        """« 12 octobre 2026 · Travaux »."""
        known = titles("categories")
        themes = [known.get(one, one) for one in self.news.categories]
        return " · ".join([self.day(self.news.published), *themes])

    @property
    def links(self) -> list[Action]:
        """Where it goes on: a page of somebody else, a video, its source."""
        one = self.context
        rows = [
            (_("news_more", default="En savoir plus"), one.link),
            (_("news_video", default="Voir la vidéo"), one.video_url),
            (_("fact_source", default="Source"), one.source_url),
        ]
        return [Action(title, url) for title, url in rows if url]

    @property
    def facts(self) -> list[Fact]:
        """Who proposed it, for those who moderate."""
        return proposer_facts(self.context)

    @property
    def linked_data(self) -> list[str]:
        return [ld_script(schema_org.news_article(self.news, site_named()))]
