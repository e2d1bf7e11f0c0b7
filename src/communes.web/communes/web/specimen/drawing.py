"""Pictures drawn for the specimen: landscapes of the valley, each told in words.

Drawn and not taken, they show nobody and belong to nobody.
"""

from dataclasses import dataclass
from io import BytesIO
from math import sin
from PIL import Image
from PIL import ImageDraw
from random import Random


SIZE = (1280, 853)
_SKIES = (
    ("un ciel clair", (150, 200, 232), (232, 244, 250)),
    ("un ciel du soir", (240, 168, 120), (252, 226, 190)),
    ("un ciel d'orage", (104, 118, 136), (196, 206, 214)),
    ("un ciel d'hiver", (196, 210, 222), (240, 244, 247)),
)
_SLOPES = (
    ("des collines vertes", (92, 140, 84)),
    ("des collines d'automne", (176, 120, 60)),
    ("des collines enneigées", (226, 234, 240)),
    ("des champs de blé", (206, 178, 92)),
)
_COUNTS = ("", "une maison", "deux maisons", "trois maisons", "quatre maisons")
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Drawn:
    """A picture as a JPEG, and what is seen on it."""

    data: bytes
    alternative: str


def landscape(seed: int, size: tuple[int, int] = SIZE) -> Drawn:
    """Return the landscape of a number; the same number gives the same picture."""
    random = Random(seed)  # noqa: S311 -- a picture, no secret
    sky_words, high, low = _SKIES[random.randrange(len(_SKIES))]
    slope_words, slope = _SLOPES[random.randrange(len(_SLOPES))]
    houses = 1 + random.randrange(4)
    has_river = random.random() < 0.6
    picture = _sky(size, high, low)
    draw = ImageDraw.Draw(picture)
    _sun(draw, size, random)
    for row in range(4):
        _hill(draw, size, random, row, _shade(slope, 0.72 + row * 0.12))
    if has_river:
        _river(draw, size, random)
    for _number in range(houses):
        _house(draw, size, random)
    river = ", la rivière au milieu" if has_river else ""
    said = f"Dessin : {slope_words} sous {sky_words}, {_COUNTS[houses]}{river}."
    out = BytesIO()
    picture.save(out, "JPEG", quality=80, optimize=True)
    return Drawn(out.getvalue(), said)


def _sky(size: tuple[int, int], high: Colour, low: Colour) -> Image.Image:
    column = Image.new("RGB", (1, size[1]))
    for y in range(size[1]):
        column.putpixel((0, y), _mixed(high, low, y / size[1]))
    return column.resize(size)


def _sun(draw: ImageDraw.ImageDraw, size: tuple[int, int], random: Random) -> None:
    x, y = size[0] * (0.15 + random.random() * 0.7), size[1] * 0.2
    r = size[1] * (0.04 + random.random() * 0.03)
    draw.ellipse((x - r, y - r, x + r, y + r), (255, 246, 214))


def _hill(
    draw: ImageDraw.ImageDraw,
    size: tuple[int, int],
    random: Random,
    row: int,
    colour: Colour,
) -> None:
    wide, tall = size
    base = tall * (0.42 + row * 0.13)
    swing, turn, slide = tall * 0.07, 2 + random.random() * 3, random.random() * 6
    line = [
        (x, base + swing * sin(x / wide * turn + slide)) for x in range(0, wide + 1, 8)
    ]
    draw.polygon([*line, (wide, tall), (0, tall)], colour)


def _river(draw: ImageDraw.ImageDraw, size: tuple[int, int], random: Random) -> None:
    wide, tall = size
    bend = random.random() * 6
    left, right = [], []
    for y in range(int(tall * 0.62), tall + 1, 6):
        depth = (y / tall - 0.6) * 2.5
        middle = wide * 0.5 + sin(y / 90 + bend) * wide * 0.09
        left.append((middle - depth * wide * 0.09, y))
        right.append((middle + depth * wide * 0.09, y))
    draw.polygon([*left, *reversed(right)], (96, 146, 178))


def _house(draw: ImageDraw.ImageDraw, size: tuple[int, int], random: Random) -> None:
    wide, tall = size
    x, y = wide * (0.08 + random.random() * 0.78), tall * (0.6 + random.random() * 0.2)
    side = tall * (0.06 + random.random() * 0.05)
    draw.rectangle((x, y, x + side * 1.5, y + side), (236, 226, 208))
    roof = [(x - side * 0.1, y), (x + side * 0.75, y - side * 0.7), (x + side * 1.6, y)]
    draw.polygon(roof, (88, 96, 108))
    draw.rectangle((x + side * 0.6, y + side * 0.45, x + side * 0.9, y + side),
                   (120, 84, 60))  # fmt: skip
    for pane in (0.2, 1.05):
        draw.rectangle((x + side * pane, y + side * 0.3, x + side * (pane + 0.25),
                        y + side * 0.6), (110, 150, 176))  # fmt: skip


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (
        round(a + (b - a) * share) for a, b in zip(one, other, strict=True)
    )
    return red, green, blue


def _shade(colour: Colour, share: float) -> Colour:
    red, green, blue = (min(255, round(one * share)) for one in colour)
    return red, green, blue
