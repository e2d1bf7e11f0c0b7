"""The picture at the head of a content, as lists show it without waking anything."""

from collections.abc import Mapping
from communes.web.content.picture import IPicture
from typing import Any


#: The page that gives the scales of a picture: ``<picture>/vue/640.webp``.
SCALES_PAGE = "vue"
#: What networks and calendars show of it.
SHARED = 1280


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
        "mark": picture.mark,
        "crops": dict(picture.crops or {}),
    }


def leading_url(obj: Any) -> str:
    """Return the address of the shared scale of the leading picture, or nothing."""
    found = leading_of(obj)
    if found is None:
        return ""
    return scale_url(found.absolute_url(), plain(found), SHARED)


def scale_url(url: str, told: Mapping[str, Any], width: int, crop: str = "") -> str:
    """Return the address of a scale, which never changes for the same pixels.

    :param url: of the picture. :param told: what ``plain`` returned.
    """
    name = f"{crop}-{width}" if crop else str(width)
    return f"{url}/{SCALES_PAGE}/{name}.webp?v={told['mark']}"
