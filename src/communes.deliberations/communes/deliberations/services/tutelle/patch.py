"""``PATCH <item>/@deliberations-tutelle``: note the supervision of the act."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api import tutelle
from communes.deliberations.services.signatures.post import day_in
from communes.deliberations.services.tutelle.get import tutelle_json
from dataclasses import replace
from typing import Any


TEXTS = ("act", "outcome", "reference", "remarks")
DAYS = ("sent_on", "received_on", "extended_on", "outcome_on")


class TutellePatch(WritingService):
    """Reads the fields to change, and the ``revision`` that was read."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, (*TEXTS, *DAYS, "revision"))
        changed: dict[str, Any] = {
            name: body.value(given, name, str, "") for name in TEXTS if name in given
        }
        for name in DAYS:
            if name in given:
                changed[name] = day_in(given, name, required=False)
        file = replace(tutelle.tutelle(self.context).file, **changed)
        tutelle.note_tutelle(self.context, file, body.revision(given))
        return tutelle_json(self.context)
