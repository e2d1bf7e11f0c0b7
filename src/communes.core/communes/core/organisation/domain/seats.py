"""Seats that are only counted become people named by their seat."""

from collections.abc import Iterator
from communes.core.organisation.domain.file_shape import OrganisationFile
from communes.core.organisation.domain.file_shape import PersonRow
from dataclasses import dataclass


COLLEGE = "college"
CONSEIL = "conseil"


@dataclass(frozen=True)
class Seat:
    """One person and the functions the seat gives, body to French function."""

    person: PersonRow
    functions: dict[str, str]


def counted_seats(file: OrganisationFile) -> tuple[Seat, ...]:
    """Return the seats of the college then of the council, by precedence.

    Members of the college are councillors too (CDLD L1123-1 sq.): they take the
    first seats of the council, and only the others are plain councillors.
    """
    college = tuple(_college(file))
    others = max(file.conseil.conseillers - len(college), 0)
    return (*college, *(_councillor(number) for number in range(1, others + 1)))


def _college(file: OrganisationFile) -> Iterator[Seat]:
    seats = file.college
    if seats.bourgmestre:
        functions = {COLLEGE: "bourgmestre", CONSEIL: "bourgmestre"}
        yield Seat(PersonRow("bourgmestre", "Bourgmestre"), functions)
    for number in range(1, seats.echevins + 1):
        functions = {COLLEGE: "échevin", CONSEIL: "échevin"}
        yield Seat(PersonRow(f"echevin-{number}", f"Échevin {number}"), functions)
    if seats.presidence_cpas:
        function = "présidence du CPAS"
        person = PersonRow("presidence-cpas", "Présidence du CPAS")
        yield Seat(person, {COLLEGE: function, CONSEIL: function})


def _councillor(number: int) -> Seat:
    person = PersonRow(f"conseiller-{number}", f"Conseiller {number}")
    return Seat(person, {CONSEIL: "conseiller communal"})


def group_of_each(groups: dict[str, int], seats: int) -> tuple[str, ...]:
    """Return the group of each seat by rank: the first group first, as counted."""
    named = [name for name, size in groups.items() for _ in range(size)]
    return tuple(named[:seats]) + ("",) * max(seats - len(named), 0)
