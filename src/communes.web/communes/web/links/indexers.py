"""What a content leads to, for the lists of those that lead to another."""

from communes.web.content.base import IWebContent
from communes.web.links.values import led_to
from plone.indexer import indexer


@indexer(IWebContent)
def web_leads_to(obj):
    """Return the UIDs of the contents it leads to."""
    return sorted(led_to(obj))
