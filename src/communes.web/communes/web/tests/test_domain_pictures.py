"""Pictures are what they contain, as large as screens, cropped within themselves."""

from communes.web.domain import pictures
from communes.web.domain.pictures import Box
from communes.web.domain.pictures import Crop
from communes.web.domain.pictures import PictureRefused
from communes.web.domain.showing import shared_url
from communes.web.domain.showing import shown
from hypothesis import given
from hypothesis import strategies as st
import pytest


SIDES = st.integers(1, 9000)


def test_a_file_is_what_it_contains():
    assert pictures.kind_of(b"\xff\xd8\xff\xe0rest", "photo.png") == "jpeg"
    assert pictures.kind_of(b"RIFF\x04\x00\x00\x00WEBP", "x") == "webp"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"<svg xmlns='x' onload='x()'/>", "SVG"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", "SVG"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC"),
        (b"<html>", "ni un JPEG"),
        (b"", "ni un JPEG"),
    ],
)
def test_what_is_no_picture_is_refused_with_what_to_do(data, word):
    with pytest.raises(PictureRefused, match=word):
        pictures.kind_of(data, "photo.jpg")


def test_a_bomb_and_a_cut_file_are_refused():
    with pytest.raises(PictureRefused, match="millions de points"):
        pictures.refuse_size("x.png", 500, 30_000, 30_000)
    with pytest.raises(PictureRefused, match="Mo"):
        pictures.refuse_size("x.png", pictures.MOST_BYTES + 1)
    with pytest.raises(PictureRefused, match="incomplet"):
        pictures.refuse_cut(b"\xff\xd8\xff\xe0half", "jpeg", "x.jpg")
    with pytest.raises(PictureRefused, match="incomplet"):
        pictures.refuse_cut(b"RIFF\xff\x00\x00\x00WEBP", "webp", "x.webp")


@given(SIDES)
def test_no_width_is_larger_than_the_picture(width):
    found = pictures.widths_of(width)
    assert found and found == tuple(sorted(set(found)))
    assert max(found) <= min(width, 1920)


@given(SIDES, SIDES)
def test_a_picture_is_fitted_without_growing(width, height):
    wide, high = pictures.fitted(width, height)
    assert 1 <= wide <= min(width, pictures.LONGEST_SIDE)
    assert 1 <= high <= min(height, pictures.LONGEST_SIDE)


@given(
    st.sampled_from(Crop), SIDES, SIDES,
    st.tuples(*[st.floats(0, 1)] * 2), st.tuples(*[st.floats(0.01, 1)] * 2),
)  # fmt: skip
def test_a_crop_has_its_shape_and_lies_within(crop, width, height, corner, size):
    wide = max(int(width * size[0]), 1)
    high = max(int(height * size[1]), 1)
    chosen = Box(int((width - wide) * corner[0]), int((height - high) * corner[1]),
                 wide, high)  # fmt: skip
    box = pictures.box_of(crop, width, height, chosen)
    assert box.left >= 0 and box.left + box.width <= width
    assert box.top >= 0 and box.top + box.height <= height
    across, down = crop.ratio
    if min(box.width, box.height) > 50:
        assert abs(box.width * down - box.height * across) <= across * down * 2


def test_a_crop_outside_is_refused():
    inside = {"left": 0, "top": 0, "width": 10, "height": 10}
    assert pictures.read_box(inside, 10, 10) == Box(0, 0, 10, 10)
    for wrong in ({"left": 1}, {"width": 0}, {"top": -1}, {"left": True, "width": 9}):
        with pytest.raises(PictureRefused):
            pictures.read_box({**inside, **wrong}, 10, 10)


@given(st.sampled_from(Crop), st.integers(0, 2), st.integers(0, 2))
def test_a_crop_at_a_side_is_found_there_again(crop, across, down):
    box = pictures.anchored(crop, 1000, 1000, across, down)
    assert pictures.box_of(crop, 1000, 1000, box) == box
    found = pictures.anchor_of(box, 1000, 1000)
    assert found == (
        across if box.width < 1000 else 1,
        down if box.height < 1000 else 1,
    )


def test_every_scale_has_a_name_that_is_read_back():
    boxes = {one: pictures.box_of(one, 2000, 1500) for one in Crop}
    names = pictures.scale_names(2000, boxes)
    assert "1920" in names and "carre-960" in names and "carre-1280" not in names
    assert pictures.scale_names(200, {Crop.SQUARE: Box(0, 0, 90, 90)}) == (
        "200",
        "carre-90",
    )
    for name in names:
        assert pictures.read_scale(name) is not None
    assert pictures.read_scale("paysage-640") == (Crop.LANDSCAPE, 640)
    for wrong in ("", "0640", "autre-640", "640px", "99999", "-640", "²"):
        assert pictures.read_scale(wrong) is None


def test_a_page_offers_each_width_once_and_no_address_is_used_for_other_pixels():
    told = {"width": 1000, "height": 500, "mark": "m1", "alternative": "Un pont",
            "crops": {}}  # fmt: skip
    found = shown("https://x/photo", told)
    assert [one.rpartition(" ")[2] for one in found.srcset.split(", ")] == [
        "320w",
        "640w",
        "960w",
        "1000w",
    ]
    assert (found.width, found.height, found.alternative) == (960, 480, "Un pont")
    assert "1000.webp?v=m1 1000w" in found.srcset
    part = shown("https://x/photo", told, Crop.SQUARE)
    assert part.src == "https://x/photo/vue/carre-500.webp?v=m1"
    assert part.width == part.height
    assert shared_url("https://x/photo", told).endswith("/1000.webp?v=m1")
