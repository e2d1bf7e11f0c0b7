"""``<site>/guide-des-demarches?q=&moment=&public=``: services, by what happens."""

from communes.core.parts.domain.values import Action
from communes.core.public.page import PublicPage
from communes.web.api.choices import audiences
from communes.web.browser.services_sheets import words
from communes.web.i18n import _
from communes.web.sheets import listing
from functools import cached_property
from itertools import groupby
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
import unicodedata
from urllib.parse import urlencode


class ServicesPage(PublicPage):
    """Entrances by moment of life and by audience, then all from A to Z."""

    template = ViewPageTemplateFile("list.pt")
    empty_title = _("services_none", default="Aucune démarche trouvée.")
    empty_text = _(
        "services_none_text",
        default="Essayez un autre mot, ou voyez toutes les démarches de A à Z.",
    )
    find = Action(_("button_find", default="Chercher"), method="submit")

    @property
    def url(self) -> str:
        return f"{self.site_url}/guide-des-demarches"

    @property
    def page_title(self) -> str:
        if self.moment:
            return words.LIFE_EVENTS[self.moment]
        if self.public:
            return self.publics[self.public]
        return _("services_title", default="Démarches")

    @cached_property
    def publics(self) -> dict[str, str]:
        return dict(audiences())

    @property
    def moment(self) -> str:
        found = self._given("moment")
        return found if found in words.LIFE_EVENTS else ""

    @property
    def public(self) -> str:
        found = self._given("public")
        return found if found in self.publics else ""

    @property
    def words(self) -> str:
        return self._given("q")

    @property
    def chosen(self) -> bool:
        """Whether something is looked for."""
        return bool(self.moment or self.public or self.words)

    @cached_property
    def all(self) -> list[listing.Line]:
        """Every service the person may see."""
        return listing.find()

    @cached_property
    def lines(self) -> list[listing.Line]:
        """The services that are looked for."""
        if not self.chosen:
            return self.all
        return listing.find(self.moment, self.public, self.words)

    @property
    def tags(self) -> list[str]:
        """What a proxy forgets the page with."""
        return ["services", *(one.uid for one in self.lines)]

    @property
    def moments(self) -> list[dict[str, Any]]:
        """The moments of life that lead somewhere."""
        found = {id for one in self.all for id in one.life_events}
        return self._entrances("moment", words.LIFE_EVENTS, found)

    @property
    def audiences(self) -> list[dict[str, Any]]:
        """The audiences that find something."""
        found = {id for one in self.all for id in one.audiences}
        return self._entrances("public", self.publics, found)

    @property
    def letters(self) -> list[dict[str, Any]]:
        """The services by their first letter, accents aside."""
        ordered = sorted(self.lines, key=lambda one: _bare(one.title))
        return [
            {"letter": letter, "lines": list(found)}
            for letter, found in groupby(ordered, key=lambda one: _letter(one.title))
        ]

    def _entrances(
        self, name: str, known: dict[str, str], found: set[str]
    ) -> list[dict[str, Any]]:
        return [
            {"title": title, "url": f"{self.url}?{urlencode({name: id})}"}
            for id, title in known.items()
            if id in found
        ]

    def _given(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found[:200] if isinstance(found, str) else ""


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _letter(text: str) -> str:
    first = _bare(text)[:1].upper()
    return first if first.isalpha() else "0–9"
