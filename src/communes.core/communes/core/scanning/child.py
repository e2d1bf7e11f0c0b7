"""Runs in a process of its own: draws the first page of a file, or reads its codes.

What a stranger scanned or sent is opened here alone, with little time and memory and
nothing to lose. ``python child.py draw|codes`` reads the file from its input.
"""

from io import BytesIO
import json
from PIL import Image
import resource
import sys


#: What the process may use before the system ends it.
MEMORY_BYTES = 1_500_000_000
CPU_SECONDS = 20
#: Twice what is shown, for fine screens.
WIDTH, HEIGHT = 320, 480
MOST_PIXELS = 25_000_000
#: Dots per inch a code is looked for with, one after the other: scans differ.
RESOLUTIONS = (200, 300, 150)
_POINTS = 72


def draw(data: bytes) -> bytes:
    """Return the first page, small, as JPEG."""
    if data.startswith(b"%PDF"):
        page = _first_page(data)
        width, height = page.get_size()
        scale = min(WIDTH / width, HEIGHT / height)
        picture = page.render(scale=scale).to_pil()
    else:
        picture = Image.open(BytesIO(data))
        picture.draft("RGB", (WIDTH, HEIGHT))
        picture.thumbnail((WIDTH, HEIGHT))
    made = BytesIO()
    _opaque(picture).save(made, "JPEG", quality=80, optimize=True)
    return made.getvalue()


def codes(data: bytes) -> bytes:
    """Return the texts of the codes on the first page, as JSON; none found: none."""
    import zxingcpp

    page = _first_page(data)
    width, height = page.get_size()
    most = (MOST_PIXELS / (width * height)) ** 0.5
    for dots in RESOLUTIONS:
        scale = min(dots / _POINTS, most)
        picture = page.render(scale=scale, grayscale=True).to_pil()
        found = zxingcpp.read_barcodes(picture)
        texts = [one.text for one in found if one.text]
        if texts:
            return json.dumps(texts).encode()
    return b"[]"


def _first_page(data: bytes) -> object:
    # Loaded here: a picture is drawn without it.
    import pypdfium2

    return pypdfium2.PdfDocument(data)[0]


def _opaque(picture: Image.Image) -> Image.Image:
    """Return the picture on white: JPEG knows no transparency."""
    if picture.mode in ("RGB", "L"):
        return picture
    with_alpha = picture.convert("RGBA")
    paper = Image.new("RGB", with_alpha.size, "white")
    paper.paste(with_alpha, mask=with_alpha.getchannel("A"))
    return paper


def main(what: str) -> None:
    """Do what is asked with the file of the input, within limits."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    answer = {"draw": draw, "codes": codes}[what]
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))


if __name__ == "__main__":
    main(sys.argv[1])
