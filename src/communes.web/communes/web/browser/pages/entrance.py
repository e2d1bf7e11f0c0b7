"""``/je-cherche?pour=&theme=``: what is for somebody, or about something."""

from communes.core.parts.domain.values import Chip
from communes.core.public.page import PublicPage
from communes.web.api.cards import collected
from communes.web.api.cards import ENTRANCE_TYPES
from communes.web.api.choices import audiences
from communes.web.api.choices import themes
from communes.web.domain.card import Card
from communes.web.domain.lettering import by_letter
from communes.web.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


#: More under one theme would be the whole site.
MOST = 500


class EntrancePage(PublicPage):
    """Pages and services by audience and theme, from A to Z."""

    template = ViewPageTemplateFile("templates/entrance.pt")
    page_title = _("entrance_title", default="Je suis, je cherche")
    empty_title = _("entrance_none", default="Rien n'est classé sous ce choix.")
    empty_text = _("entrance_none_text", default="Retirez un des deux filtres.")

    @cached_property
    def chosen(self) -> dict[str, str]:
        """What was chosen, among what one may choose."""
        form = self.request.form
        known = {"pour": dict(audiences()), "theme": dict(themes())}
        asked = {name: form.get(name, "") for name in known}
        return {
            name: value
            for name, value in asked.items()
            if isinstance(value, str) and value in known[name]
        }

    @cached_property
    def cards(self) -> list[Card]:
        """What is found; nothing before something is chosen."""
        if not self.chosen:
            return []
        about = [one for one in (self.chosen.get("theme"),) if one]
        whom = [one for one in (self.chosen.get("pour"),) if one]
        return collected(ENTRANCE_TYPES, about, whom, "title", MOST)

    @property
    def letters(self) -> list[tuple[str, list[Card]]]:
        return by_letter(self.cards, lambda card: card.title)

    @property
    def tags(self) -> list[str]:
        return [one.uid for one in self.cards]

    def chips(self, name: str) -> list[Chip]:
        """Return the choices of one filter; the link of one that is on takes it off."""
        rows = audiences() if name == "pour" else themes()
        return [self._chip(name, value, title) for value, title in rows]

    def _chip(self, name: str, value: str, title: str) -> Chip:
        on = self.chosen.get(name) == value
        asked = {key: one for key, one in self.chosen.items() if key != name}
        if not on:
            asked[name] = value
        url = f"{self.site_url}/je-cherche"
        return Chip(title, f"{url}?{urlencode(asked)}" if asked else url, on)
