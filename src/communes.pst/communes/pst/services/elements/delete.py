"""``DELETE <plan>/@pst-elements/<uid>``: delete what holds nothing."""

from communes.core.web import body
from communes.pst.api.element import delete_element
from communes.pst.services.at import WritingAtElement
from typing import Any


class ElementDelete(WritingAtElement):
    """Reads ``{"revision"}``; answers 204."""

    def write(self) -> Any:
        given = body.json_body(self.request, ("revision",))
        delete_element(self.element, body.revision(given))
        return self.reply_no_content()
