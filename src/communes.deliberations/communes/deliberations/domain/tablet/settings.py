"""Whether the members of an assembly vote on their own tablets."""

from communes.deliberations.domain.setting_parts import about
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class TabletSettings:
    """The vote of the members on tablets; off unless the assembly wants it."""

    enabled: bool = field(
        default=False,
        metadata=about("Les membres votent eux-mêmes, chacun sur sa tablette."),
    )
    poll_seconds: int = field(
        default=3,
        metadata=about("Secondes entre deux demandes d'une tablette au serveur.")
        | {"min": 1, "max": 60},
    )
