"""Minutes as JSON."""

from communes.core.errors.rest import step_json
from communes.deliberations.api import minutes as door
from typing import Any


def minutes_json(seen: door.MinutesView, request: Any) -> dict[str, Any]:
    """Return minutes as one person may see them."""
    item = seen.approval_item
    return {
        "@id": seen.minutes.absolute_url(),
        "UID": seen.minutes.UID(),
        "title": seen.minutes.title,
        "review_state": seen.state.value,
        "approved_on": seen.approved_on.isoformat() if seen.approved_on else None,
        "approval_item": item.absolute_url() if item is not None else None,
        "corrections": [
            {
                "text": one.text,
                "on": one.on.isoformat(),
                "item": one.item,
                "number": one.number,
                "public": one.public,
            }
            for one in seen.corrections
        ],
        "revision": seen.revision,
        "steps": [step_json(one, request) for one in seen.steps],
    }
