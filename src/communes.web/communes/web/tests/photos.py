"""Photographs made for the tests, one of them with what cameras add."""

from io import BytesIO
import piexif
from PIL import Image


#: Stands in what a camera added, and must stand nowhere else.
OWNER = b"Appareil de Madame Secret"


def photo(width=1600, height=1200, kind="JPEG", mode="RGB", colour=(20, 90, 120)):
    """Return a file of one colour."""
    out = BytesIO()
    Image.new(mode, (width, height), colour).save(out, kind)
    return out.getvalue()


def photo_of_a_camera(width=1600, height=1200):
    """Return a JPEG that lies on its side, with the place and the owner in it."""
    added = piexif.dump(
        {
            "0th": {
                piexif.ImageIFD.Orientation: 6,
                piexif.ImageIFD.Artist: OWNER,
            },
            "GPS": {
                piexif.GPSIFD.GPSLatitudeRef: b"N",
                piexif.GPSIFD.GPSLatitude: ((50, 1), (15, 1), (0, 1)),
            },
        }
    )
    out = BytesIO()
    Image.new("RGB", (width, height), (90, 120, 20)).save(out, "JPEG", exif=added)
    return out.getvalue()
