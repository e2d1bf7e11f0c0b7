"""``<entry>``: who it is, whether it is open, how to reach it, what it answers for."""

from collections.abc import Iterable
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import long_date
from communes.core.parts.domain.writing import short_date
from communes.web.api.address import site_named
from communes.web.browser.directory import words
from communes.web.browser.directory.exceptional import days_in_words
from communes.web.browser.directory.opened import OpenedPage
from communes.web.browser.editing.offers import offers
from communes.web.browser.editing.offers import state_tags
from communes.web.directory import api as door
from communes.web.directory import listing
from communes.web.directory import private
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.formats.linked_data import Node
from communes.web.domain.formats.schema_org import directory_entry
from communes.web.domain.formats.schema_org import script
from communes.web.domain.phone import spoken
from communes.web.domain.schedule.opening import answer_at
from communes.web.domain.schedule.opening import plan_of
from communes.web.domain.schedule.record import OpeningHours
from communes.web.domain.schedule.record import Schedule
from communes.web.i18n import _
from communes.web.sheets.listing import answered_by
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


#: How far ahead a visitor wants to know of exceptional days.
AHEAD = timedelta(days=60)


class EntryPage(OpenedPage):
    """An entry as citizens read it; who keeps it finds what to change."""

    template = ViewPageTemplateFile("entry.pt")
    reach_title = _("group_reach", default="Joindre")
    hours_title = _("hours_title", default="Horaires")
    caption = _("hours_of_week", default="Horaires de la semaine")

    @property
    def page_title(self) -> str:
        return self.entry.title

    @property
    def identity(self) -> str:
        """What it is, after until when it is open."""
        told = words.said(self.until) if self.until else ""
        return " · ".join(one for one in (told, self.entry.subtitle) if one)

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @cached_property
    def entry(self) -> DirectoryEntry:
        return door.read_entry(self.context)

    @cached_property
    def within(self) -> list[listing.Line]:
        """The entries that stand in it, by title."""
        found = listing.find(self.context, listing.Wanted(), self.now)
        return [one for one in found if one.parent == self.entry.id]

    @property
    def services(self) -> list[Any]:
        """The services it answers for."""
        return answered_by(self.entry.id)

    @property
    def tags(self) -> list[str]:
        """What a proxy forgets the page with."""
        shown = (*self.within, *self.services)
        return [self.entry.id, *(one.uid for one in shown)]

    @property
    def shown_hours(self) -> Iterable[OpeningHours]:
        return [self.entry.hours] if self.has_hours else []

    @property
    def has_hours(self) -> bool:
        return bool(self.entry.hours.schedules or self.entry.hours.exceptions)

    @property
    def open_marks(self) -> list[Tag]:
        """Open or not, at the head of the page."""
        return [words.open_tag(self.answer)] if self.has_hours else []

    @cached_property
    def answer(self) -> Any:
        return answer_at(self.entry.hours, self.now)

    @property
    def until(self) -> str:
        return words.until(self.answer, self.now) if self.has_hours else ""

    @property
    def marks(self) -> list[Tag]:
        """Where the entry stands, for who keeps it."""
        return state_tags(self.context)

    @property
    def actions(self) -> list[Action]:
        """What who keeps the entry may do, the most frequent first."""
        found = []
        if door.may_edit(self.context):
            found = [
                Action(_("exceptional_title", default="Horaire exceptionnel"),
                       f"{self.url}/horaire-exceptionnel"),
                Action(_("hours_title", default="Horaires"), f"{self.url}/horaires"),
            ]  # fmt: skip
        if private.may_read_private(self.context):
            title = _("private_title", default="Données privées")
            found.append(Action(title, f"{self.url}/donnees-privees"))
        return [*found, *offers(self.context)]

    @property
    def days(self) -> list[dict[str, Any]]:
        """The seven days from today, as they will be."""
        today = self.now.date()
        plans = (
            plan_of(self.entry.hours, today + timedelta(days=one)) for one in range(7)
        )
        return [
            {
                "day": long_date(one.day) if one.day == today
                else short_date(one.day, today),
                "today": one.day == today,
                "hours": words.intervals(one.intervals),
                "called": words.openings(one.by_appointment),
                "comment": one.reason or one.comment,
            }
            for one in plans
        ]  # fmt: skip

    @property
    def exceptions(self) -> list[str]:
        """The exceptional days of the next weeks."""
        today = self.now.date()
        return [
            days_in_words(one, today)
            for one in self.entry.hours.exceptions
            if one.last >= today and one.first <= today + AHEAD
        ]

    @property
    def schedules(self) -> list[dict[str, Any]]:
        """The schedules with dates, and those by appointment, in words."""
        today = self.now.date()
        return [
            self._schedule(one)
            for one in self.entry.hours.schedules
            if (one.dated or one.by_appointment)
            and (one.ends is None or one.ends >= today)
        ]

    @property
    def facts(self) -> list[Fact]:
        """How to reach it."""
        one = self.entry
        found = [
            Fact(phone.label or words.PHONES.get(phone.kind, phone.kind),
                 spoken(phone.number), f"tel:{phone.number}")
            for phone in one.phones
        ]  # fmt: skip
        found += [
            Fact(mail.label or _("fact_mail", default="Courriel"), mail.address,
                 f"mailto:{mail.address}")
            for mail in one.mails
        ]  # fmt: skip
        found += [
            Fact(link.label or words.LINKS.get(link.kind, link.kind),
                 link.url.removeprefix("https://").removesuffix("/"), link.url)
            for link in one.links
        ]  # fmt: skip
        if one.enterprise_number:
            number = one.enterprise_number
            shown = f"{number[:4]}.{number[4:7]}.{number[7:]}"
            found.append(Fact(_("fact_enterprise", default="Entreprise"), shown))
        return found

    @property
    def route_url(self) -> str:
        """Where a telephone opens its own map; empty without a place."""
        place = self.entry.place
        return f"geo:{place.latitude},{place.longitude}" if place else ""

    @property
    def map_url(self) -> str:
        """The place on OpenStreetMap, opened only by who asks for it."""
        place = self.entry.place
        if place is None:
            return ""
        at = f"{place.latitude}/{place.longitude}"
        point = f"mlat={place.latitude}&mlon={place.longitude}"
        return f"https://www.openstreetmap.org/?{point}#map=18/{at}"

    @property
    def facilities(self) -> list[str]:
        return [words.FACILITIES[one] for one in self.entry.facilities]

    @property
    def sorts(self) -> list[dict[str, str]]:
        """The categories, each leading to those of the same."""
        directory = door.directory_above(self.context)
        known = {one.id: one.title for one in door.categories(directory)}
        return [
            {"title": known[id], "url": f"{directory.absolute_url()}?categorie={id}"}
            for id in self.entry.categories
            if id in known
        ]

    @property
    def paragraphs(self) -> list[str]:
        """The presentation, a paragraph a line."""
        return [one for one in self.entry.description.splitlines() if one.strip()]

    @property
    def schema_org(self) -> str:
        """The entry for search engines, ready to stand inside a script element."""
        node: Node = directory_entry(self.entry, site_named())
        return script(node)

    def _schedule(self, one: Schedule) -> dict[str, Any]:
        today = self.now.date()
        bounds = [short_date(day, today) for day in (one.starts, one.ends) if day]
        return {
            "name": one.name,
            "days": " – ".join(bounds),
            "rows": [
                (words.said(day), words.intervals(hours.intervals), hours.comment)
                for day, hours in zip(words.DAYS, one.week, strict=True)
                if hours.intervals or hours.comment
            ],
        }
