"""When the legal clock of an assembly begins to press."""

from communes.deliberations.domain.setting_parts import about
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class ClockSettings:
    """How the terms of a meeting are watched."""

    alarm_days: int = field(
        default=3,
        metadata=about("Jours avant une échéance légale où elle devient une alarme.")
        | {"min": 0, "max": 30},
    )
    watched_days: int = field(
        default=60,
        metadata=about("Jours d'avance dont le tableau de bord tient compte.")
        | {"min": 1, "max": 365},
    )
