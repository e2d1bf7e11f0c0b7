"""``GET <item>/@deliberations-versions``: its versions, or two of them compared."""

from communes.core.comparing.domain.difference import as_html
from communes.core.web import body
from communes.deliberations.api.version import compare
from communes.deliberations.api.version import NOW
from communes.deliberations.api.version import versions
from plone.restapi.services import Service
from typing import Any


#: More versions than any item will have; the door says which exist.
MOST = 100_000


class VersionsGet(Service):
    """``?from=1&to=2`` compares; ``to`` left out or 0 is the item as it stands."""

    def reply(self) -> dict[str, Any]:
        answer = {
            "@id": f"{self.context.absolute_url()}/@deliberations-versions",
            "items": [
                {
                    "number": one.number,
                    "review_state": one.state,
                    "by": one.by,
                    "at": one.at.astimezone().isoformat(),
                    "changed": one.changed,
                }
                for one in versions(self.context)
            ],
        }
        if "from" in self.request.form:
            old = body.parameter(self.request, "from", 1, MOST, 1)
            new = body.parameter(self.request, "to", NOW, MOST, NOW)
            answer["texts"] = [
                {
                    "field": one.field,
                    "changed": one.changed,
                    "html": as_html(one.lines),
                }
                for one in compare(self.context, old, new)
            ]
        return answer
