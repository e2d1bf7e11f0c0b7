"""The services of the commune, the people who decide, and those who log in."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date


@dataclass(frozen=True)
class ServiceEntry:
    """``[[services]]``: one service of the administration."""

    id: str = field(metadata={"doc": "identifiant du service"})
    title: str = field(metadata={"doc": "nom du service", "min": 1})
    agents: int = field(default=0, metadata={"doc": "nombre d'agents", "min": 0})


@dataclass(frozen=True)
class PoliticalGroup:
    """``[[political_groups]]``: one group of an elected assembly."""

    id: str = field(metadata={"doc": "identifiant du groupe politique"})
    title: str = field(metadata={"doc": "nom du groupe politique", "min": 1})
    majority: bool = field(
        default=False, metadata={"doc": "le groupe a signé le pacte de majorité"}
    )


@dataclass(frozen=True)
class MandateEntry:
    """One seat of a person in one assembly, between two dates."""

    body: str = field(metadata={"doc": "identifiant de l'assemblée"})
    role: str = field(metadata={"doc": "fonction dans l'assemblée", "min": 1})
    precedence: int = field(
        default=0, metadata={"doc": "rang au tableau de préséance", "min": 0}
    )
    votes: bool = field(default=True, metadata={"doc": "a voix délibérative"})
    starts: date | None = field(
        default=None, metadata={"doc": "début ; sans lui, « term_starts »"}
    )
    ends: date | None = field(default=None, metadata={"doc": "dernier jour"})


@dataclass(frozen=True)
class PersonEntry:
    """``[[people]]``: one person with the mandates she or he holds."""

    id: str = field(metadata={"doc": "identifiant de la personne"})
    name: str = field(metadata={"doc": "prénom et nom", "min": 1})
    gender: str = field(
        default="", metadata={"doc": "genre", "choices": ("", "f", "m", "x")}
    )
    group: str = field(default="", metadata={"doc": "groupe politique"})
    mandates: tuple[MandateEntry, ...] = field(
        default=(), metadata={"doc": "sièges de la personne"}
    )


@dataclass(frozen=True)
class Account:
    """``[[accounts]]``: somebody who may log in, to the agents' site if not said else.

    ``groups`` are ``<service>-<role>`` or ``<assembly>-<role>``, without the slug.
    ``password`` is for demonstrations only: elsewhere the person chooses it.
    """

    id: str = field(metadata={"doc": "nom d'utilisateur"})
    fullname: str = field(metadata={"doc": "prénom et nom", "min": 1})
    function: str = field(
        default="", metadata={"doc": "ce que la personne fait, pour la démonstration"}
    )
    email: str = field(default="", metadata={"doc": "adresse électronique"})
    password: str = field(
        default="", metadata={"doc": "mot de passe, dans un profil « demo » seulement"}
    )
    person: str = field(default="", metadata={"doc": "identifiant de la personne"})
    groups: tuple[str, ...] = field(
        default=(), metadata={"doc": "« service-rôle » ou « assemblée-rôle »"}
    )
    administrator: bool = field(
        default=False, metadata={"doc": "administre le site, sans être d'un service"}
    )
    sites: tuple[str, ...] = field(
        default=("agents",),
        metadata={
            "doc": "sites où la personne se connecte",
            "choices": ("agents", "www"),
            "min": 1,
        },
    )
