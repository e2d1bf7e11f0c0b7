"""Scales of a picture: made once, by the worker, and kept as blobs beside it."""

from communes.core.jobs.api import intend
from communes.web.content.picture import IPicture
from communes.web.domain.pictures import Box
from communes.web.domain.pictures import box_of
from communes.web.domain.pictures import Crop
from communes.web.domain.pictures import read_scale
from communes.web.domain.pictures import scale_names
from communes.web.pictures.pixels import webp
from persistent.mapping import PersistentMapping
from ZODB.blob import Blob


KIND = "communes.web.scales"


def ask_for_scales(picture: IPicture) -> None:
    """Have the scales of a picture made after the commit."""
    intend(KIND, picture.UID(), {"uid": picture.UID()})


def drop_scales(picture: IPicture) -> None:
    """Forget the scales: the picture, or one of its crops, is another one."""
    picture.scales = None
    picture.made_of = ""


def make_scales(picture: IPicture) -> int:
    """Make the scales that are not there yet; return how many were made.

    Twice changes nothing: what stands there for these pixels and crops stays.
    """
    if picture.image is None:
        return 0
    if picture.scales is None or picture.made_of != made_of(picture):
        picture.scales = PersistentMapping()
        picture.made_of = made_of(picture)
    data = picture.image.data
    wanted = names_of(picture)
    missing = [one for one in wanted if one not in picture.scales]
    for name in missing:
        blob = Blob()
        with blob.open("w") as out:
            out.write(_made(picture, data, name))
        picture.scales[name] = blob
    return len(missing)


def scale(picture: IPicture, name: str) -> tuple[bytes, bool] | None:
    """Return a scale as WebP and whether it was kept; None for one there is not.

    Before the worker has made it, it is made for the one who asks, and not kept: to
    look at a page writes nothing.
    """
    if picture.image is None or name not in names_of(picture):
        return None
    known = picture.scales if picture.made_of == made_of(picture) else None
    if known is not None and name in known:
        with known[name].open("r") as kept:
            return kept.read(), True
    return _made(picture, picture.image.data, name), False


def crop_box(picture: IPicture, crop: Crop) -> Box:
    """Return the part of a picture that a crop shows."""
    told = (picture.crops or {}).get(crop.value)
    chosen = Box(**told) if told else None
    return box_of(crop, picture.width, picture.height, chosen)


def names_of(picture: IPicture) -> tuple[str, ...]:
    """Return the names of the scales of a picture."""
    boxes = {crop: crop_box(picture, crop) for crop in Crop}
    return scale_names(picture.width, boxes)


def made_of(picture: IPicture) -> str:
    """Return what tells these pixels and crops from all others."""
    crops = sorted((picture.crops or {}).items())
    told = (f"{name}:{sorted(box.items())}" for name, box in crops)
    return "|".join((picture.mark, *told))


def _made(picture: IPicture, data: bytes, name: str) -> bytes:
    crop, width = read_scale(name) or (None, picture.width)
    box = None if crop is None else crop_box(picture, crop)
    return webp(data, width, box)
