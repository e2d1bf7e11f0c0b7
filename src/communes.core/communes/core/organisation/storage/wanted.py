"""An organisation laid out as the objects it wants: path to type and field values."""

from communes.core.organisation.domain import Mandate
from communes.core.organisation.domain import Organisation
from dataclasses import dataclass


@dataclass(frozen=True)
class WantedObject:
    """One object below the organisation; an empty path is the organisation itself."""

    path: str
    portal_type: str
    fields: dict[str, object]


def wanted_objects(organisation: Organisation) -> tuple[WantedObject, ...]:
    """Return the objects of an organisation, each after the one it lies in."""
    root = {
        "title": organisation.name,
        "nis": organisation.nis,
        "category": organisation.category,
        "inhabitants": organisation.inhabitants,
    }
    services = (
        WantedObject(
            service.id,
            "communes.core.Service",
            {"title": service.title, "agents": service.agents},
        )
        for service in organisation.services
    )
    persons = (
        WantedObject(
            person.id,
            "communes.core.Person",
            {"title": person.name, "gender": person.gender, "user": person.user},
        )
        for person in organisation.persons
    )
    mandates = (_wanted_mandate(mandate) for mandate in organisation.mandates)
    return (
        WantedObject("", "communes.core.Organisation", root),
        *services,
        *persons,
        *mandates,
    )


def _wanted_mandate(mandate: Mandate) -> WantedObject:
    name = mandate.id or f"{mandate.body}-{mandate.starts:%Y-%m-%d}"
    fields = {
        "body": mandate.body,
        "role": mandate.role,
        "group": mandate.group,
        "precedence": mandate.precedence,
        "starts": mandate.starts,
        "ends": mandate.ends,
        "votes": mandate.votes,
    }
    return WantedObject(f"{mandate.person.id}/{name}", "communes.core.Mandate", fields)
