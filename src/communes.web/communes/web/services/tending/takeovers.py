"""``@web-takeovers``: another site is read, written, told line by line."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.domain.reading import BadValue
from communes.web.domain.taking_over.takeover import RowFate
from communes.web.domain.taking_over.takeover import TakenRow
from communes.web.domain.taking_over.takeover import Takeover
from communes.web.services.naming import Named
from communes.web.taking_over import api as door
from typing import Any


MOST = 500
_STEPS = {"write": door.write, "resume": door.resume}


class TakeoversGet(Named):
    """All of them; with an id, its report: ``fate``, ``page`` and ``size``."""

    def reply(self) -> dict[str, Any]:
        if not self.uid:
            found = door.takeovers(self.context)
            return {
                "@id": f"{self.context.absolute_url()}/@web-takeovers",
                "items": [takeover_json(self.context, one) for one in found],
                "items_total": len(found),
            }
        fate = str(self.request.form.get("fate", ""))
        if fate and fate not in set(RowFate):
            raise BadValue(field="fate", name="fate", expected=", ".join(RowFate))
        size = body.parameter(self.request, "size", 1, MOST, 100)
        page = body.parameter(self.request, "page", 1, 100_000, 1)
        told = door.report(self.context, self.uid, fate, (page - 1) * size, size)
        return {
            **takeover_json(self.context, told.takeover),
            "rows": [row_json(one) for one in told.rows],
            "counts": dict(told.counts),
            "items_total": told.total,
            "page": page,
            "pages": max(1, -(-told.total // size)),
            "size": size,
        }


class TakeoversPost(Named, WritingService):
    """Reads ``base``, ``place``, ``token``; with an id, ``step``: write or resume."""

    def write(self) -> dict[str, Any]:
        if self.uid:
            given = body.json_body(self.request, ("step",))
            step = body.value(given, "step", str)
            if step not in _STEPS:
                raise BadValue(field="step", name="step", expected=", ".join(_STEPS))
            return takeover_json(self.context, _STEPS[step](self.context, self.uid))
        given = body.json_body(self.request, ("base", "place", "token"))
        base = body.value(given, "base", str)
        place = body.value(given, "place", str, "")
        token = body.value(given, "token", str, "")
        made = takeover_json(self.context, door.begin(self.context, base, place, token))
        self.request.response.setStatus(202)
        self.request.response.setHeader("Location", made["@id"])
        return made


class TakeoversDelete(Named, WritingService):
    """Forgets one, stopping it; what it wrote stays. Answers 204."""

    def write(self) -> Any:
        door.forget(self.context, self.uid)
        return self.reply_no_content()


def takeover_json(site: Any, one: Takeover) -> dict[str, Any]:
    """Return how far one is; the key of the other site is never told."""
    return {
        "@id": f"{site.absolute_url()}/@web-takeovers/{one.id}",
        "id": one.id,
        "base": one.base,
        "place": one.place,
        "state": one.state.value,
        "read": one.read,
        "done": one.done,
        "problem": one.problem,
        "asked_at": one.asked_at,
    }


def row_json(one: TakenRow) -> dict[str, Any]:
    """Return what becomes of one content of the other site."""
    return {
        "path": one.path,
        "title": one.title,
        "kind": one.kind,
        "fate": one.fate.value,
        "reasons": list(one.reasons),
        "uid": one.uid,
    }
