"""The lists of the portal: one per institution, and one for all of them."""

from communes.core.mailing.interfaces import IMailingLists
from communes.publications.domain.subscriptions.wish import read_wish
from communes.publications.domain.subscriptions.wish import wish_in_words
from communes.publications.storage.places import find_institution
from typing import Any
from zope.interface import implementer


SOLUTION, EVERY = "publications", "portail"


def list_of(nis: str = "") -> str:
    """Return the name of the list of an institution; of the portal without one."""
    return f"{SOLUTION}:{nis or EVERY}"


@implementer(IMailingLists)
class PublicationLists:
    """Knows the lists ``publications:…``."""

    def title(self, site: Any, name: str) -> str:
        """Return « Publications de Valmont », or the name of the portal."""
        found = find_institution(site, name.partition(":")[2])
        return f"Publications de {found.title if found else site.Title()}"

    def wishes_in_words(self, site: Any, subscriber: Any) -> str:
        """Return what is followed; the new wishes when they wait to be confirmed."""
        wishes = dict(subscriber.wishes)
        return wish_in_words(read_wish(wishes.get("next") or wishes))

    def home(self, site: Any, name: str) -> str:
        """Return where one subscribes."""
        found = find_institution(site, name.partition(":")[2])
        return f"{(found or site).absolute_url()}/s-abonner"
