"""The lists of the newsletters, as the kit asks about them."""

from communes.core.mailing.interfaces import IMailingLists
from communes.web.domain.newsletter.sending import TOPICS
from communes.web.storage.newsletters import newsletter_of_list
from communes.web.storage.newsletters import topics_of
from typing import Any
from zope.interface import implementer


@implementer(IMailingLists)
class NewsletterLists:
    """Knows the lists ``newsletter:<uid>``."""

    def title(self, site: Any, name: str) -> str:
        """Return the name of the newsletter; of the site once it is deleted."""
        found = newsletter_of_list(name)
        return str(site.Title() if found is None else found.title)

    def wishes_in_words(self, site: Any, subscriber: Any) -> str:
        """Return « Thèmes : travaux, culture »; empty for all of them."""
        wishes = dict(subscriber.wishes)
        return topics_in_words(subscriber.list, wishes.get("next") or wishes)

    def home(self, site: Any, name: str) -> str:
        """Return where one subscribes."""
        found = newsletter_of_list(name)
        return str((site if found is None else found).absolute_url())


def topics_in_words(name: str, wishes: Any) -> str:
    """Return the themes of plain wishes in words; empty for all of them."""
    found = newsletter_of_list(name)
    chosen = wishes.get(TOPICS, ()) if isinstance(wishes, dict) else ()
    if found is None or not isinstance(chosen, list | tuple):
        return ""
    said = ", ".join(one.title for one in topics_of(found) if one.id in chosen)
    return f"Thèmes : {said}." if said else ""
