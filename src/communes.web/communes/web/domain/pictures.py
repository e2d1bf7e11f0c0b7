"""Pictures of the website: how large they may be, their widths, and their crops."""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.web.domain.errors import DOMAIN
from dataclasses import dataclass
from enum import StrEnum


#: The widths in which a page offers a picture; a browser takes the one it needs.
WIDTHS = (320, 640, 960, 1280, 1920)
WIDEST_CROP = 960
#: Nobody looks at more on a screen, and paper needs no more than this on A4.
LONGEST_SIDE = 3840
MOST_BYTES = 25_000_000
#: What a good camera gives; a file of some kilobytes can unfold to much more.
MOST_PIXELS = 60_000_000
#: What the kinds begin with: what a file is stands in it, not in its name.
_STARTS = {
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "gif": (b"GIF87a", b"GIF89a"),
}
_HEIF = (b"heic", b"heix", b"mif1", b"msf1", b"hevc")


class PictureRefused(InvalidInput):
    """Cause: a file is no picture a page shows. Cure: stands in the sentence."""

    i18n_domain = DOMAIN
    code = "web_picture_refused"
    template = "La photo « ${name} » est refusée : ${problem}."


class Crop(StrEnum):
    """The part of a picture that is shown where room has a shape of its own."""

    PORTRAIT = "portrait"
    LANDSCAPE = "paysage"
    SQUARE = "carre"

    @property
    def ratio(self) -> tuple[int, int]:
        """Width and height as whole numbers."""
        return {"portrait": (3, 4), "paysage": (3, 2), "carre": (1, 1)}[self.value]


@dataclass(frozen=True)
class Box:
    """A part of a picture in pixels of it, from its upper left corner."""

    left: int
    top: int
    width: int
    height: int


def kind_of(data: bytes, name: str) -> str:
    """Return what a file is: jpeg, png, gif or webp, whatever it is called.

    :raises PictureRefused: it is something else; it says what to do.
    """
    for kind, starts in _STARTS.items():
        if data.startswith(starts):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    raise PictureRefused(field="image", name=name, problem=_problem(data))


def _problem(data: bytes) -> str:
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        return "le format HEIC ne s'affiche pas partout, enregistrez-la en JPEG"
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml", b"<!doctype svg")) or b"<svg" in start:
        return (
            "un dessin SVG peut contenir des programmes, joignez-le comme fichier "
            "ou enregistrez-le en PNG"
        )
    return "ce n'est ni un JPEG, ni un PNG, ni un WebP, ni un GIF"


def refuse_cut(data: bytes, kind: str, name: str) -> None:
    """Refuse a file whose end is missing.

    Plone lets Pillow read such files in the whole process: they would show a grey
    half for ever.

    :raises PictureRefused: its end is missing.
    """
    whole = {
        "jpeg": b"\xff\xd9" in data[-65536:],
        "png": b"IEND\xaeB`\x82" in data[-65536:],
        "gif": data.rstrip(b"\x00").endswith(b";"),
        "webp": len(data) >= 8 + int.from_bytes(data[4:8], "little"),
    }[kind]
    if not whole:
        problem = "le fichier est incomplet, envoyez-le à nouveau"
        raise PictureRefused(field="image", name=name, problem=problem)


def refuse_size(name: str, weight: int, width: int = 0, height: int = 0) -> None:
    """Refuse what would cost everybody time and memory.

    :param weight: bytes of the file. :param width, height: 0 before they are known.
    :raises PictureRefused: it says the bound.
    """
    if weight > MOST_BYTES:
        problem = f"elle dépasse {MOST_BYTES // 1_000_000} Mo"
        raise PictureRefused(field="image", name=name, problem=problem)
    if width * height > MOST_PIXELS:
        raise too_many_points(name)


def too_many_points(name: str) -> PictureRefused:
    """Return the refusal of a picture that unfolds to more than anybody needs."""
    most = MOST_PIXELS // 1_000_000
    problem = f"elle dépasse {most} millions de points, réduisez-la"
    return PictureRefused(field="image", name=name, problem=problem)


def fitted(width: int, height: int, longest: int = LONGEST_SIDE) -> tuple[int, int]:
    """Return a size whose longest side is no longer than that, never larger."""
    side = max(width, height)
    if side <= longest:
        return width, height
    return max(width * longest // side, 1), max(height * longest // side, 1)


def widths_of(width: int) -> tuple[int, ...]:
    """Return the widths in which a picture that wide is offered: none is blown up."""
    known = tuple(one for one in WIDTHS if one < width)
    return (*known, width) if width <= WIDTHS[-1] else known


def box_of(crop: Crop, width: int, height: int, chosen: Box | None = None) -> Box:
    """Return the part a crop shows: the one chosen, or the middle.

    A chosen part is brought to the shape of the crop, within the picture.
    """
    across, down = crop.ratio
    area = chosen or Box(0, 0, width, height)
    # The widest part whose height, rounded down, fits: a part found is found again.
    fits = ((min(area.height, height) + 1) * across - 1) // down
    wide = max(min(area.width, width, fits), 1)
    high = max(min(wide * down // across, height), 1)
    left = area.left + (area.width - wide) // 2
    top = area.top + (area.height - high) // 2
    return Box(
        min(max(left, 0), width - wide), min(max(top, 0), height - high), wide, high
    )


def anchored(crop: Crop, width: int, height: int, across: int, down: int) -> Box:
    """Return the largest part of a crop's shape at a side of the picture.

    :param across, down: 0 for left or top, 1 for the middle, 2 for right or bottom.
    """
    middle = box_of(crop, width, height)
    left = (width - middle.width) * across // 2
    top = (height - middle.height) * down // 2
    return Box(left, top, middle.width, middle.height)


def anchor_of(box: Box, width: int, height: int) -> tuple[int, int]:
    """Return the side a part of a picture is nearest to, as ``anchored`` takes it."""
    return _third(box.left, width - box.width), _third(box.top, height - box.height)


def _third(place: int, most: int) -> int:
    return 1 if most <= 0 else round(2 * place / most)


def read_box(given: Mapping[str, object], width: int, height: int) -> Box:
    """Return a part that lies within a picture.

    :raises PictureRefused: it is none, or lies outside.
    """
    sides = [given.get(name) for name in ("left", "top", "width", "height")]
    whole = [one for one in sides if isinstance(one, int) and not isinstance(one, bool)]
    if len(whole) == 4:
        left, top, wide, high = whole
        inside = left + wide <= width and top + high <= height
        if left >= 0 and top >= 0 and wide > 0 and high > 0 and inside:
            return Box(left, top, wide, high)
    problem = "le recadrage sort de l'image"
    raise PictureRefused(field="crops", name="", problem=problem)


def scale_names(width: int, boxes: Mapping[Crop, Box]) -> tuple[str, ...]:
    """Return the names of every scale of a picture: « 640 », « paysage-640 ».

    :param boxes: what each crop shows of it.
    """
    names = [str(one) for one in widths_of(width)]
    for crop, box in boxes.items():
        names += [f"{crop.value}-{one}" for one in crop_widths(box)]
    return tuple(names)


def crop_widths(box: Box) -> tuple[int, ...]:
    """Return the widths in which a crop is offered: it fills a card, not a screen."""
    return tuple(one for one in widths_of(box.width) if one <= WIDEST_CROP) or (
        box.width,
    )


def read_scale(name: str) -> tuple[Crop | None, int] | None:
    """Return the crop and width of a scale's name; None for what is none."""
    crop, dash, number = name.rpartition("-")
    known = {one.value: one for one in Crop}
    if (dash and crop not in known) or not number.isascii() or not number.isdigit():
        return None
    width = int(number[:5])
    if str(width) != number or not 1 <= width <= WIDTHS[-1]:
        return None
    return known.get(crop), width
