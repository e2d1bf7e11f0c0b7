"""``PATCH <template>/@deliberations-templates``: change it, offer it or not."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.template import edit_template
from communes.deliberations.api.template import offer
from communes.deliberations.services.templates.get import template_json
from typing import Any


class TemplatePatch(WritingService):
    """Reads the fields to change, ``offered``, and the ``revision`` that was read."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        offered = body.value(given, "offered", bool, None)
        values = {
            name: value
            for name, value in given.items()
            if name not in ("revision", "offered")
        }
        edit_template(self.context, values, read)
        if offered is not None:
            offer(self.context, offered)
        return template_json(self.context, self.request)
