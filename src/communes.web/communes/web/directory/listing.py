"""The entries of a directory, found and counted without waking one."""

from AccessControl.PermissionRole import rolesForPermissionOn
from collections import Counter
from collections.abc import Iterable
from communes.core.access.catalog import unrestricted
from communes.core.access.catalog import visible
from communes.core.public.keeping import kept
from communes.core.rights.api import pending_places
from communes.core.rights.domain import is_below
from communes.web.content.directory import IDirectory
from communes.web.directory.storage import categories_of
from communes.web.directory.storage import taxonomy_of
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.directory_errors import NoSuchEntry
from communes.web.domain.errors import BadCategory
from communes.web.domain.reading import read
from communes.web.domain.schedule.opening import is_open
from communes.web.domain.states import WebState
from communes.web.domain.taxonomy import Taxonomy
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from plone import api
import re
from typing import Any


ENTRY = "communes.web.Entry"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Wanted:
    """What is looked for; empty values ask nothing.

    ``category`` is one of the tree, those below it included; ``entity`` a commune;
    ``published`` keeps to what anybody may read, whoever asks.
    """

    words: str = ""
    category: str = ""
    facility: str = ""
    kind: str = ""
    entity: str = ""
    open_now: bool = False
    published: bool = False


class Line:
    """An entry as the catalogue knows it: its public part and where it stands."""

    def __init__(self, brain: Any) -> None:
        self.url: str = brain.getURL()
        self.state: str = brain.review_state
        self.title: str = brain.Title
        self._kept: dict[str, Any] = brain.web_record

    @cached_property
    def record(self) -> DirectoryEntry:
        """The public part of the entry."""
        return read(DirectoryEntry, self._kept)

    @property
    def uid(self) -> str:
        return self._kept["id"]

    @property
    def parent(self) -> str:
        """The UID of the entry it stands in, empty when it is in none."""
        return self._kept.get("parent", "")

    @property
    def categories(self) -> tuple[str, ...]:
        return tuple(self._kept.get("categories", ()))

    @property
    def facilities(self) -> tuple[str, ...]:
        return tuple(self._kept.get("facilities", ()))

    @property
    def has_hours(self) -> bool:
        """Whether anything is written about when it is open."""
        hours = self._kept["hours"]
        return bool(hours["schedules"] or hours["exceptions"])


def find(place: IDirectory, wanted: Wanted, now: datetime) -> list[Line]:
    """Return the entries below a place that the current user may see, by title.

    :param now: with its zone; what « open now » means.
    """
    if wanted == Wanted():
        # The first thing everybody opens: all of it, before one looks for anything.
        name = ("web.entries", place.getPhysicalPath())
        return [*kept(api.portal.get(), name, lambda: _lines(place, wanted))]
    lines = _lines(place, wanted)
    if wanted.open_now:
        lines = [
            one for one in lines if one.has_hours and is_open(one.record.hours, now)
        ]
    return lines


def _lines(place: Any, wanted: Wanted) -> list[Line]:
    return [Line(one) for one in _brains(place, wanted)]


def published() -> list[Line]:
    """Return every entry of the site that anybody may read."""
    return [Line(one) for one in _brains(api.portal.get(), Wanted(published=True))]


def by_uids(place: Any, uids: Iterable[str]) -> list[Line]:
    """Return those of some entries that the current user may see, by title."""
    found = visible(UID=list(uids), portal_type=ENTRY, sort_on="sortable_title")
    return [Line(one) for one in found]


def entry_of(directory: IDirectory, uid: str) -> Any:
    """Return the entry of a UID below a directory.

    :raises NoSuchEntry: there is none that the current user may see.
    """
    path = "/".join(directory.getPhysicalPath())
    found = visible(UID=uid, portal_type=ENTRY, path=path) if uid else []
    if not found:
        raise NoSuchEntry
    return found[0].getObject()


def objects(directory: IDirectory, **query: Any) -> list[Any]:
    """Return the entries of a directory themselves, whoever asks: for the rules."""
    path = "/".join(directory.getPhysicalPath())
    found = unrestricted(path=path, portal_type=ENTRY, **query)
    return [one._unrestrictedGetObject() for one in found]


def text_query(words: str) -> str:
    """Return what asks the index for all the words, as far as they are typed.

    Signs of the index's own language are no words to look for.
    """
    return " AND ".join(f"{one}*" for one in _WORD.findall(words)[:12])


def _brains(place: Any, wanted: Wanted) -> list[Any]:
    query: dict[str, Any] = {
        "path": "/".join(place.getPhysicalPath()),
        "portal_type": ENTRY,
        "sort_on": "sortable_title",
    }
    for index, value in (
        ("web_sorts", wanted.category),
        ("web_facilities", wanted.facility),
        ("web_kind", wanted.kind),
        ("web_entities", wanted.entity),
    ):
        if value:
            query[index] = value
    typed = text_query(wanted.words)
    if typed:
        query["SearchableText"] = typed
    if not wanted.published:
        return visible(**query)
    query["review_state"] = WebState.PUBLISHED.value
    found = unrestricted(**query, allowedRolesAndUsers="Anonymous")
    # Below a place whose rights are being changed, the entry itself is asked.
    pending = pending_places(api.portal.get())
    return [
        one
        for one in found
        if not is_below(one.getPath(), pending)
        or "Anonymous" in rolesForPermissionOn("View", one._unrestrictedGetObject())
    ]


@dataclass(frozen=True)
class Facets:
    """How many entries each choice would leave; ``titles`` of all categories."""

    categories: Counter[str]
    facilities: Counter[str]
    titles: dict[str, str]


def facets(
    directory: IDirectory, wanted: Wanted, now: datetime, found: list[Line]
) -> Facets:
    """Count the choices of a list, each as if it was not made yet.

    A category counts what stands below it too, each entry once.

    :param found: what ``find`` found of the same.
    """
    tree = taxonomy_of(directory)
    without = {
        name: find(directory, replace(wanted, **{name: ""}), now)
        if getattr(wanted, name)
        else found
        for name in ("category", "facility")
    }
    sorts: Counter[str] = Counter()
    for line in without["category"]:
        sorts.update(_above(tree, line.categories))
    places = Counter(one for line in without["facility"] for one in line.facilities)
    titles = {one.id: one.title for one in categories_of(directory)}
    return Facets(sorts, places, titles)


def _above(tree: Taxonomy, categories: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for one in categories:
        try:
            found.update(step.id for step in tree.path(one))
        except BadCategory:
            # It was taken out of the tree since.
            continue
    return found
