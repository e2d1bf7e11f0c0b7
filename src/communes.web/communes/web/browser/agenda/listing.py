"""What takes place: of an agenda, or of the whole site (``<site>/evenements``)."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import counted
from communes.web.api.agenda import may_add
from communes.web.api.happenings import Happenings
from communes.web.api.happenings import happenings
from communes.web.browser.agenda.dated_list import DatedList
from communes.web.browser.agenda.words import said_of
from communes.web.browser.agenda.words import titles
from communes.web.browser.albums.showing import of_listed
from communes.web.domain.agenda.choosing import Wanted
from communes.web.domain.agenda.event import wall_of
from communes.web.domain.agenda.period import around
from communes.web.domain.agenda.period import Span
from communes.web.domain.list_tags import EVENTS
from communes.web.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


SPANS = {
    Span.COMING: _("span_coming", default="À venir"),
    Span.TODAY: _("span_today", default="Aujourd'hui"),
    Span.WEEKEND: _("span_weekend", default="Ce week-end"),
    Span.WEEK: _("span_week", default="Semaine"),
    Span.MONTH: _("span_month", default="Mois"),
}


class HappeningsPage(DatedList):
    """``?quand=&jour=&q=&theme=&public=&gratuit=&pmr=&page=``"""

    template = ViewPageTemplateFile("templates/list.pt")
    asked = ("q", "quand", "jour", "theme", "public", "gratuit", "pmr")
    adding = (_("new_event", default="Nouvel événement"), "nouvel-evenement")
    empty_title = _("events_none", default="Rien à cette période.")
    empty_text = _(
        "events_none_text",
        default="Choisissez une autre période, ou enlevez un critère.",
    )

    @property
    def tags(self) -> tuple[str, ...]:
        return (EVENTS, *(one.listed.event.id for one in self.rows))

    @property
    def may_add(self) -> bool:
        return may_add(self.context)

    @cached_property
    def wanted(self) -> Wanted:
        return Wanted(
            words=self.given("q"),
            category=self.given("theme"),
            audience=self.given("public"),
            free=bool(self.given("gratuit")),
            wheelchair=bool(self.given("pmr")),
        )

    @cached_property
    def found(self) -> Happenings:
        today = wall_of(self.now).date()
        return happenings(self.context, self.given("quand"), self.given("jour"),
                          self.wanted, self.now, today)  # fmt: skip

    @property
    def all_rows(self) -> tuple[Any, ...]:
        return self.found.rows

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [
            said_of(row, of_listed(row.listed.url, row.listed.picture))
            for row in self.rows
        ]

    @property
    def period_title(self) -> str:
        """The days shown, in words."""
        return self.found.period.title or SPANS[Span.COMING]

    @property
    def spans(self) -> list[Chip]:
        return [
            Chip(title, self.link(quand="" if one is Span.COMING else one.value,
                                  jour="", page=""),
                 False)
            for one, title in SPANS.items()
            if one is not self.found.period.span
        ]  # fmt: skip

    @property
    def around(self) -> list[Chip]:
        """The period before and the one after."""
        near = around(self.found.period)
        if near is None:
            return []
        words = (_("span_before", default="Avant"), _("span_after", default="Après"))
        return [
            Chip(word, self.link(jour=day.isoformat(), page=""))
            for word, day in zip(words, near, strict=True)
        ]

    @property
    def fields(self) -> list[Field]:
        """What one may look for; a choice says how many events it leaves."""
        return [
            Field("q", _("find_words", default="Mots"), "search", self.given("q")),
            self._choice("theme", _("label_theme", default="Thématique"), "category",
                         "categories"),
            self._choice("public", _("label_audience", default="Je suis"), "audience",
                         "audiences"),
            Field("gratuit", _("label_free", default="Gratuit"), "checkbox",
                  self.given("gratuit")),
            Field("pmr", _("label_wheelchair", default="Accessible aux PMR"),
                  "checkbox", self.given("pmr")),
        ]  # fmt: skip

    @property
    def hidden(self) -> dict[str, str]:
        """The period goes along with a search."""
        asked = {name: self.given(name) for name in ("quand", "jour")}
        return {name: value for name, value in asked.items() if value}

    @property
    def page_words(self) -> str:
        return counted(len(self.found.rows), "événement")

    @property
    def calendar_url(self) -> str:
        return f"{self.context.absolute_url()}/evenements.ics"

    def _choice(self, name: str, label: str, kind: str, vocabulary: str) -> Field:
        asked, counts = self.given(name), self.found.choices[kind]
        known = titles(vocabulary)
        options = [
            Option(id, f"{title} ({counts[id]})" if id in counts else title,
                   id == asked)
            for id, title in known.items()
            if id in counts or id == asked
        ]  # fmt: skip
        every = Option("", _("every_one", default="Peu importe"), not asked)
        return Field(name, label, "select", options=(every, *options))


class SiteHappeningsPage(HappeningsPage):
    """``<site>/evenements``: of every agenda of the site."""

    name = "evenements"
    actions: list[Action] = []
    marks: list[Tag] = []

    @property
    def page_title(self) -> str:
        return _("events_title", default="Agenda")
