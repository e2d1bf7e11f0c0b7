from communes.core.theme.domain import contrast
from communes.core.theme.domain import InvalidColour
from communes.core.theme.domain import mix
from communes.core.theme.domain import normalise
from communes.core.theme.domain import palette
from communes.core.theme.domain import READABLE
from communes.core.theme.domain import UnreadableColour
import pytest


def test_black_on_white_has_the_greatest_contrast():
    assert contrast("#000", "#ffffff") == pytest.approx(21.0)


def test_contrast_does_not_depend_on_the_order():
    assert contrast("#0b5d6b", "#fff") == contrast("#fff", "#0b5d6b")


def test_contrast_matches_the_published_example_of_wcag():
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("#ABC", "#aabbcc"), (" #0B5D6B ", "#0b5d6b"), ("#0b5d6b", "#0b5d6b")],
)
def test_a_colour_is_read_in_its_two_spellings(written, meant):
    assert normalise(written) == meant


@pytest.mark.parametrize(
    "written", ["", "red", "0b5d6b", "#12345", "#zzz", "#fff;}body{display:none"]
)
def test_anything_else_is_refused_with_an_example(written):
    with pytest.raises(InvalidColour, match="#0b5d6b"):
        normalise(written)


def test_a_dark_brand_carries_white_text_and_a_soft_ground():
    colours = palette("#0b5d6b", "#e0b23c")
    assert colours.brand_ink == "#ffffff"
    assert contrast(colours.brand, colours.brand_soft) >= READABLE
    assert contrast(colours.brand_ink, colours.brand) >= READABLE


def test_a_brand_too_pale_is_refused_with_one_that_would_do():
    with pytest.raises(UnreadableColour) as refusal:
        palette("#ffcc00", "#0b5d6b")
    assert refusal.value.field == "brand_colour"
    proposal = str(refusal.value.values["proposal"])
    assert palette(proposal, "#0b5d6b").brand == proposal


def test_mixing_all_of_one_colour_gives_that_colour():
    assert mix("#123456", "#ffffff", 1) == "#123456"
    assert mix("#123456", "#ffffff", 0) == "#ffffff"
