"""``GET @pst-plans``: the plans of a site, or one plan."""

from communes.pst.api.figures import figures
from communes.pst.api.plan import describe_plan
from communes.pst.api.plan import plan_revision
from communes.pst.api.plan import plans
from communes.pst.api.reading import state
from communes.pst.domain.plain import decimal_text
from communes.pst.domain.plain import to_plain
from plone.restapi.services import Service
from typing import Any


def plan_json(plan: Any) -> dict[str, Any]:
    """Return a plan: its fields and lists, and how far it is."""
    found = figures(plan)
    return {
        "@id": f"{plan.absolute_url()}/@pst-plans",
        "name": plan.getId(),
        "state": state(plan),
        "revision": plan_revision(plan),
        **to_plain(describe_plan(plan)),
        "progress": found.total_percent,
        "budget": decimal_text(found.budgets[""].total),
    }


class PlansGet(Service):
    """The plans the account takes part in."""

    def reply(self) -> dict[str, Any]:
        items = [plan_json(one) for one in plans(self.context)]
        return {
            "@id": f"{self.context.absolute_url()}/@pst-plans",
            "items": items,
            "items_total": len(items),
        }


class PlanGet(Service):
    """One plan."""

    def reply(self) -> dict[str, Any]:
        return plan_json(self.context)
