"""A file of the commune becomes an organisation, or a list of what is wrong."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.organisation.domain.file_shape import MandateRow
from communes.core.organisation.domain.file_shape import OrganisationFile
from communes.core.organisation.domain.file_shape import PersonRow
from communes.core.organisation.domain.mandate import Mandate
from communes.core.organisation.domain.mandate import MandateEndsBeforeItStarts
from communes.core.organisation.domain.model import Membership
from communes.core.organisation.domain.model import Organisation
from communes.core.organisation.domain.model import Service
from communes.core.organisation.domain.person import Person
from communes.core.organisation.domain.seats import CONSEIL
from communes.core.organisation.domain.seats import counted_seats
from communes.core.organisation.domain.seats import group_of_each
from communes.core.settings.domain import InvalidSettings
from communes.core.settings.domain import Problem
from communes.core.settings.domain import read
from typing import Any


def read_organisation(data: Mapping[str, Any], where: str) -> Organisation:
    """Return the organisation written in ``data``.

    People and mandates are either named (``[[person]]``, ``[[mandate]]``) or only
    counted (``[college]``, ``[conseil]``, from the day ``mandates_from`` on); counted
    seats become people named by their seat ("Échevin 1"), and both may be used.

    :param where: the file, for the sentences.
    :raises InvalidSettings: with every problem of the file.
    """
    file = read(OrganisationFile, data, where)
    rows = (*_counted_people(file), *file.person)
    problems = [*_doubles(file, rows), *_counting_problems(file)]
    persons = {row.id: Person(row.id, row.name, row.gender, row.user) for row in rows}
    mandates: list[Mandate] = []
    counted = tuple(_counted_mandates(file))
    for number, row in enumerate((*counted, *file.mandate), start=1 - len(counted)):
        made = _mandate(row, f"mandate[{number}]", persons, mandates)
        if isinstance(made, Problem):
            problems.append(made)
        else:
            mandates.append(made)
    if problems:
        raise InvalidSettings(where, tuple(problems))
    return Organisation(
        name=file.name,
        nis=file.nis,
        category=file.category,
        inhabitants=file.inhabitants,
        languages=file.languages,
        postal_codes=file.postal_codes,
        services=tuple(Service(row.id, row.title, row.agents) for row in file.service),
        persons=tuple(persons.values()),
        mandates=tuple(mandates),
        memberships=tuple(
            Membership(row.user, row.unit, row.role) for row in file.membership
        ),
    )


def _counted_people(file: OrganisationFile) -> Iterator[PersonRow]:
    return (seat.person for seat in counted_seats(file))


def _counted_mandates(file: OrganisationFile) -> Iterator[MandateRow]:
    if file.mandates_from is None:
        return
    seats = counted_seats(file)
    groups = group_of_each(file.conseil.groups, len(seats))
    for rank, (seat, group) in enumerate(zip(seats, groups, strict=True), start=1):
        for body, function in seat.functions.items():
            if body == CONSEIL and not file.conseil.conseillers:
                continue
            yield MandateRow(
                seat.person.id, body, function, rank, file.mandates_from, group=group
            )


def _mandate(
    row: MandateRow, key: str, persons: Mapping[str, Person], before: list[Mandate]
) -> Mandate | Problem:
    person = persons.get(row.person)
    if person is None:
        expected = "l'identifiant d'une personne du fichier"
        return Problem(f"{key}.person", expected, f"« {row.person} »")
    base = f"{row.body}-{row.starts:%Y-%m-%d}"
    taken = {other.id for other in before if other.person is person}
    number = 1 + sum(1 for id_ in taken if id_ == base or id_.startswith(f"{base}-"))
    try:
        return Mandate(
            person=person,
            body=row.body,
            role=row.role,
            group=row.group,
            precedence=row.precedence,
            starts=row.starts,
            ends=row.ends,
            votes=row.votes,
            id=base if number == 1 else f"{base}-{number}",
        )
    except MandateEndsBeforeItStarts as error:
        return Problem(f"{key}.ends", "un jour après le début", str(error))


def _doubles(file: OrganisationFile, people: Iterable[PersonRow]) -> Iterator[Problem]:
    # Services and people lie side by side in the site: an id names one of them.
    services = [service.id for service in file.service]
    persons = [person.id for person in people]
    ids = {
        "service": services,
        "person": [*persons, *(name for name in set(services) if name in persons)],
    }
    for key, names in ids.items():
        for name, times in Counter(names).items():
            if times > 1:
                yield Problem(key, "un identifiant unique", f"{times} fois « {name} »")


def _counting_problems(file: OrganisationFile) -> Iterator[Problem]:
    seats = counted_seats(file)
    if seats and file.mandates_from is None:
        yield Problem("mandates_from", "le premier jour des mandats", "rien")
    size = sum(file.conseil.groups.values())
    if size and size != file.conseil.conseillers:
        expected = f"{file.conseil.conseillers} sièges en tout"
        yield Problem("conseil.groups", expected, str(size))
    college = sum("college" in seat.functions for seat in seats)
    if 0 < file.conseil.conseillers < college:
        expected = f"au moins {college}, le Collège faisant partie du Conseil"
        yield Problem("conseil.conseillers", expected, str(file.conseil.conseillers))
