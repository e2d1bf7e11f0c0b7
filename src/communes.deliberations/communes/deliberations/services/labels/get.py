"""``GET <item>/@deliberations-labels``: its labels, common and one's own."""

from communes.deliberations.api.label import labels
from dataclasses import asdict
from plone.restapi.services import Service
from typing import Any


def labels_json(item: Any) -> dict[str, Any]:
    """Return the labels as this account sees them."""
    view = labels(item)
    return {
        "@id": f"{item.absolute_url()}/@deliberations-labels",
        "labels": [one.id for one in view.common],
        "known": [asdict(one) for one in view.known],
        "own": list(view.own),
        "may_common": view.may_common,
        "revision": view.revision,
    }


class LabelsGet(Service):
    """Answers whoever may see the item; others' own labels are never told."""

    def reply(self) -> dict[str, Any]:
        return labels_json(self.context)
