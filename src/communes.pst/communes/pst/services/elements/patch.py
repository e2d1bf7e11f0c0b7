"""``PATCH <plan>/@pst-elements/<uid>``: change some fields and tables."""

from communes.core.web import body
from communes.pst.api.element import edit_element
from communes.pst.api.figures import figures
from communes.pst.services.at import WritingAtElement
from communes.pst.services.serialise import element_json
from typing import Any


class ElementPatch(WritingAtElement):
    """Reads the fields to change, and the ``revision`` that was read."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        obj = self.element
        edit_element(obj, given, read)
        return element_json(obj, self.context, figures(self.context))
