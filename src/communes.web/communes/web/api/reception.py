"""The administration as every page names it: where it is and when it is open."""

from communes.core.access.catalog import visible
from communes.core.public.keeping import kept
from communes.web.directory.listing import ENTRY
from communes.web.directory.listing import Line
from communes.web.storage.settings import settings_of
from dataclasses import dataclass
from plone import api
from typing import Any


@dataclass(frozen=True)
class FootPage:
    """A page every other leads to."""

    title: str
    url: str
    uid: str


def reception(site: Any) -> Line | None:
    """Return the entry of the administration; None when none is named, or not shown."""
    path = settings_of(site).reception
    return kept(site, ("web.reception", path), lambda: _reception(site, path))


def _reception(site: Any, path: str) -> Line | None:
    found = _at(site, (path,), ENTRY) if path else []
    return Line(found[0]) if found else None


def foot_pages(site: Any) -> tuple[FootPage, ...]:
    """Return the pages every other leads to, in the order of the settings."""
    paths = settings_of(site).foot_pages
    return kept(site, ("web.foot", paths), lambda: _foot_pages(site, paths))


def _foot_pages(site: Any, paths: tuple[str, ...]) -> tuple[FootPage, ...]:
    found = {one.getPath(): one for one in _at(site, paths)} if paths else {}
    ordered = [found.get(_whole(site, path)) for path in paths]
    return tuple(FootPage(one.Title, one.getURL(), one.UID) for one in ordered if one)


def newsletters() -> tuple[FootPage, ...]:
    """Return the newsletters one may follow."""
    return kept(api.portal.get(), "web.newsletters", _newsletters)


def _newsletters() -> tuple[FootPage, ...]:
    found = visible(
        portal_type="communes.web.Newsletter",
        review_state="published",
        sort_on="sortable_title",
    )
    return tuple(FootPage(one.Title, one.getURL(), one.UID) for one in found)


def _at(site: Any, paths: tuple[str, ...], kind: str = "") -> list[Any]:
    query: dict[str, Any] = {
        "path": {"query": [_whole(site, one) for one in paths], "depth": 0},
        "review_state": "published",
    }
    if kind:
        query["portal_type"] = kind
    return visible(**query)


def _whole(site: Any, path: str) -> str:
    return f"{'/'.join(site.getPhysicalPath())}/{path.strip('/')}"
