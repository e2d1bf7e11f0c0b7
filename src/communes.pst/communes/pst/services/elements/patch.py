"""``PATCH <plan>/@pst-elements/<uid>``: change some fields and tables."""

from communes.core.web import body
from communes.pst.api.element import edit_element
from communes.pst.api.element import find_element
from communes.pst.api.figures import figures
from communes.pst.api.moving import put_element
from communes.pst.services.at import WritingAtElement
from communes.pst.services.serialise import element_json
from typing import Any


class ElementPatch(WritingAtElement):
    """Reads the fields to change, and the ``revision`` that was read.

    ``parent`` puts the element under another one, or under the plan itself ("").
    """

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        obj = self.element
        if "parent" in given:
            parent = body.value(given, "parent", str)
            given.pop("parent")
            place = find_element(self.context, parent) if parent else self.context
            obj, read = put_element(obj, place, read), None
        if given:
            edit_element(obj, given, read)
        return element_json(obj, self.context, figures(self.context))
