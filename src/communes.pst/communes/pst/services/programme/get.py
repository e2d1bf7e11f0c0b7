"""``GET <plan>/@pst-programme``: the tree with its figures, in one question."""

from communes.pst.api.figures import figures
from communes.pst.domain.plain import decimal_text
from communes.pst.domain.reference import reference
from communes.pst.services.serialise import element_url
from communes.pst.services.serialise import figures_json
from plone.restapi.services import Service
from typing import Any


class ProgrammeGet(Service):
    """Every element the account may see, in the order of the tree."""

    def reply(self) -> dict[str, Any]:
        found = figures(self.context)
        seen = [one for one in found.tree.walk() if one.id in found.seen]
        return {
            "@id": f"{self.context.absolute_url()}/@pst-programme",
            "progress": found.total_percent,
            "budget": [
                {"source": source, "year": year, "amount": decimal_text(amount)}
                for (source, year), amount in found.budgets[""].cells.items()
            ],
            "items": [
                {
                    "@id": element_url(self.context, one.id),
                    "id": one.id,
                    "kind": one.kind.value,
                    "parent": one.parent if one.parent in found.seen else "",
                    "reference": reference(one),
                    "title": one.title,
                    "state": one.state,
                    "figures": figures_json(found, one.id),
                }
                for one in seen
            ],
            "items_total": len(seen),
        }
