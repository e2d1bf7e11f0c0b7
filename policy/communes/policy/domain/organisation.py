"""The people and services of the file, as the kit's organisation takes them."""

from collections.abc import Iterator
from communes.core.organisation.domain import Mandate
from communes.core.organisation.domain import Membership
from communes.core.organisation.domain import Organisation
from communes.core.organisation.domain import Person
from communes.core.organisation.domain import Service
from communes.policy.domain.commune import Commune
from communes.policy.domain.people import MandateEntry
from communes.policy.domain.people import PersonEntry


def organisation_of(commune: Commune) -> Organisation:
    """Return the organisation a checked commune describes."""
    users = {account.person: account.id for account in commune.accounts}
    people = {
        entry.id: Person(entry.id, entry.name, entry.gender, users.get(entry.id, ""))
        for entry in commune.people
    }
    return Organisation(
        name=commune.identity.name,
        nis=commune.identity.nis,
        category=commune.identity.category.value,
        inhabitants=commune.identity.inhabitants,
        languages=commune.identity.languages,
        postal_codes=commune.identity.postal_codes,
        services=tuple(
            Service(entry.id, entry.title, entry.agents) for entry in commune.services
        ),
        persons=tuple(people.values()),
        mandates=tuple(
            mandate
            for entry in commune.people
            for mandate in _mandates(commune, entry, people[entry.id])
        ),
        memberships=tuple(
            Membership(account.id, *group.rsplit("-", 1))
            for account in commune.accounts
            for group in account.groups
        ),
    )


def _mandates(
    commune: Commune, entry: PersonEntry, person: Person
) -> Iterator[Mandate]:
    groups = {group.id: group.title for group in commune.political_groups}
    taken: set[str] = set()
    for one in entry.mandates:
        starts = one.starts or commune.term_starts
        if starts is None:  # refused by the checks of the file
            continue
        id_ = _unused(f"{one.body}-{starts:%Y-%m-%d}", taken)
        yield Mandate(
            person=person,
            body=one.body,
            role=one.role,
            group=groups.get(entry.group, ""),
            precedence=_precedence(one, entry, commune),
            starts=starts,
            ends=one.ends,
            votes=one.votes,
            id=id_,
        )


def _precedence(one: MandateEntry, entry: PersonEntry, commune: Commune) -> int:
    """Return the rank said, or the place of the person in the file."""
    return one.precedence or commune.people.index(entry) + 1


def _unused(base: str, taken: set[str]) -> str:
    number = 1
    name = base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name
