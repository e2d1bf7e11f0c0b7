"""The names of an item: its reference, its stable id, and the counters behind them."""

from communes.deliberations.domain.agenda import display_number
from communes.deliberations.domain.agenda import running_number
from communes.deliberations.domain.choices import Reset
from communes.deliberations.domain.errors import UnknownPlace
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings_check import REFERENCE_PLACES
from dataclasses import dataclass
from datetime import date
from string import Template


@dataclass(frozen=True)
class Numbers:
    """What names an item: its number (hundredths), its meeting's, the meeting's day.

    ``first_item_number`` is the continuous number of the meeting's first item.
    """

    number: int
    meeting_number: int
    day: date
    first_item_number: int = 1


def reference(
    assembly: AssemblySettings, numbers: Numbers, nis: str = "", service: str = ""
) -> str:
    """Return the reference of an item by the assembly's pattern.

    It is computed once, when the minutes are being written, then kept.

    :raises UnknownPlace: the pattern has a place that nobody fills.
    """
    day = numbers.day
    values = {
        "date": f"{day:%Y%m%d}",
        "year": f"{day:%Y}",
        "month": f"{day:%m}",
        "day": f"{day:%d}",
        "number": display_number(numbers.number),
        "running_number": running_number(numbers.first_item_number, numbers.number),
        "meeting_number": str(numbers.meeting_number),
        "acronym": assembly.acronym,
        "assembly": assembly.id,
        "nis": nis,
        "service": service,
    }
    try:
        return Template(assembly.reference_format).substitute(values)
    except (KeyError, ValueError) as error:
        raise UnknownPlace(
            field="reference_format",
            pattern=assembly.reference_format,
            place=error.args[0],
            places=", ".join(REFERENCE_PLACES),
        ) from error


def decision_id(assembly: AssemblySettings, numbers: Numbers, nis: str) -> str:
    """Return the stable id of a decision, the one all its addresses are made of."""
    return (
        f"{nis}/{assembly.id}/{numbers.day:%Y}/{numbers.meeting_number}/"
        f"{display_number(numbers.number)}"
    )


def meeting_counter(assembly: AssemblySettings, day: date) -> str:
    """Return the name of the counter a meeting of ``day`` takes its number from."""
    return _counter(assembly.id, "meeting", assembly.meeting_reset, day)


def item_counter(assembly: AssemblySettings, day: date) -> str:
    """Return the name of the counter of continuous item numbers on ``day``."""
    return _counter(assembly.id, "item", assembly.item_reset, day)


def _counter(assembly: str, kind: str, reset: str, day: date) -> str:
    name = f"deliberations.{assembly}.{kind}"
    return f"{name}.{day:%Y}" if reset == Reset.YEARLY else name
