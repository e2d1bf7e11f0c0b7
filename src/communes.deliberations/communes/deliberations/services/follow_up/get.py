"""``GET <item>/@deliberations-follow-up``: what is to do and what was done."""

from communes.deliberations.api import follow_up
from dataclasses import asdict
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any


def follow_up_json(item: Any) -> dict[str, Any]:
    """Return the list with its revision."""
    tasks, revision = follow_up.follow_up(item)
    return {
        "@id": f"{item.absolute_url()}/@deliberations-follow-up",
        "items": [json_compatible(asdict(one)) for one in tasks],
        "revision": revision,
    }


class FollowUpGet(Service):
    """What follows one decision."""

    def reply(self) -> dict[str, Any]:
        return follow_up_json(self.context)
