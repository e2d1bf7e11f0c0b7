"""The worker's part: who follows what was just shown is told once."""

from communes.core.formats.domain.plain import plain
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.mailing.api import send
from communes.core.mailing.api import subscribers
from communes.publications.content.institution import IInstitution
from communes.publications.content.publication import IPublication
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.publication.states import PUBLIC_STATES
from communes.publications.domain.subscriptions.wish import DECISIONS
from communes.publications.domain.subscriptions.wish import letter
from communes.publications.domain.subscriptions.wish import News
from communes.publications.domain.subscriptions.wish import read_wish
from communes.publications.domain.subscriptions.wish import REGULATIONS
from communes.publications.domain.subscriptions.wish import wanted
from communes.publications.indexing.values import matter_of
from communes.publications.storage import publication as storage
from communes.publications.storage.projection import projection
from communes.publications.storage.projection import state_of
from communes.publications.subscriptions.lists import list_of
from plone import api
from typing import Any
from zope.interface import implementer


@implementer(IIntentHandler)
class Announcing:
    """Sends one letter to each who follows something of what was shown."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Tell each; what is not public any more is told to nobody."""
        for intent in intents:
            found = _by_uid(str(intent.payload["uid"]))
            institution = _institution_of(found)
            if institution is not None and _is_public(institution):
                announce(site, institution, intent.key, news_of(found, institution))
        return [Outcome(intent.key) for intent in intents]


def announce(site: Any, institution: IInstitution, key: str, known: list[News]) -> None:
    """Tell what is new to those who follow some of it.

    :param key: names what was shown: the same is told to each once.
    """
    for name in (list_of(institution.getId()), list_of()):
        for one in subscribers(site, name):
            wish = read_wish(one.wishes)
            found = [news for news in known if wanted(wish, news)]
            if found:
                subject, text = letter(institution.title, found)
                send(site, one, f"annonce:{key}", subject, text)


def news_of(shown: Any, institution: IInstitution) -> list[News]:
    """Return what everyone may read of something; nothing when it is hidden again."""
    if IPublication.providedBy(shown):
        return _of_publication(shown)
    if IPublishedMeeting.providedBy(shown) and state_of(shown) == "decision":
        return _of_meeting(shown, institution)
    return []


def _of_publication(publication: IPublication) -> list[News]:
    if storage.state_of(publication) not in PUBLIC_STATES:
        return []
    one = storage.read(publication)
    said = plain(one.html)
    return [News(REGULATIONS, one.title, one.url, one.matter, one.streets, said)]


def _of_meeting(meeting: IPublishedMeeting, institution: IInstitution) -> list[News]:
    shown, url = projection(meeting), meeting.absolute_url()
    return [
        News(
            DECISIONS,
            item.title,
            f"{url}/{item.number}",
            matter_of(institution, item),
            (),
            plain(f"{item.summary} {item.decision}"),
        )
        for item in (shown.public_items if shown else ())
        if not item.withdrawn
    ]


def _institution_of(shown: Any) -> IInstitution | None:
    while shown is not None and not IInstitution.providedBy(shown):
        shown = getattr(shown, "aq_parent", None)
    return shown


def _is_public(institution: IInstitution) -> bool:
    return state_of(institution) == "published"


def _by_uid(uid: str) -> Any:
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(UID=uid)
    return found[0]._unrestrictedGetObject() if found else None
