"""``GET <plan>/@pst-publication``: how a plan stands towards citizens."""

from communes.pst.api.online import standing
from plone.restapi.services import Service
from typing import Any


def standing_json(plan: Any) -> dict[str, Any]:
    """Return how a plan stands as plain values, with the body that was published."""
    found = standing(plan)
    online = found.online
    return {
        "@id": f"{plan.absolute_url()}/@pst-publication",
        "online": online is not None,
        "differs": found.differs,
        "version": 0 if online is None else online.version,
        "published_at": None if online is None else online.published_at,
        "digest": "" if online is None else online.digest,
        "document": None if online is None else online.body["document"],
    }


class PublicationGet(Service):
    """Answers who publishes."""

    def reply(self) -> dict[str, Any]:
        return standing_json(self.context)
