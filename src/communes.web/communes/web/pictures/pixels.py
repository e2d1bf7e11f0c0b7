"""Pixels of uploaded files: read with bounds, written anew without anything else."""

from communes.web.domain.pictures import Box
from communes.web.domain.pictures import fitted
from communes.web.domain.pictures import kind_of
from communes.web.domain.pictures import LONGEST_SIDE
from communes.web.domain.pictures import PictureRefused
from communes.web.domain.pictures import refuse_cut
from communes.web.domain.pictures import refuse_size
from communes.web.domain.pictures import too_many_points
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from PIL import Image
from PIL import ImageOps
from PIL import UnidentifiedImageError


#: Good enough for the eye, and a third of what a camera writes.
_JPEG_QUALITY = 88
_WEBP_QUALITY = 78
_FORMATS = {"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}


@dataclass(frozen=True)
class Clean:
    """A picture of pixels alone; ``mark`` tells it from every other."""

    data: bytes
    content_type: str
    suffix: str
    width: int
    height: int
    mark: str


def clean(data: bytes, name: str) -> Clean:
    """Return an uploaded file written anew: upright, bounded, pixels alone.

    What cameras add (place, date, owner, a small copy of what was cut away) and what
    hides behind a picture is not copied.

    :param name: what the sentence of a refusal calls it.
    :raises PictureRefused: it is no such picture, cut, too heavy or too large.
    """
    refuse_size(name, len(data))
    kind = kind_of(data, name)
    refuse_cut(data, kind, name)
    try:
        with Image.open(BytesIO(data), formats=(_FORMATS[kind],)) as picture:
            refuse_size(name, len(data), picture.width, picture.height)
            # A JPEG is unfolded at about the size that is kept, not at its own.
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            return _written(ImageOps.exif_transpose(picture), lossless=kind == "png")
    except Image.DecompressionBombError as error:
        # Pillow has a bound of its own, above ours.
        raise too_many_points(name) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        # Pillow reports a forged file with any of these.
        problem = "elle ne se lit pas, enregistrez-la à nouveau en JPEG ou en PNG"
        raise PictureRefused(field="image", name=name, problem=problem) from error


def _written(picture: Image.Image, *, lossless: bool) -> Clean:
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    pixels = picture.convert(mode)
    size = fitted(*pixels.size)
    if size != pixels.size:
        pixels = pixels.resize(size, Image.Resampling.LANCZOS)
    pixels.info.clear()
    out = BytesIO()
    if mode == "RGBA" or lossless:
        pixels.save(out, "PNG", optimize=True)
        kind, suffix = "image/png", "png"
    else:
        pixels.save(out, "JPEG", quality=_JPEG_QUALITY, progressive=True, exif=b"")
        kind, suffix = "image/jpeg", "jpg"
    data = out.getvalue()
    mark = sha256(data).hexdigest()[:16]
    return Clean(data, kind, suffix, pixels.width, pixels.height, mark)


def webp(data: bytes, width: int, box: Box | None = None) -> bytes:
    """Return a clean picture, or a part of it, that wide, as WebP."""
    with Image.open(BytesIO(data)) as picture:
        if box is None:
            # Half of the work is saved where a JPEG is unfolded smaller.
            picture.draft("RGB", (width, width * picture.height // picture.width or 1))
            part: Image.Image = picture
        else:
            corner = (box.left + box.width, box.top + box.height)
            part = picture.crop((box.left, box.top, *corner))
        height = max(round(part.height * width / part.width), 1)
        mode = "RGBA" if part.has_transparency_data else "RGB"
        made = part.convert(mode).resize((width, height), Image.Resampling.LANCZOS)
    out = BytesIO()
    made.save(out, "WEBP", quality=_WEBP_QUALITY, method=4)
    return out.getvalue()
