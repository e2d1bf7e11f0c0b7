"""The sittings of the committees before a meeting: plain data on it, one revision."""

from collections.abc import Mapping
from communes.core.access.permission import current_user
from communes.core.organisation.api import person
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.committees.sitting import Sitting
from communes.deliberations.storage import part
from communes.deliberations.storage.plain import to_plain
from plone import api


_NAME = "committee_part"


def sittings_of(meeting: IMeeting) -> tuple[dict[str, Sitting], int]:
    """Return committee -> its sitting, and the revision to give back."""
    data, revision = part.read(meeting, _NAME, dict)
    return {id: _load(one) for id, one in data.items()}, revision


def save_sittings(
    meeting: IMeeting, sittings: Mapping[str, Sitting], revision: int | None
) -> int:
    """Keep the sittings and return the new revision.

    :raises StaleRevision: somebody else changed them since.
    """
    return part.write(
        meeting,
        _NAME,
        {id: to_plain(one) for id, one in sittings.items()},
        by=current_user(),
        change="les commissions ont changé",
        revision=revision,
        what="La liste des commissions",
    )


def name_of(person_id: str) -> str:
    """Return the name of a person of the organisation, the id of an unknown one."""
    found = person(api.portal.get(), person_id)
    return found.name if found is not None else person_id


def _load(data: Mapping[str, object]) -> Sitting:
    lists = {name: tuple(data[name]) for name in ("present", "items")}
    return Sitting(**{**data, **lists})
