"""``POST @pst-plans``: make a plan."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.pst.api.plan import create_plan
from communes.pst.services.plans.get import plan_json
from typing import Any


class PlansPost(WritingService):
    """Reads ``name`` (the last part of its address) and the fields of the plan."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        name = body.value(given, "name", str)
        values = {key: one for key, one in given.items() if key != "name"}
        plan = create_plan(self.context, name, values)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", plan.absolute_url())
        return plan_json(plan)
