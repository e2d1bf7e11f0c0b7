"""``GET <plan>/@pst-comparisons?from=&to=``: what differs between two evenings."""

from communes.pst.api.comparing import compared
from communes.pst.domain.errors import InvalidValue
from datetime import date
from plone.restapi.services import Service
from typing import Any


class ComparisonGet(Service):
    """``to`` left out: until now."""

    def reply(self) -> dict[str, Any]:
        first, last = self._day("from"), self._day("to")
        if first is None:
            raise InvalidValue(field="from", value="", expected="un jour")
        found = compared(self.context, first, last).found
        return {
            "@id": f"{self.context.absolute_url()}/@pst-comparisons",
            "from": first.isoformat(),
            "to": None if last is None else last.isoformat(),
            "added": list(found.added),
            "removed": list(found.removed),
            "moved": [
                {"id": one.element, "before": one.before, "after": one.after}
                for one in found.moved
            ],
            "changed": [
                {
                    "id": one.element,
                    "field": one.field,
                    "before": one.before,
                    "after": one.after,
                    "computed": one.computed,
                }
                for one in found.changed
            ],
        }

    def _day(self, name: str) -> date | None:
        given = self.request.form.get(name)
        if given is None:
            return None
        try:
            return date.fromisoformat(str(given))
        except ValueError as wrong:
            raise InvalidValue(
                field=name, value=str(given)[:40], expected="un jour (AAAA-MM-JJ)"
            ) from wrong
