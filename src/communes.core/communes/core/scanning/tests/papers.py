"""Scans for tests: a page with a code on it, as a scanner gives it."""

from io import BytesIO
from PIL import Image


def scan(text: str = "", kind: str = "QRCode", turned: int = 0) -> bytes:
    """Return a scanned page as PDF; with a code when ``text`` says something.

    :param kind: how the code is drawn: "QRCode", "Code128".
    :param turned: degrees the page lies askew on the glass.
    """
    page = Image.new("L", (1240, 1754), "white")
    if text:
        page.paste(_code(text, kind), (120, 140))
    made = BytesIO()
    turned_page = page.rotate(turned, expand=True, fillcolor="white")
    turned_page.save(made, "PDF", resolution=150)
    return made.getvalue()


def _code(text: str, kind: str) -> Image.Image:
    # Loaded here: only who scans needs the library of the codes.
    import zxingcpp

    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    drawn = memoryview(code.to_image(scale=4))
    height, width = drawn.shape
    return Image.frombytes("L", (width, height), drawn.tobytes())
