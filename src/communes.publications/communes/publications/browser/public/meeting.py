"""The agenda of a meeting, as it is public."""

from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Tag
from communes.publications.api import reading
from communes.publications.browser.public.page import PublicPage
from communes.publications.browser.public.words import item_tag
from communes.publications.browser.public.words import stage_tag
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.projection import Person
from communes.publications.domain.projection import PROJECT
from communes.publications.i18n import _
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MeetingPage(PublicPage):
    """One line an item: what it is, what became of it; who was there."""

    template = ViewPageTemplateFile("templates/meeting.pt")
    kept_seconds = 300
    closed_title = _("item_closed", default="Point à huis clos")
    empty_title = _("meeting_empty", default="Rien n'est public de cette séance.")

    @property
    def page_title(self) -> str:
        return self.context.title

    @cached_property
    def shown(self) -> Meeting | None:
        return reading.shown_meeting(self.context)

    @property
    def modified(self) -> datetime | None:
        return self.context.modified().asdatetime()

    @property
    def draft(self) -> bool:
        return self.shown is not None and self.shown.stage == PROJECT

    @property
    def disclaimer(self) -> str:
        return self.institution.disclaimer or "" if self.draft else ""

    @property
    def warning(self) -> Notice | None:
        """That drafts bind nobody."""
        return Notice(self.disclaimer, "wait") if self.disclaimer else None

    @property
    def state_tags(self) -> list[Tag]:
        return [] if self.shown is None else [stage_tag(self.shown.stage)]

    @property
    def identity(self) -> str:
        return "" if self.shown is None else self.day_and_hour(self.shown.date)

    @cached_property
    def lines(self) -> list[dict]:
        return [self._line(item) for item in self.shown.items] if self.shown else []

    def _line(self, item: Item) -> dict:
        name = item.id.rpartition("/")[2]
        return {
            "number": item.number,
            "title": self.closed_title if item.closed else item.title,
            "url": "" if item.closed else f"{self.context.absolute_url()}/{name}",
            "about": "" if item.closed else item.category_title,
            "tag": item_tag(item),
        }

    @property
    def facts(self) -> list[Fact]:
        one = self.shown
        found = [Fact(_("fact_date", default="Date"), self.day_and_hour(one.date))]
        if one.ended_at:
            ended = self.day_and_hour(one.ended_at)
            found.append(Fact(_("fact_ended", default="Levée"), ended))
        for title, value in (
            (_("fact_place", default="Lieu"), one.place),
            (_("fact_chair", default="Présidence"), self.named(one.chair)),
            (_("fact_secretary", default="Secrétariat"), self.named(one.secretary)),
        ):
            if value:
                found.append(Fact(title, value))
        published = _("fact_published", default="Publié")
        return [*found, Fact(published, self.day_and_hour(one.published_at))]

    @property
    def present(self) -> list[str]:
        """Who was there, but for who kept the minutes: that is told beside."""
        there = (one for one in self.shown.present if one.name != self.shown.secretary)
        return [self._person(one) for one in there]

    @property
    def excused(self) -> list[str]:
        return [self._person(one) for one in self.shown.excused]

    def named(self, name: str) -> str:
        """Return the name under which the institution shows somebody."""
        return reading.shown_name(self.institution, name)

    def _person(self, one: Person) -> str:
        name = self.named(one.name)
        return f"{name}, {one.function}" if one.function else name
