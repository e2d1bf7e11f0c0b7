"""What a content was before its last changes, so that one can go back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from persistent.list import PersistentList
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.web.versions"
MOST = 20


@dataclass(frozen=True)
class Version:
    """A content as it was at a revision: its ``values`` are plain."""

    revision: int
    by: str
    at: datetime
    values: Mapping[str, Any]


def keep(obj: Any, values: Mapping[str, Any]) -> None:
    """Keep what a content is before it is changed; the oldest are let go."""
    annotations = IAnnotations(obj)
    if KEY not in annotations:
        annotations[KEY] = PersistentList()
    kept = annotations[KEY]
    now = datetime.now(UTC)
    kept.append((obj.revision, obj.edited_by, now, dict(values)))
    del kept[:-MOST]


def versions(obj: Any) -> list[Version]:
    """Return what a content was, the last first."""
    kept = IAnnotations(obj).get(KEY) or ()
    return [Version(*row) for row in reversed(kept)]
