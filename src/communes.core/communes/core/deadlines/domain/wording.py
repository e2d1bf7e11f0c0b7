"""How a day is written in French, whatever the language of the machine."""

from datetime import date


WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def written(day: date) -> str:
    """Return the day in full: "jeudi 3 décembre 2026", "mardi 1er décembre 2026"."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{WEEKDAYS[day.weekday()]} {number} {MONTHS[day.month - 1]} {day.year}"


def counted(number: int, singular: str, plural: str) -> str:
    """Return the number with its noun: "1 jour franc", "7 jours francs"."""
    return f"{number} {singular if number < 2 else plural}"
