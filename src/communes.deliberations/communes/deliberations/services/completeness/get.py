"""``GET <item>/@deliberations-completeness``: what was said of the file."""

from communes.deliberations.api.completeness import completeness
from plone.restapi.services import Service
from typing import Any


def completeness_json(item: Any) -> dict[str, Any]:
    """Return what was said of the file, the last first."""
    view = completeness(item)
    return {
        "@id": f"{item.absolute_url()}/@deliberations-completeness",
        "used": view.used,
        "value": view.value.value,
        "missing": view.missing,
        "may_judge": view.may_judge,
        "may_ask_again": view.may_ask_again,
        "revision": view.revision,
        "items": [
            {
                "value": one.value.value,
                "missing": one.missing,
                "by": one.by,
                "at": one.at.astimezone().isoformat(),
            }
            for one in view.said
        ],
    }


class CompletenessGet(Service):
    """Answers the service and the secretariat."""

    def reply(self) -> dict[str, Any]:
        return completeness_json(self.context)
