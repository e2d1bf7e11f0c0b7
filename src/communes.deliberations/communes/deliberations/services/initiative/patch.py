"""``PATCH <item>/@deliberations-initiative``: say who asked for it, or the answer."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.initiative import set_initiative
from communes.deliberations.domain.initiative.rules import InitiativeKind
from communes.deliberations.services.attendance.patch import one_of
from communes.deliberations.services.initiative.get import initiative_json
from datetime import date
from typing import Any


class InitiativePatch(WritingService):
    """Changes the fields that are sent and leaves the others."""

    known = ("kind", "authors", "received_on", "question", "answer", "revision")

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, self.known)
        changes: dict[str, Any] = {
            name: body.value(given, name, str)
            for name in ("question", "answer")
            if name in given
        }
        if "kind" in given:
            kind = body.value(given, "kind", str)
            changes["kind"] = one_of(InitiativeKind, kind, "kind").value
        if "authors" in given:
            named = body.value(given, "authors", list)
            if not all(isinstance(one, str) for one in named):
                expected = "une liste de textes"
                raise body.WrongValue(
                    field="authors", name="authors", expected=expected
                )
            changes["authors"] = tuple(named)
        if "received_on" in given:
            changes["received_on"] = _day(given["received_on"])
        set_initiative(self.context, changes, body.revision(given))
        return initiative_json(self.context)


def _day(given: object) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        expected = "une date comme 2026-12-03"
        raise body.WrongValue(
            field="received_on", name="received_on", expected=expected
        ) from None
