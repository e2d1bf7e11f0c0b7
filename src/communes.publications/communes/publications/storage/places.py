"""Institutions and the places of their meetings, found without waking them."""

from collections.abc import Iterator
from communes.publications.content.institution import IInstitution
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.projection import Meeting
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


def find_institution(site: Any, nis: str) -> IInstitution | None:
    """Return the institution of that NIS code, whoever asks; None without."""
    found = site._getOb(nis, None)
    return found if IInstitution.providedBy(found) else None


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
    organ = _below(institution, assembly, "PublishedAssembly", meeting.assembly_title)
    shelf = _below(organ, year, "PublishedYear", year)
    title = f"{meeting.assembly_title} du {meeting.date:%d/%m/%Y}"
    return _below(shelf, number, "PublishedMeeting", title, date=meeting.date)


def _below(parent: Any, id: str, kind: str, title: str, **values: object) -> Any:
    found = parent._getOb(id, None)
    if found is not None:
        return found
    made = createContent(f"{PREFIX}{kind}", title=title, **values)
    made.id = id
    return addContentToContainer(parent, made, checkConstraints=False)
