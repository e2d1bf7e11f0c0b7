"""What goes with every content that is shared: whose it is, and which version."""

from collections.abc import Mapping
from communes.web.domain.errors import SharedUnreadable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any


Body = Mapping[str, Any]


@dataclass(frozen=True)
class Shared:
    """A version of a content of another commune.

    ``url`` is where its own commune shows it. ``document`` is None once it is not
    published any more: only its address stays known (a tombstone).
    """

    id: str
    version: int
    published_at: datetime
    commune: str
    url: str
    document: Body | None = None
    summary: str = ""
    picture: Body | None = None


def body_of(shared: Shared) -> dict[str, Any]:
    """Return the body of the message that tells a version."""
    found: dict[str, Any] = {
        "id": shared.id,
        "version": shared.version,
        "published_at": shared.published_at.isoformat(),
        "origin": {"commune": shared.commune, "url": shared.url},
        "document": None if shared.document is None else dict(shared.document),
    }
    if shared.summary:
        found["summary"] = shared.summary
    if shared.picture is not None:
        found["picture"] = dict(shared.picture)
    return found


def read_shared(body: Body) -> Shared:
    """Return the version a body tells; the schema of its kind allowed it.

    :raises SharedUnreadable: its moment is none.
    """
    origin = body["origin"]
    shown = body["document"] is not None
    return Shared(
        body["id"],
        body["version"],
        moment(body["published_at"], "published_at"),
        origin["commune"],
        origin["url"],
        body["document"],
        body.get("summary", "") if shown else "",
        body.get("picture") if shown else None,
    )


def moment(text: str, name: str) -> datetime:
    """Return a moment with its zone.

    :raises SharedUnreadable: the text is none.
    """
    found: datetime | None = None
    with suppress(ValueError):
        found = datetime.fromisoformat(text)
    if found is None or found.tzinfo is None:
        raise SharedUnreadable(field=name, name=name, value=text[:40])
    return found


def is_news(shared: Shared, known: int) -> bool:
    """Tell whether a version is to be taken: an older one, or the same, is not."""
    return shared.version > known
