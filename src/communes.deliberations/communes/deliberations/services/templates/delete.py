"""``DELETE <template>/@deliberations-templates``: delete it."""

from communes.deliberations.api.template import delete_template
from communes.deliberations.services import body
from communes.deliberations.services.writing import WritingService
from typing import Any


class TemplateDelete(WritingService):
    """Reads an empty object; answers 204."""

    def write(self) -> Any:
        body.json_body(self.request, ())
        delete_template(self.context)
        return self.reply_no_content()
