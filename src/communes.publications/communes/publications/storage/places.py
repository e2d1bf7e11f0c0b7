"""Institutions and the places of their meetings, found without waking them."""

from collections.abc import Iterator
from communes.publications.content.institution import IInstitution
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.projection import Meeting
from communes.publications.domain.titles import meeting_title
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.CMFCore.utils import getToolByName
from typing import Any


PREFIX = "communes.publications."


def institutions(site: Any) -> Iterator[IInstitution]:
    """Yield the institutions of the portal that the person may see, by name."""
    catalog = getToolByName(site, "portal_catalog")
    for brain in catalog(portal_type=f"{PREFIX}Institution", sort_on="sortable_title"):
        yield brain.getObject()


def every_institution(site: Any) -> Iterator[IInstitution]:
    """Yield every institution of the portal, whoever asks, by name."""
    catalog = getToolByName(site, "portal_catalog")
    kind = f"{PREFIX}Institution"
    for brain in catalog.unrestrictedSearchResults(
        portal_type=kind, sort_on="sortable_title"
    ):
        yield brain._unrestrictedGetObject()


def find_institution(site: Any, nis: str) -> IInstitution | None:
    """Return the institution of that NIS code, whoever asks; None without."""
    found = site._getOb(nis, None)
    return found if IInstitution.providedBy(found) else None


def make_institution(site: Any, nis: str, title: str) -> IInstitution:
    """Make an institution, private as long as nobody publishes it."""
    made = createContent(f"{PREFIX}Institution", title=title)
    made.id = nis
    return addContentToContainer(site, made, checkConstraints=False)


def find_meeting(institution: IInstitution, id: str) -> IPublishedMeeting | None:
    """Return the meeting of that identifier, whoever asks; None without."""
    found: Any = institution
    for name in id.split("/")[1:]:
        found = found._getOb(name, None)
        if found is None:
            return None
    return found


def make_meeting(institution: IInstitution, meeting: Meeting) -> IPublishedMeeting:
    """Return the meeting's place, made with all that is above it when missing."""
    _nis, assembly, year, number = meeting.id.split("/")
    organ = put(institution, assembly, "PublishedAssembly", meeting.assembly_title)
    shelf = put(organ, year, "PublishedYear", year)
    title = meeting_title(institution.meeting_title, meeting)
    return put(shelf, number, "PublishedMeeting", title, date=meeting.date)


def put(parent: Any, id: str, kind: str, title: str, **values: object) -> Any:
    """Return what is at ``id`` below ``parent``, made when missing.

    The id is kept as it is: it is the end of an address that others know.
    """
    found = parent._getOb(id, None)
    if found is not None:
        return found
    made = createContent(f"{PREFIX}{kind}", title=title, **values)
    made.id = id
    parent._setObject(id, made)
    return parent._getOb(id)
