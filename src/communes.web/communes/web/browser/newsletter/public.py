"""A newsletter as citizens meet it: what it is, how to get it, what came out."""

from communes.core.formats.domain.atom import atom
from communes.core.formats.domain.atom import FeedEntry
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import date_in_words
from communes.core.public.page import PublicPage
from communes.web.api.issues import issues
from communes.web.api.issues import state_of_issue
from communes.web.api.newsletters import may_keep
from communes.web.api.newsletters import topics
from communes.web.browser.editing.offers import offers
from communes.web.browser.editing.offers import state_tags
from communes.web.domain.clock import local
from communes.web.domain.newsletter.issue import IssueState
from communes.web.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class NewsletterPage(PublicPage):
    """Its themes, the way to subscribe, and the issues that are online."""

    template = ViewPageTemplateFile("templates/newsletter.pt")
    empty_title = _("issues_online_none", default="Aucun numéro en ligne.")
    empty_text = _(
        "issues_online_none_text",
        default="Les numéros à venir se liront ici, et dans votre boîte si vous vous "
        "abonnez.",
    )

    @property
    def page_title(self) -> str:
        return str(self.context.title)

    @property
    def page_description(self) -> str:
        return self.context.description or ""

    @property
    def tags(self) -> tuple[str, ...]:
        return (self.context.UID(), *(one.UID() for one in self.online))

    @property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @property
    def actions(self) -> list[Action]:
        """Subscribe; and for who keeps it, the way to its desk."""
        found = [
            Action(_("subscribe", default="S'abonner"), f"{self.url}/s-abonner",
                   primary=True),
        ]  # fmt: skip
        if may_keep(self.context):
            title = _("newsletter_keep", default="Gérer la lettre")
            found.append(Action(title, f"{self.url}/gestion"))
        return [*found, *offers(self.context, "reglages")]

    @property
    def state_tags(self) -> list[Tag]:
        return state_tags(self.context)

    @property
    def topic_titles(self) -> list[str]:
        return [one.title for one in topics(self.context)]

    @cached_property
    def online(self) -> list[Any]:
        """The issues everybody reads, the last first."""
        return [
            one
            for one in issues(self.context)
            if state_of_issue(one) is IssueState.ARCHIVED
        ]

    @property
    def rows(self) -> list[dict[str, str]]:
        return [
            {
                "title": one.title,
                "url": one.absolute_url(),
                "day": date_in_words(local(one.send_at).date()) if one.send_at else "",
            }
            for one in self.online
        ]


class Feed(NewsletterPage):
    """``numeros.atom``: the issues that are online."""

    def template(self) -> bytes:
        """Return the feed; validators and proxies are those of a page."""
        content_type = "application/atom+xml; charset=utf-8"
        self.request.response.setHeader("Content-Type", content_type)
        entries = [
            FeedEntry(
                id=f"urn:uuid:{one.UID()}",
                url=one.absolute_url(),
                title=one.title,
                updated=one.send_at,
                author=self.context.title,
                summary=one.preheader or "",
            )
            for one in self.online
            if one.send_at
        ]
        return atom(self.context.title, f"{self.url}/numeros.atom", entries)
