"""The publications of an institution: in force, the register, and what is prepared."""

from communes.core.dashboards.exports.api import FORMATS
from communes.core.dashboards.exports.api import make
from communes.core.hardening.giving import give_out
from communes.core.hardening.giving import MadeFile
from communes.core.parts.domain.paging import asked_page
from communes.core.parts.domain.paging import links_around
from communes.core.parts.domain.paging import page_count
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import PageLink
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.writing import short_date
from communes.publications.api import publication as door
from communes.publications.api import register
from communes.publications.browser.public.page import PublicPage
from communes.publications.browser.publication import words
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.publication.kinds import natures
from communes.publications.domain.publication.register import Entry
from communes.publications.domain.publication.register import Wanted
from communes.publications.domain.publication.states import PUBLIC_STATES
from communes.publications.i18n import _
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zExceptions import NotFound


IN_FORCE, REGISTER, DRAFTS = "", "registre", "preparation"
PAGE = 25
_ASKED = ("q", "nature", "matiere", "rue", "annee")


class ShelfPage(PublicPage):
    """``<institution>/publications?vue=&q=&nature=&matiere=&rue=&annee=&export=``"""

    template = ViewPageTemplateFile("templates/shelf.pt")
    caption = _("publications_caption", default="Publications")
    tabs_label = _("publications_views", default="Vues des publications")
    empty_title = _("publications_none", default="Aucune publication.")
    empty_text = _(
        "publications_none_text",
        default="Les règlements et avis apparaissent ici dès qu'ils sont publiés ; "
        "changez la recherche pour en voir d'autres.",
    )
    find = Action(_("button_find", default="Chercher"), method="submit")
    export_title = _("publications_export", default="Exporter")

    def __call__(self) -> str | bytes:
        kind = self._given("export")
        if kind:
            return self._export(kind)
        return super().__call__()

    @property
    def page_title(self) -> str:
        return _("publications_page", default="Règlements et avis")

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def works(self) -> bool:
        """Whether the person makes publications here."""
        return door.may_add(self.institution)

    @property
    def view_name(self) -> str:
        asked = self._given("vue")
        if asked == DRAFTS and not self.works:
            return IN_FORCE
        return asked if asked in (REGISTER, DRAFTS) else IN_FORCE

    @property
    def tabs(self) -> list[Tab]:
        found = [
            (IN_FORCE, _("publications_in_force", default="En vigueur")),
            (REGISTER, _("publications_register", default="Registre")),
        ]
        if self.works:
            found.append((DRAFTS, _("publications_drafts", default="En préparation")))
        return [
            Tab(title, f"{self.url}?vue={name}" if name else self.url,
                name == self.view_name)
            for name, title in found
        ]  # fmt: skip

    @property
    def actions(self) -> list[Action]:
        if not self.works:
            return []
        title = _("publication_new", default="Nouvelle publication")
        return [Action(title, f"{self.url}/nouvelle", primary=True)]

    @property
    def fields(self) -> list[Field]:
        """What one may look for."""
        every = Option("", _("every", default="Toutes"))
        kinds = ((one.id, one.title) for one in natures().values())
        return [
            Field("q", _("find_words", default="Mots"), "search", self._given("q")),
            Field("nature", _("fact_nature", default="Nature"), "select",
                  options=(every, *self._options("nature", kinds))),
            Field("matiere", _("fact_matter", default="Matière"), "select",
                  options=(every, *self._options("matiere", matters().items()))),
            Field("rue", _("find_street", default="Rue"), value=self._given("rue")),
            Field("annee", _("find_year", default="Année"), "select",
                  options=(every, *self._options("annee", self._years()))),
        ]  # fmt: skip

    @cached_property
    def wanted(self) -> Wanted:
        year = self._given("annee")
        fine = year.isascii() and year.isdigit() and len(year) == 4
        return Wanted(
            words=self._given("q"),
            nature=self._given("nature"),
            matter=self._given("matiere"),
            street=self._given("rue"),
            year=int(year) if fine else None,
            in_force=self.view_name == IN_FORCE,
        )

    @cached_property
    def lines(self) -> list[Entry]:
        return register.register_lines(self.institution, self.wanted)

    @property
    def rows(self) -> list[dict]:
        """The lines of this page of the list."""
        if self.view_name == DRAFTS:
            return [self._draft(one) for one in register.drafts(self.institution)]
        start = (self.number - 1) * PAGE
        return [self._row(one) for one in self.lines[start : start + PAGE]]

    @property
    def number(self) -> int:
        return asked_page(self._given("page"), self._pages())

    @property
    def page_words(self) -> str:
        count = len(self.lines)
        if count == 1:
            return _("publications_one", default="1 publication")
        mapping = {"count": count}
        return _("publications_count", default="${count} publications", mapping=mapping)

    @property
    def page_links(self) -> list[PageLink]:
        return links_around(
            self.number, self._pages(), lambda one: self._link(page=str(one))
        )

    @property
    def chips(self) -> list[Chip]:
        """The list as a file."""
        if self.view_name == DRAFTS:
            return []
        return [
            Chip(one.title, self._link(export=kind)) for kind, one in FORMATS.items()
        ]

    @property
    def feed_url(self) -> str:
        """What a reader of feeds follows: the same choice."""
        return f"{self.url}/publications.atom{self._query()}"

    @property
    def follow_url(self) -> str:
        """Where one asks for the same choice by e-mail."""
        return f"{self.institution.absolute_url()}/s-abonner{self._query()}"

    def _row(self, one: Entry) -> dict:
        public = one.state in PUBLIC_STATES
        words_of = words.nature_title(one.nature)
        withdrawn = _(
            "entry_withdrawn",
            default="Dépubliée le ${day} : ${reason}",
            mapping={
                "day": short_date(one.withdrawn_at.date(), date.today())
                if one.withdrawn_at
                else "",
                "reason": one.reason,
            },
        )
        return {
            "url": f"{self.url}/{one.reference}" if public else "",
            "title": one.title_shown or words_of,
            "sub": withdrawn if one.withdrawn_at else words_of,
            "reference": one.reference,
            "version": one.number if one.number > 1 else 0,
            "shown": short_date(one.shown_at.date(), date.today()),
            "binding": short_date(one.binding_on, date.today())
            if one.binding_on and not one.withdrawn_at
            else "",
            "tag": None if one.state == "published" else words.state_tag(one.state),
        }

    def _draft(self, brain: object) -> dict:
        return {
            "url": brain.getURL(),
            "title": brain.Title,
            "sub": "",
            "reference": brain.getId,
            "version": 0,
            "shown": "",
            "binding": "",
            "tag": words.state_tag(brain.review_state),
        }

    def _export(self, kind: str) -> bytes:
        if kind not in FORMATS:
            raise NotFound(kind)
        made = make(kind, register.register_table(self.institution, self.wanted))
        name = f"registre-{self.institution.getId()}.{kind}"
        file = MadeFile(name, FORMATS[kind].content_type, made)
        return give_out(self.request.response, file)

    def _years(self) -> list[tuple[str, str]]:
        known = register.register_lines(self.institution, Wanted())
        years = sorted({one.shown_at.year for one in known}, reverse=True)
        return [(str(year), str(year)) for year in years]

    def _options(self, name: str, known: object) -> list[Option]:
        asked = self._given(name)
        return [Option(id, title, id == asked) for id, title in known]

    def _pages(self) -> int:
        return page_count(len(self.lines), PAGE)

    def _link(self, **more: str) -> str:
        return f"{self.url}{self._query(vue=self.view_name, **more)}"

    def _query(self, **more: str) -> str:
        asked = {name: self._given(name) for name in _ASKED}
        kept = {name: value for name, value in {**asked, **more}.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    def _given(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found[:200] if isinstance(found, str) else ""
