"""Uploaded pictures are written anew: upright, bounded, without what a camera adds."""

from communes.web.domain.pictures import Box
from communes.web.domain.pictures import PictureRefused
from communes.web.pictures.pixels import clean
from communes.web.pictures.pixels import webp
from communes.web.tests.photos import OWNER
from communes.web.tests.photos import photo
from communes.web.tests.photos import photo_of_a_camera
from io import BytesIO
from PIL import Image
import pytest
import struct
import zlib


def test_what_a_camera_adds_is_gone_and_the_picture_stands_upright():
    given = photo_of_a_camera(800, 600)
    assert OWNER in given
    found = clean(given, "IMG_0001.JPG")
    assert (found.width, found.height) == (600, 800)
    scale = webp(found.data, 320)
    for data in (found.data, scale):
        assert OWNER not in data
        with Image.open(BytesIO(data)) as picture:
            assert not dict(picture.getexif())
            assert not {"exif", "icc_profile", "comment", "xmp"} & set(picture.info)


@pytest.mark.parametrize(
    ("kind", "mode", "expected"),
    [
        ("JPEG", "CMYK", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("PNG", "RGBA", "image/png"),
        ("PNG", "I;16", "image/png"),
        ("GIF", "P", "image/jpeg"),
        ("WEBP", "RGB", "image/jpeg"),
    ],
)
def test_each_kind_becomes_one_every_browser_shows(kind, mode, expected):
    found = clean(photo(60, 40, kind, mode, 7), "x")
    assert (found.content_type, found.width, found.height) == (expected, 60, 40)


def test_nothing_larger_than_a_screen_is_kept():
    found = clean(photo(5000, 100), "panorama.jpg")
    assert (found.width, found.height) == (3840, 76)


def test_a_bomb_is_refused_before_it_unfolds():
    def chunk(name, data):
        whole = name + data
        return (
            struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IEND", b"")
    with pytest.raises(PictureRefused, match="millions de points"):
        clean(bomb, "bombe.png")


def test_what_lies_about_itself_is_refused():
    whole = photo(400, 300)
    with pytest.raises(PictureRefused, match="incomplet"):
        clean(whole[: len(whole) // 2], "coupée.jpg")
    with pytest.raises(PictureRefused, match="ne se lit pas"):
        clean(b"\xff\xd8\xff\xe0" + b"<script>" * 50 + b"\xff\xd9", "x.jpg")
    with pytest.raises(PictureRefused, match="SVG"):
        clean(b"<svg onload='alert(1)'/>", "logo.png")


def test_a_part_is_shown_in_its_width():
    with Image.open(BytesIO(webp(photo(), 300, Box(0, 0, 900, 600)))) as picture:
        assert (picture.format, picture.size) == ("WEBP", (300, 200))
