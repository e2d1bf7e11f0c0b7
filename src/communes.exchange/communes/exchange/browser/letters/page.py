"""``@@echanges``: what has not arrived and what is not done, refused first."""

from communes.core.dashboards.domain import Answer
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Row
from communes.core.dashboards.links import page_links
from communes.core.dashboards.links import page_words
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import PageLink
from communes.core.parts.domain.values import Tab
from communes.exchange.browser import words
from communes.exchange.i18n import _
from communes.exchange.letters import api as letters
from communes.exchange.letters.domain import Direction
from communes.exchange.letters.domain import Letter
from communes.exchange.messages.api import title_of
from communes.exchange.peers.api import peers
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


SIZE = 50
STATES = ("refused", "waiting")
DIRECTIONS = {"envoyes": Direction.OUT, "recus": Direction.IN}


def letter_url(site: object, found: Letter) -> str:
    """Return the address of the page of a message."""
    asked = urlencode(
        {"sens": found.direction, "correspondant": found.peer, "id": found.id}
    )
    return f"{site.absolute_url()}/@@echanges-message?{asked}"


class LettersPage(BrowserView):
    """``@@echanges?sens=recus&etat=refused&page=2``."""

    template = ViewPageTemplateFile("page.pt")
    wants_patterns = False
    page_title = words.PRODUCT
    tabs_label = words.TABS_LABEL
    caption = _("letters_caption", default="Messages qui attendent ou sont refusés")

    def __call__(self) -> str:
        return self.template()

    @property
    def tabs(self) -> list[Tab]:
        received = self.direction is Direction.IN
        return words.tabs(
            self.context, "echanges?sens=recus" if received else "echanges"
        )

    @cached_property
    def direction(self) -> Direction:
        asked = self.request.form.get("sens")
        return DIRECTIONS.get(asked if isinstance(asked, str) else "", Direction.OUT)

    @cached_property
    def state(self) -> str:
        asked = self.request.form.get("etat")
        return asked if asked in STATES else ""

    @property
    def state_chips(self) -> list[Chip]:
        """One choice of state at a time; the one that is on takes itself away."""
        return [
            Chip(
                words.STATES[state].word,
                self._url(sens=self._sens, etat="" if state == self.state else state),
                state == self.state,
            )
            for state in STATES
        ]

    @cached_property
    def answer(self) -> Answer:
        page = max(whole(self.request.form.get("page"), 1), 1)
        query = ListQuery(page=page, size=SIZE)
        found = letters.letters(
            self.context, self.direction, self.state, start=query.offset, size=SIZE
        )
        rows = tuple(self._row(one) for one in found)
        total = letters.count(self.context, self.direction, self.state)
        return Answer(rows, total, query)

    def _row(self, found: Letter) -> Row:
        cells = {
            "peer": self._titles.get(found.peer, found.peer),
            "subject": f"{found.kind} · {found.subject} · {found.number}",
            "moment": words.moment(found.moment),
            "state": words.STATES[found.state],
            "reason": found.reason,
        }
        url = letter_url(self.context, found)
        return Row(found.id, title_of(found.kind), url, cells)

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The peers' names for the reader."""
        return {one.name: one.title for one in peers(self.context)}

    @property
    def page_links(self) -> list[PageLink]:
        return page_links(
            self.answer,
            lambda query: self._url(
                sens=self._sens, etat=self.state, page=str(query.page)
            ),
        )

    @property
    def page_words(self) -> str:
        return page_words(self.answer)

    @property
    def empty_title(self) -> str:
        if self.state == "refused":
            return _("letters_none_refused", default="Aucun message refusé.")
        if self.direction is Direction.OUT:
            return _(
                "letters_none_out", default="Tous les messages envoyés sont arrivés."
            )
        return _("letters_none_in", default="Tous les messages reçus sont traités.")

    empty_text = _(
        "letters_none_text",
        default="Un message en attente repart de lui-même ; un message refusé reste "
        "ici jusqu'à ce que vous le corrigiez.",
    )

    @property
    def _sens(self) -> str:
        return next(name for name, one in DIRECTIONS.items() if one is self.direction)

    def _url(self, **asked: str) -> str:
        kept = urlencode({name: value for name, value in asked.items() if value})
        return f"{self.context.absolute_url()}/@@echanges?{kept}"
