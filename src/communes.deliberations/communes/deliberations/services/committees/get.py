"""``GET <meeting>/@deliberations-committees``: each committee and its sitting."""

from communes.deliberations.api.committees import committees
from communes.deliberations.api.committees import CommitteeView
from plone.restapi.services import Service
from typing import Any


def committees_json(meeting: Any) -> dict[str, Any]:
    """Return the committees as the user may see them."""
    found, revision = committees(meeting)
    return {
        "@id": f"{meeting.absolute_url()}/@deliberations-committees",
        "items": [_one(one) for one in found],
        "items_total": len(found),
        "revision": revision,
    }


class CommitteesGet(Service):
    """Answers with every committee of the assembly."""

    def reply(self) -> dict[str, Any]:
        return committees_json(self.context)


def _one(one: CommitteeView) -> dict[str, Any]:
    sitting = one.sitting
    return {
        "committee": one.committee.id,
        "title": one.committee.title,
        "members": [{"id": id, "name": name} for id, name in one.people],
        "held_on": sitting.held_on.isoformat() if sitting.held_on else None,
        "hour": sitting.hour,
        "convoked_on": sitting.convoked_on.isoformat() if sitting.convoked_on else None,
        "place": sitting.place,
        "present": list(sitting.present),
        "agenda_items": list(sitting.items),
        "notes": sitting.notes,
    }
