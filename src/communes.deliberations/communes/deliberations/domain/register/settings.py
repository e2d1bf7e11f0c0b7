"""What an assembly sets for its registers."""

from communes.deliberations.domain.choices import Reset
from communes.deliberations.domain.setting_parts import about
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum


class Entering(StrEnum):
    """When the deliberations of a meeting enter the register."""

    CLOSING = "closing"
    SIGNATURE = "signature"
    NEVER = "never"


@dataclass(frozen=True)
class RegisterSettings:
    """The registers of one assembly."""

    deliberations_at: str = field(
        default=Entering.CLOSING.value,
        metadata=about(
            "Moment où une délibération entre au registre : clôture de la séance, "
            "signature de l'acte, jamais.",
            choices=Entering,
        ),
    )
    reset: str = field(
        default=Reset.YEARLY.value,
        metadata=about("Remise à un du numéro au registre.", choices=Reset),
    )
