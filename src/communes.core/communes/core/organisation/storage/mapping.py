"""What the index keeps of each object."""

from Acquisition import aq_parent
from communes.core.organisation.content.organisation import IOrganisation
from communes.core.organisation.content.person import IPerson
from communes.core.organisation.domain import Person
from dataclasses import asdict


MANDATE_FIELDS = ("role", "group", "precedence", "starts", "ends", "votes")


def organisation_around(obj: object) -> object | None:
    """Return the organisation ``obj`` lies in, None when it lies in none."""
    while obj is not None and not IOrganisation.providedBy(obj):
        obj = aq_parent(obj)
    return obj


def service_row(service: object) -> dict[str, object]:
    """Return a service as the index keeps it."""
    return {
        "id": service.getId(),
        "title": service.title,
        "agents": service.agents or 0,
    }


def mandate_row(mandate: object) -> dict[str, object]:
    """Return a mandate as the index keeps it, its person inside."""
    person = aq_parent(mandate)
    row = {name: getattr(mandate, name) for name in MANDATE_FIELDS}
    row["group"] = row["group"] or ""
    row["votes"] = bool(row["votes"])
    row["id"] = mandate.getId()
    row["person"] = asdict(_person(person))
    return row


def person_of(organisation: object | None, person_id: str) -> Person | None:
    """Return a person of an organisation as a plain value, None when unknown."""
    found = None if organisation is None else organisation.get(person_id)
    return _person(found) if IPerson.providedBy(found) else None


def persons_of(organisation: object | None) -> tuple[Person, ...]:
    """Return the persons of an organisation as plain values, in their order."""
    found = () if organisation is None else organisation.objectValues()
    return tuple(_person(one) for one in found if IPerson.providedBy(one))


def _person(person: object) -> Person:
    return Person(person.getId(), person.title, person.gender or "", person.user or "")
