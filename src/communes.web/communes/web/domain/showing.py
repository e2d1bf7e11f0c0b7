"""How a page shows a picture: the addresses of its scales, its size, its words."""

from collections.abc import Mapping
from communes.web.domain.pictures import Box
from communes.web.domain.pictures import box_of
from communes.web.domain.pictures import Crop
from communes.web.domain.pictures import crop_widths
from communes.web.domain.pictures import widths_of
from dataclasses import dataclass
from typing import Any


#: The page that gives the scales of a picture: ``<picture>/vue/640.webp``.
SCALES_PAGE = "vue"
#: What networks and calendars show of it.
SHARED = 1280
#: What a browser without ``srcset`` takes.
_USUAL = 960


@dataclass(frozen=True)
class Shown:
    """What ``<img>`` needs; ``page`` is where the picture stands alone."""

    src: str
    srcset: str
    width: int
    height: int
    alternative: str
    page: str


def shown(url: str, told: Mapping[str, Any], crop: Crop | None = None) -> Shown:
    """Return how a picture is shown, whole or by one of its crops.

    :param url: of the picture. :param told: width, height, mark, alternative and
        crops, as the catalogue keeps them.
    """
    width, height = int(told["width"]), int(told["height"])
    widths = widths_of(width)
    if crop is not None:
        kept = told.get("crops", {}).get(crop.value)
        box = box_of(crop, width, height, Box(**kept) if kept else None)
        width, height, widths = box.width, box.height, crop_widths(box)
    usual = max((one for one in widths if one <= _USUAL), default=widths[0])
    srcset = ", ".join(f"{scale_url(url, told, one, crop)} {one}w" for one in widths)
    return Shown(
        scale_url(url, told, usual, crop),
        srcset,
        usual,
        max(round(height * usual / width), 1),
        str(told["alternative"]),
        url,
    )


def shared_url(url: str, told: Mapping[str, Any]) -> str:
    """Return the address of the scale that networks show."""
    widths = widths_of(int(told["width"]))
    return scale_url(url, told, max(one for one in widths if one <= SHARED))


def scale_url(
    url: str, told: Mapping[str, Any], width: int, crop: Crop | None = None
) -> str:
    """Return the address of a scale, which never changes for the same pixels."""
    name = f"{crop.value}-{width}" if crop else str(width)
    return f"{url}/{SCALES_PAGE}/{name}.webp?v={told['mark']}"
