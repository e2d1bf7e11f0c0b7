"""What a commune sets for its programmes: data with defaults, never code."""

from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum


class Frequency(StrEnum):
    """How often letters remind of what waits."""

    NEVER = "never"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


@dataclass(frozen=True)
class PstSettings:
    """When the programme speaks up by itself."""

    stale_after_days: int = field(
        default=90,
        metadata={
            "doc": "Jours sans mise à jour après lesquels une action est signalée.",
            "min": 7,
            "max": 730,
        },
    )
    announce_before_days: int = field(
        default=14,
        metadata={
            "doc": "Jours avant une échéance où le porteur est prévenu.",
            "min": 0,
            "max": 180,
        },
    )
    measure_every_days: int = field(
        default=365,
        metadata={
            "doc": "Jours après lesquels un indicateur doit être mesuré à nouveau.",
            "min": 30,
            "max": 1095,
        },
    )
    reminder_letters: Frequency = field(
        default=Frequency.WEEKLY,
        metadata={
            "doc": "Quand les porteurs et les responsables reçoivent par courriel ce "
            "qui les attend : jamais, au début de la semaine ou du mois.",
        },
    )
