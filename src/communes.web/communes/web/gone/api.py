"""The door of what was taken away: remember an address, and look one up."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import UTC
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.web.gone"


@dataclass(frozen=True)
class Gone:
    """What stood at an address: its type, where it stood, and until when.

    Nothing of what it said is kept: somebody may have had it taken away for that.
    """

    uid: str
    portal_type: str
    path: str
    day: date


def remember(content: Any) -> None:
    """Note that a content that had a public address is taken away."""
    site = api.portal.get()
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    book = annotations[KEY]
    path = _below(site, content.getPhysicalPath())
    day = datetime.now(UTC).date().isoformat()
    book[f"uid:{content.UID()}"] = (content.portal_type, path, day)
    book[f"path:{path}"] = content.UID()


def gone_uid(site: Any, uid: str) -> Gone | None:
    """Return what a UID was, None when nothing of that UID was taken away."""
    book = IAnnotations(site).get(KEY, {})
    found = book.get(f"uid:{uid}")
    if found is None:
        return None
    portal_type, path, day = found
    return Gone(uid, portal_type, path, date.fromisoformat(day))


def gone_path(site: Any, path: str) -> Gone | None:
    """Return what stood at a path below the site, None when nothing did."""
    uid = IAnnotations(site).get(KEY, {}).get(f"path:{path.strip('/')}")
    return None if uid is None else gone_uid(site, uid)


def _below(site: Any, path: tuple[str, ...]) -> str:
    return "/".join(path[len(site.getPhysicalPath()) :])
