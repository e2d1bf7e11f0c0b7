"""``GET <plan>/@pst-evaluations``: the evaluations of a plan and what was said."""

from communes.core.errors.i18n import to_sentence
from communes.pst.api.evaluating import campaigns
from communes.pst.api.evaluating import close_obstacles
from communes.pst.domain.evaluation import Campaign
from communes.pst.domain.plain import to_plain
from plone.restapi.services import Service
from typing import Any


def evaluations_json(plan: Any, request: Any) -> dict[str, Any]:
    """Return the evaluations of a plan, the oldest first."""
    items = [_evaluation(plan, one, request) for one in campaigns(plan)]
    return {
        "@id": f"{plan.absolute_url()}/@pst-evaluations",
        "items": items,
        "items_total": len(items),
    }


def _evaluation(plan: Any, one: Campaign, request: Any) -> dict[str, Any]:
    reasons = () if one.digest else close_obstacles(plan, one.id)
    return {
        **dict(to_plain(one)),
        "missing": [to_sentence(why, request) for why in reasons],
    }


class EvaluationsGet(Service):
    """With what still stands against closing the one that is open."""

    def reply(self) -> dict[str, Any]:
        return evaluations_json(self.context, self.request)
