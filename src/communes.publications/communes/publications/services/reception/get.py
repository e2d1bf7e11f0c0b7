"""Tells what waits, and what it would change."""

from communes.publications.api import managing
from plone.restapi.services import Service
from typing import Any


class WaitingGet(Service):
    """The meetings of which a version waits for the current user."""

    def reply(self) -> dict[str, Any]:
        found = [
            {
                "@id": meeting.absolute_url(),
                "title": meeting.title,
                "institution": institution.getId(),
            }
            for institution in managing.managed(self.context)
            for meeting in managing.waiting(institution)
        ]
        url = f"{self.context.absolute_url()}/@publications-waiting"
        return {"@id": url, "items_total": len(found), "items": found}


class ReceptionGet(Service):
    """What a version that waits would change, item by item."""

    def reply(self) -> dict[str, Any]:
        return reception(self.context)


def reception(meeting: Any) -> dict[str, Any]:
    """Return where a meeting stands on the portal and what waits, as plain JSON."""
    found = managing.preview(meeting)
    waiting = None
    if found is not None:
        waiting = {
            "version": found.after.version,
            "stage": found.after.stage,
            "parts": list(found.parts),
            "items": [
                {
                    "id": one.item.id,
                    "number": one.item.number,
                    "title": one.item.title,
                    "kind": str(one.kind),
                    "parts": list(one.parts),
                }
                for one in found.items
            ],
        }
    return {
        "@id": f"{meeting.absolute_url()}/@publications-reception",
        "state": managing.state(meeting),
        "steps": [str(step) for step in managing.steps(meeting)],
        "waiting": waiting,
    }
