"""What the public pages read; everything in the rights of who reads."""

from communes.publications.content.institution import IInstitution
from communes.publications.storage.listing import coming_meetings
from communes.publications.storage.listing import institution_rows
from communes.publications.storage.listing import latest_meetings
from communes.publications.storage.listing import meetings_below
from communes.publications.storage.tags import tags_of
from typing import Any
from zope.component.hooks import getSite


def institution_above(obj: Any) -> IInstitution | None:
    """Return the institution an object is of, None above all of them."""
    site = getSite()
    while obj is not None and obj.aq_base is not site.aq_base:
        if IInstitution.providedBy(obj):
            return obj
        obj = obj.__parent__
    return None


def above(obj: Any) -> list[tuple[str, str]]:
    """Return title and address of the places above an object, the portal first."""
    site = getSite()
    found: list[tuple[str, str]] = []
    place = obj
    while place.aq_base is not site.aq_base:
        place = place.__parent__
        found.append((place.Title(), place.absolute_url()))
    return found[::-1]


__all__ = [
    "above",
    "coming_meetings",
    "institution_above",
    "institution_rows",
    "latest_meetings",
    "meetings_below",
    "tags_of",
]
