"""The first page of a file is drawn and read, whatever a stranger put into it."""

from communes.core.scanning import api
from communes.core.scanning.api import draw_first_page
from communes.core.scanning.api import read_codes
from communes.core.scanning.errors import PageUnreadable
from communes.core.scanning.tests.papers import scan
from io import BytesIO
from PIL import Image
import pytest


pytest.importorskip("pypdfium2")
pytest.importorskip("zxingcpp")

UID = "0123456789abcdef0123456789abcdef"


def test_the_first_page_of_a_pdf_becomes_a_small_picture():
    drawn = Image.open(BytesIO(draw_first_page(scan("x"))))
    assert drawn.format == "JPEG"
    assert drawn.size == (320, 453)
    assert drawn.convert("L").getextrema()[0] < 100, "nothing is drawn"


def test_a_picture_is_drawn_on_white_paper():
    made = BytesIO()
    Image.new("RGBA", (640, 200), (255, 0, 0, 0)).save(made, "PNG")
    drawn = Image.open(BytesIO(draw_first_page(made.getvalue())))
    assert drawn.size == (320, 100)
    assert drawn.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("turned", [0, 4, 90, 180])
@pytest.mark.parametrize(
    ("kind", "text"), [("QRCode", f"communes:{UID}"), ("Code128", "IMIO0129999000008")]
)
def test_a_code_is_read_however_the_page_lay(kind, text, turned):
    assert read_codes(scan(text, kind, turned)) == (text,)


def test_a_page_without_a_code_has_none():
    assert read_codes(scan()) == ()


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7 broken", b"PK\x03\x04", b"<svg/>", b"%PDF" + b"\0" * 5000]
)
def test_what_can_not_be_read_is_said(data):
    for read in (draw_first_page, read_codes):
        with pytest.raises(PageUnreadable):
            read(data)


def test_a_file_that_takes_too_long_or_too_much_is_left(monkeypatch):
    monkeypatch.setattr(api, "SECONDS", 0.01)
    with pytest.raises(PageUnreadable, match="trop de temps"):
        draw_first_page(scan("x"))
    monkeypatch.setattr(api, "MOST_BYTES", 10)
    with pytest.raises(PageUnreadable, match="dépasse"):
        draw_first_page(scan("x"))


def test_the_process_that_reads_knows_no_secret_of_the_server(monkeypatch):
    monkeypatch.setenv("COMMUNES_SECRET", "x")
    told = {}

    def run(*_command, env, **_given):
        told.update(env)
        raise api.subprocess.TimeoutExpired("x", 1)

    monkeypatch.setattr(api.subprocess, "run", run)
    with pytest.raises(PageUnreadable):
        read_codes(b"%PDF")
    assert set(told) == {"PYTHONPATH", "PATH"}
