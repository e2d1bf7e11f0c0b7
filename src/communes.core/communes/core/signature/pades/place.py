"""Where on a document the mark of a signature stands: above the printed name."""

from dataclasses import dataclass
from io import BytesIO
from pypdf import PageObject
from pypdf import PdfReader


WIDTH_PT = 190
HEIGHT_PT = 46
GAP_PT = 4
#: Where it stands when the name is not found: at the right, above the foot.
FALLBACK = (350, 78)


@dataclass(frozen=True)
class MarkPlace:
    """A box on a page, in points from its lower left corner; pages count from 0."""

    page: int
    x: int
    y: int
    width: int = WIDTH_PT
    height: int = HEIGHT_PT

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Lower left and upper right corners."""
        return (self.x, self.y, self.x + self.width, self.y + self.height)


def place_of(pdf: bytes, words: str) -> MarkPlace:
    """Return the space above ``words`` on the last page that has them.

    Without such words, the lower right of the last page.
    """
    pages = PdfReader(BytesIO(pdf)).pages
    for number in reversed(range(len(pages))):
        found = _lowest(pages[number], words) if words else None
        if found is not None:
            x, y = found
            most = int(pages[number].mediabox.width) - WIDTH_PT - 10
            left = min(max(int(x) - 10, 10), most)
            return MarkPlace(number, left, int(y) + 10 + GAP_PT)
    return MarkPlace(len(pages) - 1, *FALLBACK)


def _lowest(page: PageObject, words: str) -> tuple[float, float] | None:
    found: list[tuple[float, float]] = []

    def visit(text: str, space: list[float], matrix: list[float], *_rest: object):
        if words in " ".join(text.split()):
            x = matrix[4] * space[0] + matrix[5] * space[2] + space[4]
            y = matrix[4] * space[1] + matrix[5] * space[3] + space[5]
            found.append((x, y))

    page.extract_text(visitor_text=visit)
    return min(found, key=lambda one: one[1], default=None)
