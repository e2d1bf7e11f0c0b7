"""Which committees an assembly has."""

from communes.deliberations.domain.setting_parts import about
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class Committee:
    """One committee of an assembly."""

    id: str = field(metadata=about("Identifiant de la commission."))
    title: str = field(metadata=about("Nom : « Commission des finances »."))
    members: tuple[str, ...] = field(
        default=(), metadata=about("Identifiants des personnes qui y siègent.")
    )
