"""``GET <item>/@deliberations-tutelle``: the supervision of the act of an item."""

from communes.deliberations.api import tutelle
from dataclasses import asdict
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any


def tutelle_json(item: Any) -> dict[str, Any]:
    """Return the supervision as it stands today."""
    seen = tutelle.tutelle(item)
    last = seen.deadline
    return {
        "@id": f"{item.absolute_url()}/@deliberations-tutelle",
        **json_compatible(asdict(seen.file)),
        "kind": seen.act.kind if seen.act else None,
        "standing": seen.standing.value if seen.standing else None,
        "effect": seen.effect,
        "deadline": last.date.isoformat() if last else None,
        "calculation": [last.rule, *last.steps] if last else [],
        "revision": seen.revision,
    }


class TutelleGet(Service):
    """The supervision of one act."""

    def reply(self) -> dict[str, Any]:
        return tutelle_json(self.context)
