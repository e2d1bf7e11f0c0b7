"""``commune.toml`` as typed values: everything a commune may say, and no more."""

from communes.policy.domain.identity import Branding
from communes.policy.domain.identity import Identity
from communes.policy.domain.identity import Sites
from communes.policy.domain.people import Account
from communes.policy.domain.people import PersonEntry
from communes.policy.domain.people import PoliticalGroup
from communes.policy.domain.people import ServiceEntry
from dataclasses import dataclass
from dataclasses import field
from datetime import date


@dataclass(frozen=True)
class Commune:
    """The file of one commune, the settings of its solutions set aside."""

    identity: Identity
    sites: Sites
    demo: bool = field(
        default=False, metadata={"doc": "démonstration : mots de passe connus"}
    )
    branding: Branding = field(default_factory=Branding)
    term_starts: date | None = field(
        default=None, metadata={"doc": "début de la mandature"}
    )
    services: tuple[ServiceEntry, ...] = ()
    political_groups: tuple[PoliticalGroup, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    accounts: tuple[Account, ...] = ()
