"""``GET <plan>/@pst-takeovers``: the plans one may carry over, and what of them."""

from communes.pst.api.carrying import plans_before
from communes.pst.api.carrying import unfinished_actions
from communes.pst.domain.reference import reference
from plone.restapi.services import Service
from typing import Any


class TakeoversGet(Service):
    """Answers who keeps the plan."""

    def reply(self) -> dict[str, Any]:
        found = plans_before(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@pst-takeovers",
            "items": [
                {
                    "@id": one.absolute_url(),
                    "plan": one.getId(),
                    "title": one.title,
                    "actions": [
                        {
                            "id": action.id,
                            "reference": reference(action),
                            "title": action.title,
                            "state": action.state,
                        }
                        for action in unfinished_actions(one)
                    ],
                }
                for one in found
            ],
            "items_total": len(found),
        }
