"""Which seats of an assembly weigh more than one voice, as in an intercommunale."""

from communes.deliberations.domain.setting_parts import about
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class Share:
    """How many voices one member, or each member of one group, expresses."""

    holder: str = field(
        metadata=about("Identifiant de la personne, ou nom de son groupe.")
    )
    voices: int = field(
        metadata=about("Voix que porte un vote.") | {"min": 0, "max": 10_000_000}
    )


@dataclass(frozen=True)
class ShareSettings:
    """Votes by shares; without any every vote is one voice."""

    held: tuple[Share, ...] = field(
        default=(),
        metadata=about(
            "Parts des membres d'une assemblée qui vote par parts ; vide : une voix "
            "par membre."
        ),
    )

    @property
    def weighted(self) -> bool:
        """Whether votes weigh by shares here."""
        return bool(self.held)

    def voices(self, person: str, group: str) -> int:
        """Return the voices of a seat: its own shares, else those of its group."""
        known = {one.holder: one.voices for one in self.held}
        return known.get(person, known.get(group, 1))
