"""« Publications horodatées » on a page: the last regulations and notices in force."""

from communes.core.access.permission import may
from communes.core.parts.domain.writing import date_in_words
from communes.publications.api.register import register_lines
from communes.publications.domain.publication.register import Entry
from communes.publications.domain.publication.register import Wanted
from communes.publications.interfaces import IPublicationsLayer
from communes.publications.storage.places import every_institution
from communes.publications.storage.publication import shelf_of
from communes.web.content.base import IWebContent
from communes.web.domain.card import Card
from communes.web.domain.clock import local
from communes.web.domain.sections.record import Section
from communes.web.interfaces import ISectionSource
from plone import api
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(ISectionSource)
@adapter(IWebContent, IPublicationsLayer)
class PublishedTexts:
    """Reads the registers: what is in them is public, and nothing is woken."""

    def __init__(self, page: Any, request: Any) -> None:
        self.page = page
        self.request = request

    def cards(self, section: Section) -> list[Card]:
        """See ``ISectionSource``: the last published first."""
        held = section.holds
        found: list[tuple[Entry, str]] = []
        for institution in every_institution(api.portal.get()):
            wanted = not held.institution or held.institution == institution.getId()
            shelf = shelf_of(institution)
            if wanted and shelf is not None and may("View", institution):
                lines = register_lines(institution, Wanted(in_force=True))
                found += [(one, shelf.absolute_url()) for one in lines]
        found.sort(key=lambda pair: pair[0].shown_at, reverse=True)
        return [_card(one, url) for one, url in found[: held.most]]


def _card(entry: Entry, url: str) -> Card:
    day = date_in_words(local(entry.shown_at).date())
    return Card(entry.title, f"{url}/{entry.reference}", day=day, uid=entry.uid)
