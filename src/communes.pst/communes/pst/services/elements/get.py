"""``GET <plan>/@pst-elements``: the elements of a plan, or one by its UID."""

from communes.core.dashboards.domain import Offer
from communes.core.dashboards.domain import parse
from communes.core.dashboards.interfaces import IListEngine
from communes.pst.api.figures import figures
from communes.pst.api.listing import elements_list
from communes.pst.domain.plain import to_plain
from communes.pst.services.at import AtElement
from communes.pst.services.serialise import element_json
from communes.pst.services.serialise import element_url
from communes.pst.services.serialise import figures_json
from plone import api
from typing import Any
from zope.component import getAdapter


class ElementsGet(AtElement):
    """A page of the list, read without waking an element; or one element, whole."""

    def reply(self) -> dict[str, Any]:
        found = figures(self.context)
        if self.uid:
            return element_json(self.element, self.context, found)
        source = elements_list(self.context, str(self.request.form.get("board", "all")))
        offer = Offer(
            filters=frozenset(one.name for one in source.filters),
            sorts=frozenset(one.name for one in source.columns if one.sort),
            columns=frozenset(one.name for one in source.columns),
        )
        asked = {key: one for key, one in self.request.form.items() if key != "board"}
        query = parse(asked, offer)
        answer = getAdapter(api.portal.get(), IListEngine).rows(source, query)
        return {
            "@id": f"{self.context.absolute_url()}/@pst-elements",
            "items": [self._row(row.uid, found) for row in answer.rows],
            "items_total": answer.total,
            "page": query.page,
            "pages": answer.pages,
            "size": query.size,
        }

    def _row(self, uid: str, found: Any) -> dict[str, Any]:
        element = found.tree.element(uid)
        return {
            "@id": element_url(self.context, uid),
            "id": uid,
            "kind": element.kind.value,
            "title": element.title,
            "number": element.number,
            "state": element.state,
            "parent": element.parent,
            "updated_on": to_plain(element.updated_on),
            "figures": figures_json(found, uid),
        }
