"""An event: when, where, for whom, and its next dates."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tag
from communes.web.api.address import site_named
from communes.web.api.agenda import event_record
from communes.web.api.happenings import calendar_of_event
from communes.web.api.happenings import next_times
from communes.web.api.pictures import may_write
from communes.web.browser.agenda.words import again_of
from communes.web.browser.agenda.words import ld_script
from communes.web.browser.agenda.words import proposer_facts
from communes.web.browser.agenda.words import tags_of
from communes.web.browser.agenda.words import titles
from communes.web.browser.albums.pictured import ToldPage
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.occurrences import Occurrence
from communes.web.domain.agenda.wording import when_in_words
from communes.web.domain.clock import moment_of
from communes.web.domain.formats import schema_org
from communes.web.i18n import _
from datetime import datetime
from datetime import UTC
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


MOST_TIMES = 12


class EventPage(ToldPage):
    """The page of an event, for citizens and for those who keep it."""

    template = ViewPageTemplateFile("templates/event.pt")

    @cached_property
    def event(self) -> Event:
        return event_record(self.context)

    @cached_property
    def times(self) -> tuple[Occurrence, ...]:
        """The times under way or to come; one more than is shown."""
        return next_times(self.event, datetime.now(UTC), MOST_TIMES + 1)

    @property
    def page_title(self) -> str:
        return self.event.title

    @property
    def page_description(self) -> str:
        return self.event.description

    @property
    def page_picture(self) -> str:
        return self.event.image_url

    @property
    def modified(self) -> datetime:
        return self.event.modified

    @property
    def tags(self) -> tuple[str, ...]:
        return (self.event.id,)

    @property
    def told(self) -> list[Tag]:
        """What everybody is to know at a glance."""
        past = [] if self.times else [Tag(_("event_over", default="Terminé"), "off")]
        return [*past, *tags_of(self.event)]

    @property
    def when(self) -> str:
        """The time under way or to come, else the last one known, in words."""
        return when_in_words(self.times[0]) if self.times else self._past()

    @property
    def again(self) -> str:
        return again_of(self.event)

    @property
    def others(self) -> list[dict[str, Any]]:
        """The next dates of an event that comes back."""
        if not (self.event.rule or self.event.added):
            return []
        writes = may_write(self.context)
        return [
            {"when": when_in_words(one), "exclude": self._exclude(one) if writes
             and self.event.rule else None}
            for one in self.times[:MOST_TIMES]
        ]  # fmt: skip

    @property
    def goes_on(self) -> bool:
        return len(self.times) > MOST_TIMES

    @property
    def facts(self) -> list[Fact]:
        one = self.event
        rows = [
            (_("label_location", default="Lieu"), one.location, ""),
            (_("fact_address", default="Adresse"), one.address.line, self._map_url()),
            (_("label_online_url", default="Participer en ligne (adresse)"),
             one.online_url, one.online_url),
            (_("label_contact", default="Contact"), one.contact, _to(one.contact)),
            (_("label_organisers", default="Organisateurs et partenaires"),
             ", ".join(one.organisers), ""),
            (_("label_ticket", default="Réserver"), one.ticket_url, one.ticket_url),
            (_("label_video_fact", default="Vidéo"), self.context.video_url,
             self.context.video_url),
            (_("label_theme", default="Thématique"), self._titles("categories"), ""),
            (_("label_audience", default="Je suis"), self._titles("audiences"), ""),
            (_("fact_source", default="Source"), self.context.source_url,
             self.context.source_url),
        ]  # fmt: skip
        found = [Fact(term, value, url) for term, value, url in rows if value]
        return [*found, *proposer_facts(self.context)]

    @property
    def calendar_url(self) -> str:
        return f"{self.context.absolute_url()}/evenement.ics"

    @property
    def linked_data(self) -> list[str]:
        site = site_named()
        return [ld_script(schema_org.event(one, site)) for one in self.times[:5]]

    def _past(self) -> str:
        known = next_times(self.event, moment_of(self.event.first), 1)
        return when_in_words(known[0]) if known else ""

    def _exclude(self, one: Occurrence) -> Action:
        day = when_in_words(one)
        return Action(
            _("time_exclude", default="Annuler cette date"),
            f"{self.context.absolute_url()}/retirer-date",
            method="post",
            values={"date": one.start.isoformat(),
                    "revision": str(self.context.revision)},
            confirm=_("time_exclude_sure", default="Retirer « ${day} » ?",
                      mapping={"day": day}),
            small=True,
        )  # fmt: skip

    def _titles(self, name: str) -> str:
        known = titles(name)
        return ", ".join(known.get(one, one) for one in getattr(self.event, name))

    def _map_url(self) -> str:
        place = self.event.place
        return f"geo:{place.latitude},{place.longitude}" if place else ""


class EventCalendar(BrowserView):
    """``<event>/evenement.ics``: the event for a calendar."""

    def __call__(self) -> bytes:
        data = calendar_of_event(self.context, site_named())
        return given_calendar(self.request.response, data, self.context.getId())


def given_calendar(response: Any, data: bytes, name: str) -> bytes:
    """Answer with a calendar, which others may read from their own pages."""
    response.setHeader("Content-Type", "text/calendar; charset=utf-8")
    response.setHeader("Content-Disposition", f'inline; filename="{name}.ics"')
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Access-Control-Allow-Origin", "*")
    return data


def _to(contact: str) -> str:
    """Return the address of a contact: a mail, a telephone, or none."""
    if "@" in contact and " " not in contact:
        return f"mailto:{contact}"
    digits = contact.replace(" ", "").replace("/", "").replace(".", "")
    return f"tel:{digits}" if digits.removeprefix("+").isdigit() else ""
