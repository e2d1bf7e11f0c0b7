"""The picture at the head of a content, as lists show it without waking anything."""

from communes.web.content.picture import IPicture
from communes.web.domain.showing import shared_url
from typing import Any
from zlib import crc32


def leading_of(obj: Any) -> IPicture | None:
    """Return the picture a content shows first; None without one that has pixels."""
    name = getattr(obj, "picture", "") or ""
    found = obj._getOb(name, None) if name and "/" not in name else None
    if found is None or not IPicture.providedBy(found) or found.image is None:
        return None
    return found


def leading_plain(obj: Any) -> dict[str, Any] | None:
    """Return that picture as the catalogue keeps it; ``path`` is below the content."""
    found = leading_of(obj)
    return None if found is None else {"path": found.getId(), **plain(found)}


def plain(picture: IPicture) -> dict[str, Any]:
    """Return what a page needs to show a picture."""
    return {
        "alternative": picture.alternative or "",
        "width": picture.width,
        "height": picture.height,
        "mark": mark_of(picture),
        "crops": dict(picture.crops or {}),
    }


def leading_url(obj: Any) -> str:
    """Return the address of the shared scale of the leading picture, or nothing."""
    found = leading_of(obj)
    return "" if found is None else shared_url(found.absolute_url(), plain(found))


def mark_of(picture: IPicture) -> str:
    """Return a word that changes with the pixels and with each crop."""
    crops = str(sorted((picture.crops or {}).items()))
    return (
        f"{picture.mark}{crc32(crops.encode()):08x}" if picture.crops else picture.mark
    )
