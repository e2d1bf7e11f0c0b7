"""Days, delays and amounts as Belgians write them."""

from communes.core.errors.domain import InvalidInput
from datetime import date
from datetime import datetime
from decimal import Decimal
from decimal import ROUND_HALF_UP
import re


WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_SHORT_MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin",
    "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip
_THIN = "\u202f"
_FIXED = "\u00a0"


class NotANumber(InvalidInput):
    """The text is no amount. Cure: digits, a comma, two decimals at most."""

    code = "not_a_number"
    template = "Indiquez un nombre, par exemple 184 500,00"


def short_date(day: date, today: date) -> str:
    """Return « mar. 24 nov. », with the year when it is not this one."""
    text = f"{WEEKDAYS[day.weekday()][:3]}. {day.day} {_SHORT_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def date_in_words(day: date) -> str:
    """Return « 22 novembre 2026 »; the first is « 1er »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def long_date(day: date) -> str:
    """Return « dimanche 22 novembre 2026 », whatever the language of the machine."""
    return f"{WEEKDAYS[day.weekday()]} {date_in_words(day)}"


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return the number with its noun; below two the noun is singular.

    Without ``plural``, the noun takes an s.
    """
    return f"{number} {singular if number < 2 else plural or singular + 's'}"


def hour(moment: datetime) -> str:
    """Return « 14 h 32 », or « 9 h » on the hour."""
    minutes = f"{_FIXED}{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour}{_FIXED}h{minutes}"


def time_left(day: date, today: date) -> str:
    """Return the distance in days: late, today, tomorrow or how many are left."""
    left = (day - today).days
    if left < 0:
        return f"{-left}{_FIXED}j de retard"
    if left < 2:
        return "aujourd'hui" if left == 0 else "demain"
    return f"dans {left}{_FIXED}j"


def deadline(day: date, today: date) -> str:
    """Return the day, with the delay in words when it is near or past."""
    text = short_date(day, today)
    if (day - today).days > 7:
        return text
    return f"{text} · {time_left(day, today)}"


def amount(value: Decimal) -> str:
    """Return « 184 500 € », with two decimals when there are cents."""
    rounded = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    whole, cents = f"{abs(rounded):.2f}".split(".")
    grouped = f"{int(whole):,}".replace(",", _THIN)
    sign = "-" if rounded < 0 else ""
    tail = "" if cents == "00" else f",{cents}"
    return f"{sign}{grouped}{tail}{_FIXED}€"


def read_amount(text: str) -> Decimal:
    """Return the number a Belgian wrote: « 184 500,00 », « 184500.5 », « -3 ».

    Points do not group: « 184.500 » would be read two ways and is refused with
    three decimals or more.

    :raises NotANumber: when it can be read in no way, or in two.
    """
    bare = re.sub(r"[\s\u00a0\u202f€]", "", text).replace(",", ".")
    if not re.fullmatch(r"-?\d{1,15}(\.\d{1,2})?", bare, re.ASCII):
        raise NotANumber(value=text)
    return Decimal(bare)
