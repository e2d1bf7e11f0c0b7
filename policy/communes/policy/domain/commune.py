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

    identity: Identity = field(metadata={"doc": "qui est l'autorité"})
    sites: Sites = field(metadata={"doc": "les sites à créer"})
    demo: bool = field(
        default=False, metadata={"doc": "démonstration : mots de passe connus"}
    )
    branding: Branding = field(
        default_factory=Branding, metadata={"doc": "couleurs, logo et armoiries"}
    )
    term_starts: date | None = field(
        default=None, metadata={"doc": "début de la mandature"}
    )
    services: tuple[ServiceEntry, ...] = field(
        default=(), metadata={"doc": "services de l'administration"}
    )
    political_groups: tuple[PoliticalGroup, ...] = field(
        default=(), metadata={"doc": "groupes politiques des assemblées élues"}
    )
    people: tuple[PersonEntry, ...] = field(
        default=(), metadata={"doc": "mandataires et grades légaux"}
    )
    accounts: tuple[Account, ...] = field(
        default=(), metadata={"doc": "comptes du site des agents"}
    )
