"""``POST <plan>/@pst-elements``: create an element, once per external id."""

from communes.core.web import body
from communes.pst.api.element import create_element
from communes.pst.api.element import find_by_external_id
from communes.pst.api.element import find_element
from communes.pst.api.figures import figures
from communes.pst.services.at import WritingAtElement
from communes.pst.services.serialise import element_json
from communes.pst.services.serialise import element_url
from typing import Any


class ElementsPost(WritingAtElement):
    """Reads ``kind``, ``parent`` (a UID; left out: the plan itself) and its fields."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        kind = body.value(given, "kind", str)
        parent = body.value(given, "parent", str, "")
        external_id = body.value(given, "external_id", str, "")
        values = {name: one for name, one in given.items() if name not in _APART}
        known = external_id and find_by_external_id(self.context, external_id)
        if known:
            obj = find_element(self.context, known)
        else:
            place = find_element(self.context, parent) if parent else self.context
            obj = create_element(place, kind, values)
            self.request.response.setStatus(201)
            url = element_url(self.context, obj.UID())
            self.request.response.setHeader("Location", url)
        return element_json(obj, self.context, figures(self.context))


_APART = frozenset({"kind", "parent"})
