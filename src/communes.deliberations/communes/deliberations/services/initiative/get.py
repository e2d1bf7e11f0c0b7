"""``GET <item>/@deliberations-initiative``: who asked for the item, and when."""

from communes.deliberations.api.initiative import initiative
from plone.restapi.services import Service
from typing import Any


def initiative_json(item: Any) -> dict[str, Any]:
    """Return who asked for an item, as JSON."""
    found = initiative(item)
    one = found.initiative
    return {
        "@id": f"{item.absolute_url()}/@deliberations-initiative",
        "kind": str(one.kind),
        "authors": list(one.authors),
        "names": list(found.names),
        "received_on": one.received_on.isoformat() if one.received_on else None,
        "question": one.question,
        "answer": one.answer,
        "late": None
        if found.late is None
        else {"clear_days": found.late[0], "asked": found.late[1]},
        "revision": found.revision,
    }


class InitiativeGet(Service):
    """Answers for whoever may see the item."""

    def reply(self) -> dict[str, Any]:
        return initiative_json(self.context)
