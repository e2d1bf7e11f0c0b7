"""An administration as one value: what a file says and what a site is made from."""

from communes.core.organisation.domain.mandate import Mandate
from communes.core.organisation.domain.person import Person
from dataclasses import dataclass


__all__ = ["Mandate", "Membership", "Organisation", "Person", "Service"]


@dataclass(frozen=True)
class Service:
    """One service of the administration.

    :param id: stable name in addresses and groups ("finances").
    :param agents: how many people work there, 0 when it is not known.
    """

    id: str
    title: str
    agents: int = 0


@dataclass(frozen=True)
class Membership:
    """An account that acts for a unit: user ``user`` is ``role`` of ``unit``.

    :param unit: id of a service or of an assembly.
    :param role: last part of the group ("creators", "meetingmanagers").
    """

    user: str
    unit: str
    role: str


@dataclass(frozen=True)
class Organisation:
    """The whole of one administration."""

    name: str
    nis: str
    category: str
    inhabitants: int
    languages: tuple[str, ...] = ("fr",)
    postal_codes: tuple[str, ...] = ()
    services: tuple[Service, ...] = ()
    persons: tuple[Person, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    memberships: tuple[Membership, ...] = ()
