"""``PATCH <meeting>/@deliberations-committees``: the sitting of one committee."""

from collections.abc import Mapping
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.committees import set_sitting
from communes.deliberations.services.committees.get import committees_json
from datetime import date
from typing import Any


class CommitteesPatch(WritingService):
    """Changes the fields that are sent of the committee that is named."""

    texts = ("hour", "place", "notes")
    days = ("held_on", "convoked_on")
    lists = ("present", "agenda_items")

    def write(self) -> dict[str, Any]:
        known = ("committee", *self.texts, *self.days, *self.lists, "revision")
        given = body.json_body(self.request, known)
        committee = body.value(given, "committee", str)
        changes = dict(self._changes(given))
        set_sitting(self.context, committee, changes, body.revision(given))
        return committees_json(self.context)

    def _changes(self, given: Mapping[str, Any]) -> Any:
        for name in self.texts:
            if name in given:
                yield name, body.value(given, name, str)
        for name in self.days:
            if name in given:
                yield name, _day(given[name], name)
        for name in self.lists:
            if name in given:
                named = body.value(given, name, list)
                if not all(isinstance(one, str) for one in named):
                    expected = "une liste de textes"
                    raise body.WrongValue(field=name, name=name, expected=expected)
                yield name.removeprefix("agenda_"), tuple(named)


def _day(given: object, name: str) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        expected = "une date comme 2026-12-03"
        raise body.WrongValue(field=name, name=name, expected=expected) from None
