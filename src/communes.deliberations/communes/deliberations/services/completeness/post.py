"""``POST <item>/@deliberations-completeness``: say whether the file is complete."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.completeness import say_completeness
from communes.deliberations.services.completeness.get import completeness_json
from typing import Any


class CompletenessPost(WritingService):
    """Reads ``{"value", "missing", "revision"}``."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("value", "missing", "revision"))
        say_completeness(
            self.context,
            body.value(given, "value", str),
            body.value(given, "missing", str, ""),
            body.revision(given),
        )
        return completeness_json(self.context)
