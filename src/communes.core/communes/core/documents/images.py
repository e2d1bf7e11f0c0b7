"""Pictures enter a document only from its own text, decoded and written anew."""

from base64 import b64decode
import binascii
from communes.core.documents.domain import ImageRefused
from communes.core.documents.structure import Image
from io import BytesIO
from PIL import Image as Pillow
from PIL import UnidentifiedImageError
import re


LIMIT_MEGABYTES = 2
LIMIT_PIXELS = 20_000_000
# The last words of a PNG file and of a JPEG file.
_ENDS = (b"IEND\xaeB`\x82", b"\xff\xd9")
_DATA = re.compile(r"data:image/(png|jpeg|jpg);base64,", re.IGNORECASE)


def image_from_source(source: str, place: str) -> Image:
    """Return the picture of an ``src`` attribute; nothing is ever fetched.

    :raises ImageRefused: the source is an address or a path, or see
        ``image_from_bytes``.
    """
    match = _DATA.match(source.strip())
    if match is None:
        raise _refused("elle n'est pas enregistrée dans le texte", place)
    encoded = source.strip()[match.end() :]
    if len(encoded) * 3 / 4 > LIMIT_MEGABYTES * 1_000_000:
        raise _refused("elle est trop lourde", place)
    try:
        data = b64decode(re.sub(r"\s+", "", encoded), validate=True)
    except (binascii.Error, ValueError) as error:
        raise _refused("elle est abîmée", place) from error
    return image_from_bytes(data, place)


def image_from_bytes(data: bytes, place: str) -> Image:
    """Return a PNG or JPEG file decoded and encoded anew.

    Writing it anew drops what cameras add (place, date, owner) and whatever
    hides behind the picture, so that only pixels reach the document.

    :raises ImageRefused: too large, too many pixels, unreadable, another format.
    """
    if len(data) > LIMIT_MEGABYTES * 1_000_000:
        raise _refused("elle est trop lourde", place)
    # Plone tells Pillow to accept cut files, in the whole process; law is not cut.
    if not any(end in data for end in _ENDS):
        raise _refused("ce n'est ni un PNG ni un JPEG entier", place)
    try:
        with Pillow.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > LIMIT_PIXELS:
                raise _refused("elle a trop de points", place)
            return _written_anew(picture)
    except (UnidentifiedImageError, Pillow.DecompressionBombError) as error:
        raise _refused("ce n'est ni un PNG ni un JPEG lisible", place) from error
    except (OSError, SyntaxError, ValueError) as error:
        # Pillow reports a cut or forged file with any of these three.
        raise _refused("elle est abîmée", place) from error


def _written_anew(picture: Pillow.Image) -> Image:
    out = BytesIO()
    if picture.format == "JPEG":
        picture.convert("RGB").save(out, "JPEG", quality=90)
        return Image(out.getvalue(), "jpg", picture.width, picture.height)
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    pixels = Pillow.new(mode, picture.size)
    pixels.paste(picture.convert(mode))
    pixels.save(out, "PNG")
    return Image(out.getvalue(), "png", picture.width, picture.height)


def _refused(problem: str, place: str) -> ImageRefused:
    return ImageRefused(
        element="img", place=place, problem=problem, limit=LIMIT_MEGABYTES
    )
