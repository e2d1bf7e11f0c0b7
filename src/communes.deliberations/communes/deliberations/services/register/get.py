"""``GET <assembly>/@deliberations-register``: a page, a file, a verification."""

from communes.core.hardening.giving import give_out
from communes.core.web import body
from communes.deliberations.api import register as door
from dataclasses import asdict
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any


HIDDEN = ("entered_by",)


class RegisterGet(Service):
    """One page; ``verify=1``: a verification; ``position``: the file of an act."""

    def render(self) -> Any:
        if "position" not in self.request.form:
            return super().render()
        self.check_permission()
        asked = self.request.form
        made = door.register_file(
            self.context,
            _kind(self.request),
            body.parameter(self.request, "position", 1, 10**9, 0),
            str(asked.get("sha256", "")),
        )
        return give_out(self.request.response, made)

    def reply(self) -> dict[str, Any]:
        url = f"{self.context.absolute_url()}/@deliberations-register"
        if self.request.form.get("verify") in ("1", "true"):
            told = door.verify_register(self.context, _kind(self.request))
            faults = [{**asdict(one), "message": str(one)} for one in told.faults]
            return {
                "@id": url,
                **json_compatible({**asdict(told), "faults": faults}),
                "holds": told.holds,
            }
        page = door.register_page(
            self.context,
            _kind(self.request),
            year=_number(self.request, "year"),
            number=_number(self.request, "number"),
            page=body.parameter(self.request, "page", 1, 10**6, 1),
            size=body.parameter(self.request, "size", 1, 100, 25),
        )
        return {
            "@id": url,
            "items": [self._entry(one) for one in page.rows],
            "items_total": page.total,
            "page": page.page,
            "pages": page.pages,
            "years": list(page.years),
        }

    def _entry(self, row: door.RegisterRow) -> dict[str, Any]:
        plain = json_compatible(asdict(row.entry))
        for name in HIDDEN:
            plain.pop(name)
        notes = door.notes_of(self.context, row.entry.kind, row.entry.position)
        return {
            **plain,
            "readable": row.readable,
            "notes": [
                {
                    "kind": one.kind,
                    "on": one.on.isoformat(),
                    "text": one.text,
                    "sha256": one.sha256,
                }
                for one in notes
            ],
        }


def _kind(request: Any) -> str:
    return str(request.form.get("kind", "deliberations"))


def _number(request: Any, name: str) -> int | None:
    if name not in request.form:
        return None
    return body.parameter(request, name, 1, 10**6, 0)
