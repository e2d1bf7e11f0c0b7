"""``PATCH <plan>/@pst-plans``: change fields and lists of a plan."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.pst.api.plan import edit_plan
from communes.pst.services.plans.get import plan_json
from typing import Any


class PlanPatch(WritingService):
    """Reads what to change, and the ``revision`` that was read."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        edit_plan(self.context, given, read)
        return plan_json(self.context)
