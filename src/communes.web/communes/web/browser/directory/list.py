"""``<directory>?q=&categorie=&equipement=&genre=&commune=&ouvert=1&page=``"""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.parts.domain.paging import asked_page
from communes.core.parts.domain.paging import links_around
from communes.core.parts.domain.paging import page_count
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import PageLink
from communes.core.parts.domain.values import Tag
from communes.web.browser.directory import words
from communes.web.browser.directory.opened import OpenedPage
from communes.web.browser.editing.offers import offers
from communes.web.browser.editing.offers import state_tags
from communes.web.directory import api as door
from communes.web.directory import claims
from communes.web.directory import listing
from communes.web.domain.phone import spoken
from communes.web.domain.schedule.opening import answer_at
from communes.web.domain.schedule.record import OpeningHours
from communes.web.domain.taxonomy import Taxonomy
from communes.web.i18n import _
from dataclasses import replace
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


PAGE = 25
#: What an address may ask, by the name of what is wanted.
ASKED = {
    "words": "q",
    "category": "categorie",
    "facility": "equipement",
    "kind": "genre",
    "entity": "commune",
}


def wanted_of(form: Mapping[str, object], published: bool = False) -> listing.Wanted:
    """Return what an address of the list asks for; what is no text asks nothing."""
    given = {name: form.get(box, "") for name, box in ASKED.items()}
    texts = {
        name: one[:200] if isinstance(one, str) else "" for name, one in given.items()
    }
    return listing.Wanted(
        **texts, open_now=form.get("ouvert") == "1", published=published
    )


class DirectoryPage(OpenedPage):
    """The directory as citizens look for somebody in it."""

    template = ViewPageTemplateFile("list.pt")
    empty_title = _("directory_none", default="Aucune fiche trouvée.")
    empty_text = _(
        "directory_none_text",
        default="Essayez un autre mot, ou retirez un des filtres.",
    )
    export_title = _("directory_export", default="Télécharger")
    find = Action(_("button_find", default="Chercher"), method="submit")

    @property
    def page_title(self) -> str:
        return self.context.title

    @property
    def identity(self) -> str:
        return self.context.description

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @cached_property
    def wanted(self) -> listing.Wanted:
        return wanted_of(self.request.form)

    @cached_property
    def lines(self) -> list[listing.Line]:
        """All that is found, of which a page is shown."""
        return listing.find(self.context, self.wanted, self.now)

    @cached_property
    def shown(self) -> list[listing.Line]:
        start = (self.number - 1) * PAGE
        return self.lines[start : start + PAGE]

    @property
    def tags(self) -> list[str]:
        """What a proxy forgets the page with."""
        return [self.context.UID(), *(one.uid for one in self.shown)]

    @property
    def shown_hours(self) -> Iterable[OpeningHours]:
        # Who opens next enters a list of those that are open.
        if self.wanted.open_now:
            other = replace(self.wanted, open_now=False)
            found = listing.find(self.context, other, self.now)
        else:
            found = self.shown
        return [one.record.hours for one in found if one.has_hours]

    @property
    def marks(self) -> list[Tag]:
        """Where the directory stands, for who keeps it."""
        return state_tags(self.context)

    @property
    def actions(self) -> list[Action]:
        """What who keeps the directory may do, the most frequent first."""
        if not door.may_keep(self.context):
            return []
        waiting = claims.count(self.context)
        return [
            Action(_("exceptional_many_title", default="Horaires exceptionnels"),
                   f"{self.url}/horaires-exceptionnels"),
            Action(_("claims_waiting", default="Propositions (${count})",
                     mapping={"count": waiting}), f"{self.url}/propositions"),
            *offers(self.context, "reglages"),
        ]  # fmt: skip

    @cached_property
    def tree(self) -> Taxonomy:
        return door.taxonomy(self.context)

    @cached_property
    def facets(self) -> listing.Facets:
        """How many entries a choice would leave, the other choices staying."""
        return listing.facets(self.context, self.wanted, self.now, self.lines)

    @property
    def fields(self) -> list[Field]:
        """What one may choose from; a list nobody needs is left out."""
        every = _("directory_every_one", default="Toutes")
        found = [
            self._choice("category", _("label_sort", default="Catégorie"), every,
                         self._categories()),
            self._choice("facility", _("label_facility", default="Équipement"),
                         _("directory_every_two", default="Tous"),
                         self._counted(words.FACILITIES, self.facets.facilities)),
            self._choice("entity", _("entity_name", default="Commune"), every,
                         {one.id: one.title for one in door.entities(self.context)}),
        ]  # fmt: skip
        open_now = Field("ouvert", _("filter_open", default="Ouvert maintenant"),
                         "checkbox", "1" if self.wanted.open_now else "")  # fmt: skip
        return [*(one for one in found if len(one.options) > 1), open_now]

    @property
    def entrances(self) -> list[dict[str, Any]]:
        """The first categories, as doors, while nothing is looked for."""
        if self.request.environ.get("QUERY_STRING"):
            return []
        counts = self.facets.categories
        return [
            {
                "title": one.title,
                "url": f"{self.url}?{urlencode({'categorie': one.id})}",
                "count": counts[one.id],
            }
            for one in self.tree.below()
            if counts[one.id]
        ]

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [self._row(one) for one in self.shown]

    @property
    def number(self) -> int:
        pages = page_count(len(self.lines), PAGE)
        return asked_page(self.request.form.get("page"), pages)

    @property
    def page_words(self) -> str:
        count = len(self.lines)
        if count == 1:
            return _("directory_one", default="1 fiche")
        return _("directory_count", default="${count} fiches", mapping={"count": count})

    @property
    def page_links(self) -> list[PageLink]:
        pages = page_count(len(self.lines), PAGE)
        return links_around(self.number, pages, lambda one: self._link(page=str(one)))

    @property
    def chips(self) -> list[Chip]:
        """The list as files, for people and for programs."""
        query = self._query()
        files = (
            ("fiches.csv", "CSV"), ("fiches.xlsx", "Excel (XLSX)"),
            ("fiches.ods", "OpenDocument (ODS)"), ("fiches.vcf", "vCard"),
            ("fiches.geojson", "GeoJSON"),
        )  # fmt: skip
        return [Chip(title, f"{self.url}/{name}{query}") for name, title in files]

    def _row(self, line: listing.Line) -> dict[str, Any]:
        one = line.record
        answer = answer_at(one.hours, self.now) if line.has_hours else None
        known = self.facets.titles
        return {
            "url": line.url,
            "title": one.title,
            "sub": one.subtitle,
            "address": one.address.line,
            "phones": [(f"tel:{p.number}", spoken(p.number)) for p in one.phones[:2]],
            "sorts": ", ".join(known[id] for id in one.categories if id in known),
            "tag": words.open_tag(answer) if answer else None,
            "until": words.until(answer, self.now) if answer else "",
            "private": line.state != "published",
        }

    def _choice(
        self, name: str, label: str, every: str, known: Mapping[str, str]
    ) -> Field:
        asked = getattr(self.wanted, name)
        choices = (Option(id, title, id == asked) for id, title in known.items())
        return Field(ASKED[name], label, "select", required=True,
                     options=(Option("", every), *choices))  # fmt: skip

    def _categories(self) -> dict[str, str]:
        known = {
            one.id: "\u2003" * (len(self.tree.path(one.id)) - 1) + one.title
            for one in self._ordered("")
        }
        return self._counted(known, self.facets.categories)

    def _ordered(self, parent: str) -> list[Any]:
        return [
            each
            for one in self.tree.below(parent)
            for each in (one, *self._ordered(one.id))
        ]

    def _counted(
        self, known: Mapping[str, str], counts: Mapping[str, int]
    ) -> dict[str, str]:
        return {
            str(id): f"{words.said(title)} ({counts[str(id)]})"
            for id, title in known.items()
            if counts[str(id)]
        }

    def _link(self, **more: str) -> str:
        return f"{self.url}{self._query(**more)}"

    def _query(self, **more: str) -> str:
        asked = {box: getattr(self.wanted, name) for name, box in ASKED.items()}
        asked["ouvert"] = "1" if self.wanted.open_now else ""
        kept = {name: value for name, value in {**asked, **more}.items() if value}
        return f"?{urlencode(kept)}" if kept else ""
