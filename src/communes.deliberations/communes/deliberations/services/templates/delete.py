"""``DELETE <template>/@deliberations-templates``: delete it."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.template import delete_template
from typing import Any


class TemplateDelete(WritingService):
    """Reads an empty object; answers 204."""

    def write(self) -> Any:
        body.json_body(self.request, ())
        delete_template(self.context)
        return self.reply_no_content()
