"""Colours as numbers: what can be read on what, and what is derived from the brand."""

from communes.core.errors.domain import InvalidInput
from dataclasses import dataclass
from functools import lru_cache
import re


#: WCAG 2.2, success criterion 1.4.3 (level AA), text of ordinary size.
READABLE = 4.5

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_WHITE = "#ffffff"
_INK = "#1c2430"
_PAGE = "#f5f7f9"


class InvalidColour(InvalidInput):
    """The colour is not written ``#rrggbb``. Cure: copy it from the house style."""

    code = "invalid_colour"
    template = (
        "La couleur « ${value} » n'est pas valable. "
        "Écrivez-la en hexadécimal, par exemple #0b5d6b."
    )


class UnreadableColour(InvalidInput):
    """The colour can not carry or be text. Cure: take a darker one."""

    code = "unreadable_colour"
    template = (
        "La couleur « ${value} » se lit mal : contraste de ${ratio} pour 1 avec le "
        "fond de page, il faut au moins ${needed} pour 1. Choisissez une teinte "
        "plus foncée, par exemple ${proposal}."
    )


@dataclass(frozen=True)
class Palette:
    """The colours of a commune, each ``#rrggbb`` in lower case.

    ``brand`` marks what acts and where one is, ``brand_ink`` is written on it,
    ``brand_soft`` lies under dark text, ``brand_dark`` answers to the pointer.
    """

    brand: str
    brand_ink: str
    brand_soft: str
    brand_dark: str
    accent: str


def normalise(colour: str) -> str:
    """Return the colour as ``#rrggbb`` in lower case.

    :raises InvalidColour: when it is not ``#rgb`` or ``#rrggbb``.
    """
    text = colour.strip()
    if not _HEX.fullmatch(text):
        raise InvalidColour(value=colour)
    digits = text[1:].lower()
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}"


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours, from 1.0 to 21.0."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=64)
def palette(brand: str, accent: str) -> Palette:
    """Derive the colours of a commune from the two it chooses.

    :raises InvalidColour: when one of them is not a colour.
    :raises UnreadableColour: when links and buttons in ``brand`` would not reach
        the contrast of WCAG AA on the page, or text on its soft ground.
    """
    brand = normalise(brand)
    soft = mix(brand, _WHITE, 0.11)
    worst = min(contrast(brand, _PAGE), contrast(brand, soft))
    if worst < READABLE:
        raise UnreadableColour(
            field="brand_colour",
            value=brand,
            ratio=f"{worst:.1f}".replace(".", ","),
            needed=f"{READABLE:.1f}".replace(".", ","),
            proposal=_darkened(brand),
        )
    ink = max((_WHITE, _INK), key=lambda colour: contrast(colour, brand))
    return Palette(brand, ink, soft, mix(brand, "#000000", 0.8), normalise(accent))


def mix(one: str, other: str, share: float) -> str:
    """Return ``share`` (0 to 1) of one colour mixed into the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    mixed = (round(a * share + b * (1 - share)) for a, b in pairs)
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _darkened(colour: str) -> str:
    share = 1.0
    candidate = colour
    while share > 0:
        candidate = mix(colour, "#000000", share)
        soft = mix(candidate, _WHITE, 0.11)
        if min(contrast(candidate, _PAGE), contrast(candidate, soft)) >= READABLE:
            break
        share -= 0.05
    return candidate


def _channels(colour: str) -> tuple[int, int, int]:
    digits = normalise(colour)[1:]
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    if share <= 0.04045:
        return share / 12.92
    return float(((share + 0.055) / 1.055) ** 2.4)
