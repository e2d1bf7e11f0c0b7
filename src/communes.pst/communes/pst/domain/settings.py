"""What a commune sets for its programmes: data with defaults, never code."""

from dataclasses import dataclass
from dataclasses import field


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
