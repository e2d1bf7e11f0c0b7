"""A piece of news, as citizens read it."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tag
from communes.core.public.page import PublicPage
from communes.web.api.address import site_named
from communes.web.api.news import news_record
from communes.web.api.pictures import leading_picture
from communes.web.api.pictures import may_write
from communes.web.api.pictures import pictures_of
from communes.web.browser.agenda.words import ld_script
from communes.web.browser.agenda.words import proposer_facts
from communes.web.browser.agenda.words import titles
from communes.web.browser.albums.showing import of_picture
from communes.web.browser.editing.offers import offers
from communes.web.browser.editing.offers import state_tags
from communes.web.browser.resources import resource
from communes.web.domain.formats import schema_org
from communes.web.domain.news import News
from communes.web.domain.pictures import Crop
from communes.web.i18n import _
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class NewsPage(PublicPage):
    """What is new, since when, with its pictures."""

    template = ViewPageTemplateFile("templates/news.pt")
    page_kind = "article"

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
    def style(self) -> str:
        return resource("dated.css")

    @property
    def script(self) -> str:
        return resource("lightbox.js")

    @property
    def identity(self) -> str:
        """« 12 octobre 2026 · Travaux »."""
        known = titles("categories")
        themes = [known.get(one, one) for one in self.news.categories]
        return " · ".join([self.day(self.news.published), *themes])

    @property
    def text(self) -> str:
        found = self.context.text
        return found.output_relative_to(self.context) if found else ""

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
    def leading(self) -> Any | None:
        found = leading_picture(self.context)
        return None if found is None else of_picture(found)

    @property
    def photos(self) -> list[dict[str, Any]]:
        """The other pictures."""
        first = self.context.picture
        return [
            {"thumb": of_picture(one, Crop.SQUARE), "large": of_picture(one),
             "url": f"{one.absolute_url()}/view", "caption": one.title}
            for one in pictures_of(self.context)
            if one.getId() != first
        ]  # fmt: skip

    @property
    def facts(self) -> list[Fact]:
        """Who proposed it, for those who moderate."""
        return proposer_facts(self.context)

    @property
    def linked_data(self) -> list[str]:
        return [ld_script(schema_org.news_article(self.news, site_named()))]

    @property
    def actions(self) -> list[Action]:
        """What whoever keeps it may do; nothing for citizens."""
        found = offers(self.context)
        if may_write(self.context):
            url = f"{self.context.absolute_url()}/photos"
            found.insert(1, Action(_("photos_title", default="Photos"), url))
        return found

    @property
    def marks(self) -> list[Tag]:
        """Where it stands, for who keeps it."""
        return state_tags(self.context)
