"""``POST <assembly>/@deliberations-templates``: write a template."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.template import create_template
from communes.deliberations.services.templates.get import template_json
from typing import Any


class TemplatesPost(WritingService):
    """Reads the fields of the template; answers 201."""

    def write(self) -> dict[str, Any]:
        made = create_template(self.context, body.json_body(self.request))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", made.absolute_url())
        return template_json(made, self.request)
