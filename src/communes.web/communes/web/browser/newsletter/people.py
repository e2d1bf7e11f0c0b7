"""``<newsletter>/abonnes``: who gets it, for who keeps it; each act on one of them."""

from communes.core.hardening.giving import give_out
from communes.core.mailing.domain.subscriber import Standing
from communes.core.parts.domain.paging import links_around
from communes.core.parts.domain.paging import page_count
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import PageLink
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import counted
from communes.core.shell.acting import Act
from communes.web.api.subscribers import erase
from communes.web.api.subscribers import export
from communes.web.api.subscribers import Page
from communes.web.api.subscribers import person_data
from communes.web.api.subscribers import STANDINGS
from communes.web.api.subscribers import subscribers
from communes.web.browser.newsletter.frame import Keeping
from communes.web.browser.newsletter.words import moment_words
from communes.web.i18n import _
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


SIZE = 50
_KINDS = {
    Standing.ASKED: "wait",
    Standing.CONFIRMED: "ok",
    Standing.BOUNCED: "late",
    Standing.COMPLAINED: "late",
}


class PeoplePage(Keeping):
    """Search, filter by standing, fifty a page."""

    tab = "abonnes"
    template = ViewPageTemplateFile("templates/people.pt")
    caption = _("tab_subscribers", default="Abonnés")
    empty_title = _("people_none", default="Personne.")
    empty_text = _(
        "people_none_text",
        default="Les abonnés qui ont confirmé leur adresse apparaissent ici ; un "
        "fichier peut en amener d'autres, avec la preuve de leur accord.",
    )
    find = Action(_("find", default="Chercher"), method="submit")

    @property
    def actions(self) -> list[Action]:
        return [
            Action(_("people_bring", default="Importer"),
                   f"{self.url}/abonnes-importer"),
            Action(_("people_export", default="Exporter"),
                   f"{self.url}/abonnes-exporter"),
        ]  # fmt: skip

    @cached_property
    def page(self) -> Page:
        start = (self.number - 1) * SIZE
        return subscribers(
            self.site, self.context, self.words, self.standing, start, SIZE
        )

    @property
    def words(self) -> str:
        found = self.request.form.get("q", "")
        return found[:100] if isinstance(found, str) else ""

    @property
    def looked_for(self) -> Field:
        """What is looked for."""
        label = _("people_find", default="Une partie de l'adresse")
        return Field("q", label, "search", self.words)

    @property
    def standing(self) -> str:
        found = self.request.form.get("etat", "")
        return found if found in {one.value for one in STANDINGS} else ""

    @property
    def number(self) -> int:
        return max(whole(self.request.form.get("page"), 1), 1)

    @property
    def chips(self) -> list[Chip]:
        """How many are of each standing, to be chosen."""
        return [
            Chip(
                f"{word} ({self.counts.get(one.value, 0)})",
                self._address(etat="" if self.standing == one.value else one.value),
                self.standing == one.value,
            )
            for one, word in STANDINGS.items()
        ]

    @property
    def pages(self) -> list[PageLink]:
        last = page_count(self.page.total, SIZE)
        if last < 2:
            return []
        return links_around(
            self.number, last, lambda one: self._address(page=one), ends=True
        )

    @property
    def page_words(self) -> str:
        return counted(self.page.total, "adresse")

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [self._row(one) for one in self.page.people]

    def _row(self, one: Any) -> dict[str, Any]:
        standing = Standing(one.standing)
        sure = _(
            "person_erase_sure",
            default="Effacer ${address} de la liste ? Cette personne ne recevra plus "
            "rien.",
            mapping={"address": one.address},
        )
        return {
            "address": one.address,
            "tag": Tag(STANDINGS[standing], _KINDS[standing]),
            "since": moment_words(one.confirmed_at or one.asked_at),
            "source": one.consent.get("source", ""),
            "actions": [
                Action(_("person_data", default="Ses données"),
                       f"{self.url}/abonne-donnees?id={one.id}", small=True),
                Action(_("person_erase", default="Effacer"),
                       f"{self.url}/abonne-effacer", small=True, method="post",
                       values={"id": one.id}, confirm=sure),
            ],
        }  # fmt: skip

    def _address(self, **changes: object) -> str:
        asked = {"q": self.words, "etat": self.standing, **changes}
        return f"{self.url}/abonnes?{urlencode({k: v for k, v in asked.items() if v})}"


class ExportPeople(BrowserView):
    """The whole list as CSV."""

    def __call__(self) -> bytes:
        return give_out(self.request.response, export(api.portal.get(), self.context))


class ExportPerson(BrowserView):
    """What is kept of one, at their request."""

    def __call__(self) -> bytes:
        id = self.request.form.get("id", "")
        made = person_data(
            api.portal.get(), self.context, id if isinstance(id, str) else ""
        )
        return give_out(self.request.response, made)


class ErasePerson(Act):
    """Takes one off the list, at their request."""

    def act(self) -> dict:
        erase(api.portal.get(), self.context, self.given("id"))
        return {"message": _("person_erased", default="L'adresse est effacée.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/abonnes"
