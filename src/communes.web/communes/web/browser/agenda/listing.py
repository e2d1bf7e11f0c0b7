"""What takes place: of an agenda, or of the whole site (``<site>/evenements``)."""

from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import PageLink
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import counted
from communes.core.public.page import PublicPage
from communes.web.api.agenda import may_add
from communes.web.api.happenings import Happenings
from communes.web.api.happenings import happenings
from communes.web.browser.agenda.words import said_of
from communes.web.browser.agenda.words import titles
from communes.web.browser.albums.showing import of_listed
from communes.web.browser.editing.offers import offers
from communes.web.browser.editing.offers import state_tags
from communes.web.browser.resources import resource
from communes.web.domain.agenda.choosing import Wanted
from communes.web.domain.agenda.event import wall_of
from communes.web.domain.agenda.period import around
from communes.web.domain.agenda.period import Span
from communes.web.domain.list_tags import EVENTS
from communes.web.i18n import _
from datetime import datetime
from datetime import UTC
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


PAGE = 20
#: Seconds a list stays the same while nothing is changed.
BEAT = 300
SPANS = {
    Span.COMING: _("span_coming", default="À venir"),
    Span.TODAY: _("span_today", default="Aujourd'hui"),
    Span.WEEKEND: _("span_weekend", default="Ce week-end"),
    Span.WEEK: _("span_week", default="Semaine"),
    Span.MONTH: _("span_month", default="Mois"),
}
_ASKED = ("q", "quand", "jour", "theme", "public", "gratuit", "pmr")


class HappeningsPage(PublicPage):
    """``?quand=&jour=&q=&theme=&public=&gratuit=&pmr=&page=``"""

    template = ViewPageTemplateFile("templates/list.pt")
    name = ""
    find = Action(_("button_find", default="Chercher"), method="submit")
    empty_title = _("events_none", default="Rien à cette période.")
    empty_text = _(
        "events_none_text",
        default="Choisissez une autre période, ou enlevez un critère.",
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
    def style(self) -> str:
        return resource("dated.css")

    @property
    def tags(self) -> tuple[str, ...]:
        return (EVENTS, *(one.listed.event.id for one in self.rows))

    @property
    def depends_on(self) -> tuple[object, ...]:
        """What is to come moves by the clock: looked at anew every few minutes."""
        return (*super().depends_on, int(self.now.timestamp()) // BEAT)

    @property
    def actions(self) -> list[Action]:
        """What whoever keeps the agenda may do; nothing for citizens."""
        found = offers(self.context)
        if may_add(self.context):
            url = self.context.absolute_url()
            title = _("new_event", default="Nouvel événement")
            found.insert(0, Action(title, f"{url}/nouvel-evenement", primary=True))
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
    def rows(self) -> tuple[Any, ...]:
        """The rows of this page of the list."""
        start = (self.number - 1) * PAGE
        return self.found.rows[start : start + PAGE]

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
    def page_links(self) -> list[PageLink]:
        here = self.number
        last = self._pages()
        near = range(max(1, here - 2), min(last, here + 2) + 1)
        return [
            PageLink(str(one), "" if one == here else self.link(page=str(one)),
                     one == here)
            for one in near
        ]  # fmt: skip

    @property
    def calendar_url(self) -> str:
        return f"{self.context.absolute_url()}/evenements.ics"

    @property
    def propose_url(self) -> str:
        """Where citizens propose an event; empty where none is taken."""
        if not getattr(self.context, "proposals_open", False):
            return ""
        return f"{self.context.absolute_url()}/proposer"

    @property
    def number(self) -> int:
        return min(max(whole(self.given("page"), 1), 1), self._pages())

    def link(self, **more: str) -> str:
        """Return the address of this list, some of what is asked changed."""
        asked = {name: self.given(name) for name in _ASKED}
        kept = {name: value for name, value in {**asked, **more}.items() if value}
        return f"{self.url}?{urlencode(kept)}" if kept else self.url

    def given(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found[:200].strip() if isinstance(found, str) else ""

    def _pages(self) -> int:
        return max(1, -(-len(self.found.rows) // PAGE))

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
