"""The door to the organisation of a site."""

from communes.core.organisation.content.organisation import IOrganisation
from communes.core.organisation.domain import in_office
from communes.core.organisation.domain import Mandate
from communes.core.organisation.domain import Organisation
from communes.core.organisation.domain import Person
from communes.core.organisation.domain import Service
from communes.core.organisation.groups import ensure_groups
from communes.core.organisation.groups import site_slug
from communes.core.organisation.storage.applying import apply_groups
from communes.core.organisation.storage.applying import apply_members
from communes.core.organisation.storage.applying import apply_objects
from communes.core.organisation.storage.applying import Changes
from communes.core.organisation.storage.applying import HOME
from communes.core.organisation.storage.applying import SERVICE_ROLES
from communes.core.organisation.storage.changing import end_all
from communes.core.organisation.storage.changing import person_numbered
from communes.core.organisation.storage.changing import rename
from communes.core.organisation.storage.directory import Directory
from communes.core.organisation.storage.directory import directory_of
from communes.core.organisation.storage.mapping import person_of
from communes.core.organisation.storage.mapping import persons_of
from datetime import date
from typing import Any


__all__ = [
    "SERVICE_ROLES",
    "Changes",
    "apply_organisation",
    "end_mandates",
    "ensure_groups",
    "mandates",
    "mandates_in_office",
    "person",
    "person_of_population",
    "persons",
    "rename_person",
    "services",
    "site_slug",
]


def services(site: Any) -> tuple[Service, ...]:
    """Return the services of the site by title; none without an organisation."""
    found = _directory(site).services()
    return tuple(sorted(found, key=lambda service: (service.title, service.id)))


def mandates(site: Any, body: str) -> tuple[Mandate, ...]:
    """Return all mandates of an assembly, past and future ones too, in no order."""
    return tuple(_directory(site).mandates(body))


def mandates_in_office(site: Any, body: str, day: date) -> tuple[Mandate, ...]:
    """Return who sits in an assembly on a day, by order of precedence.

    It reads one small index and wakes no person and no mandate.

    :param body: id of the assembly ("conseil").
    """
    return in_office(mandates(site, body), body, day)


def person(site: Any, person_id: str) -> Person | None:
    """Return the person of that id as a plain value, None when there is none."""
    return person_of(_organisation(site), person_id)


def persons(site: Any) -> tuple[Person, ...]:
    """Return every person of the site, those without a mandate too; wakes them all."""
    return persons_of(_organisation(site))


def person_of_population(site: Any, number: str) -> Person | None:
    """Return the person whom the register of the population knows by that number.

    None when nobody of the organisation has it: it wakes the persons, for a worker.
    """
    found = _numbered(site, number)
    return None if found is None else person_of(_organisation(site), found.getId())


def rename_person(site: Any, person_id: str, name: str) -> bool:
    """Give a person another name, in the mandates too; return whether it is another.

    :raises KeyError: there is no such person.
    """
    return rename(_organisation(site)[person_id], name)


def end_mandates(site: Any, person_id: str, day: date) -> tuple[str, ...]:
    """End what a person holds, ``day`` being the last; return the ids of the mandates.

    What has ended before stays as it is, and so does what begins later.

    :raises KeyError: there is no such person.
    """
    return end_all(_organisation(site)[person_id], day)


def apply_organisation(
    site: Any,
    organisation: Organisation,
    roles: dict[str, str] | None = None,
    force: bool = False,
) -> Changes:
    """Bring services, people, mandates, groups and members to what a file wants.

    Applying the same again changes nothing. What somebody changed live is kept and
    reported, unless forced; what the file does not name is left alone.

    :param roles: groups each service has, last part of the id to French name;
        ``SERVICE_ROLES`` when not given.
    :return: what was made and changed.
    :raises BadName: the slug of the site is not set.
    :raises PlaceTaken: another object lies where one of these belongs.
    """
    changes = Changes()
    apply_objects(site, organisation, force, changes)
    apply_groups(site, organisation, roles or SERVICE_ROLES, changes)
    apply_members(site, organisation, force, changes)
    return changes


def _organisation(site: Any) -> Any:
    found = site.get(HOME)
    return found if IOrganisation.providedBy(found) else None


def _directory(site: Any) -> Directory:
    organisation = _organisation(site)
    return Directory() if organisation is None else directory_of(organisation)


def _numbered(site: Any, number: str) -> Any:
    organisation = _organisation(site)
    return None if organisation is None else person_numbered(organisation, number)
