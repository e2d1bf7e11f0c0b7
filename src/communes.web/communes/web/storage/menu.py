"""The menu of the site or of a branch, read from the catalogue alone."""

from communes.core.access.catalog import visible
from dataclasses import dataclass
from typing import Any


MENU_TYPES = (
    "communes.web.Agenda",
    "communes.web.Directory",
    "communes.web.Folder",
    "communes.web.NewsFolder",
    "communes.web.Page",
)


@dataclass(frozen=True)
class Line:
    """One line of a menu and those below it."""

    title: str
    url: str
    path: str
    uid: str
    children: tuple["Line", ...] = ()


def menu_of(root: Any, depth: int) -> tuple[Line, ...]:
    """Return the lines below a place, in its order, with one query.

    A folder that names its quick accesses shows these, in their order; what stands in
    a place one may not see is not shown.
    """
    path = "/".join(root.getPhysicalPath())
    found = visible(
        path={"query": path, "depth": depth},
        portal_type=MENU_TYPES,
        exclude_from_nav=False,
        review_state="published",
        sort_on="getObjPositionInParent",
    )
    below: dict[str, list[Any]] = {}
    for brain in found:
        parent = brain.getPath().rpartition("/")[0]
        below.setdefault(parent, []).append(brain)
    return tuple(_line(one, below) for one in below.get(path, ()))


def _line(brain: Any, below: dict[str, list[Any]]) -> Line:
    path = brain.getPath()
    inner = below.get(path, [])
    quick = tuple(brain.web_quick or ())
    if quick:
        by_id = {one.getId: one for one in inner}
        inner = [by_id[name] for name in quick if name in by_id]
    children = tuple(_line(one, below) for one in inner)
    return Line(brain.Title, brain.getURL(), path, brain.UID, children)
