"""Publications as JSON."""

from communes.core.errors.rest import reasons_json
from communes.publications.api import publication as door
from communes.publications.api.types import IPublication
from communes.publications.domain.publication.register import Entry
from communes.publications.domain.publication.states import (
    PUBLICATION_TRANSITION_LABELS,
)
from dataclasses import asdict
from datetime import date
from typing import Any


def plain_values(values: dict[str, Any]) -> dict[str, Any]:
    """Return values as JSON holds them: days and moments in ISO 8601."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }


def entry_json(one: Entry, shelf_url: str) -> dict[str, Any]:
    """Return a line of a register; what was taken back has no title."""
    told = plain_values(asdict(one))
    del told["uid"]
    return {
        **told,
        "@id": f"{shelf_url}/{one.reference}",
        "title": one.title_shown,
        "streets": [] if one.withdrawn_at else list(one.streets),
    }


def publication_json(publication: IPublication) -> dict[str, Any]:
    """Return what a publication says, where it stands and the times it was shown."""
    said = asdict(door.read(publication))
    for name in ("reference", "url", "institution"):
        del said[name]
    writes = door.may_add(door.institution_of(publication))
    shown = [one for one in door.showings(publication) if writes or not one.withdrawn]
    return {
        "@id": publication.absolute_url(),
        "reference": publication.getId(),
        "state": door.state_of(publication).value,
        "replaced_by": publication.replaced_by,
        **plain_values(said),
        "versions": [plain_values(asdict(one)) for one in shown],
    }


def steps_json(publication: IPublication, request: Any) -> dict[str, Any]:
    """Return the steps of the person, with what stands against each."""
    return {
        "@id": f"{publication.absolute_url()}/@publication-steps",
        "state": door.state_of(publication).value,
        "steps": [
            {
                "id": one.id.value,
                "title": PUBLICATION_TRANSITION_LABELS[one.id],
                "reasons": reasons_json(one.reasons, request),
            }
            for one in door.steps(publication)
        ],
    }
