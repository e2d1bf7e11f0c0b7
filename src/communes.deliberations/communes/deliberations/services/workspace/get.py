"""``GET <meeting>/@deliberations-workspace``: what changed since one read it."""

from communes.deliberations.api import workspace
from plone.restapi.services import Service
from typing import Any


NOUN = "@deliberations-workspace"


def workspace_json(meeting: Any, item: str = "") -> dict[str, Any]:
    """Return the lines; with the UID of an item also its changes and the own note."""
    found = workspace.workspace(meeting)
    answer = {
        "@id": f"{meeting.absolute_url()}/{NOUN}",
        "read_on": found.read_on,
        "items": [
            {
                "uid": one.change.uid,
                "number": one.change.number,
                "was": one.change.was,
                "title": one.change.title,
                "since": one.change.since.value,
                "noted": one.noted,
            }
            for one in found.lines
        ],
        "item": None,
    }
    if item:
        note, revision = workspace.note(meeting, item)
        told = workspace.changed_texts(meeting, item)
        answer["item"] = {
            "uid": item,
            "note": note,
            "revision": revision,
            "changes": [{"title": title, "html": html} for title, html in told],
        }
    return answer


class WorkspaceGet(Service):
    """The workspace of the account that asks, and of nobody else."""

    def reply(self) -> dict[str, Any]:
        item = self.request.form.get("item", "")
        return workspace_json(self.context, item if isinstance(item, str) else "")
