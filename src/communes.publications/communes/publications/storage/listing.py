"""What is listed of the portal: rows from the catalogue, never an object."""

from collections.abc import Iterator
from communes.publications.storage.places import PREFIX
from dataclasses import dataclass
from DateTime import DateTime
from datetime import datetime
from itertools import islice
from Products.CMFCore.utils import getToolByName
from typing import Any


@dataclass(frozen=True)
class Row:
    """One published meeting or item; ``nis`` is its institution."""

    title: str
    url: str
    nis: str
    organ: str
    stage: str
    date: datetime
    number: str = ""


@dataclass(frozen=True)
class InstitutionRow:
    """One institution as a list shows it."""

    nis: str
    title: str
    url: str


def institution_rows(site: Any) -> list[InstitutionRow]:
    """Return the institutions this person may see, by name."""
    catalog = getToolByName(site, "portal_catalog")
    found = catalog(portal_type=f"{PREFIX}Institution", sort_on="sortable_title")
    return [InstitutionRow(one.getId, one.Title, one.getURL()) for one in found]


def coming_meetings(site: Any, now: datetime, most: int, nis: str = "") -> list[Row]:
    """Return the next meetings of which something is public, the nearest first."""
    when = {"query": DateTime(now.isoformat()), "range": "min"}
    return _meetings(site, most, "ascending", nis, publications_date=when)


def latest_meetings(site: Any, now: datetime, most: int, nis: str = "") -> list[Row]:
    """Return the meetings that were held, the latest first."""
    when = {"query": DateTime(now.isoformat()), "range": "max"}
    return _meetings(site, most, "descending", nis, publications_date=when)


def meetings_below(place: Any) -> list[Row]:
    """Return every public meeting below an assembly or a year, the latest first."""
    path = "/".join(place.getPhysicalPath())
    return _meetings(place, None, "descending", "", path=path)


def _meetings(
    site: Any, most: int | None, order: str, nis: str, **more: Any
) -> list[Row]:
    catalog = getToolByName(site, "portal_catalog")
    query = {
        "portal_type": f"{PREFIX}PublishedMeeting",
        "publications_stage": ["project", "decision"],
        "sort_on": "publications_date",
        "sort_order": order,
        **more,
    }
    if nis:
        query["publications_institution"] = nis
    if most is not None:
        query["sort_limit"] = most
    return list(islice(_rows(catalog(**query)), most))


def _rows(brains: Any) -> Iterator[Row]:
    for brain in brains:
        yield Row(
            brain.Title,
            brain.getURL(),
            brain.publications_institution,
            brain.publications_organ,
            brain.publications_stage,
            brain.publications_date,
        )
