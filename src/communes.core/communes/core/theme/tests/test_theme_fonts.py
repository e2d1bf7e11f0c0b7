from communes.core.theme.api import STATIC
from communes.core.theme.fonts import font_styles
from communes.core.theme.fonts import FONTS
from communes.core.theme.fonts import USUAL
import pytest
import re


@pytest.mark.parametrize("name", sorted(FONTS))
def test_every_file_of_a_font_is_shipped(name):
    font = FONTS[name]
    for weight in font.weights:
        file = STATIC / "fonts" / f"{font.files}-latin-{weight}-normal.woff2"
        assert file.read_bytes()[:4] == b"wOF2"


@pytest.mark.parametrize("name", sorted(set(FONTS) - {USUAL}))
def test_a_font_comes_from_the_site_itself(name):
    styles = font_styles(name, "/demo/www/++theme")
    addresses = re.findall(r"url\('([^']+)'\)", styles)
    assert len(addresses) == len(FONTS[name].weights)
    assert all(one.startswith("/demo/www/++theme/fonts/") for one in addresses)
    assert f"--font:'{FONTS[name].family}'" in styles


def test_the_usual_font_needs_no_word():
    assert font_styles(USUAL, "/x") == ""
