"""``@web-events`` of an agenda and of the site."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api import agenda as door
from communes.web.api.contents import by_uid
from communes.web.api.happenings import happenings
from communes.web.domain.agenda.choosing import Wanted
from communes.web.domain.agenda.event import wall_of
from communes.web.domain.agenda.period import Span
from communes.web.domain.content_errors import UnknownContent
from communes.web.domain.reading import BadValue
from communes.web.services.agenda.serialise import event_json
from communes.web.services.agenda.serialise import event_url
from communes.web.services.agenda.serialise import row_json
from communes.web.services.naming import Named
from datetime import datetime
from datetime import UTC
from typing import Any


MOST = 500
_TEXTS = {"words": "q", "category": "category", "audience": "audience", "kind": "kind"}


class EventsGet(Named):
    """Reads ``span``, ``day``, ``q``, ``category``, ``audience``, ``kind``…"""

    def reply(self) -> dict[str, Any]:
        if self.uid:
            return event_json(self.context, event_at(self.context, self.uid))
        now = datetime.now(UTC)
        form = self.request.form
        texts = {name: str(form.get(box, "")) for name, box in _TEXTS.items()}
        wanted = Wanted(**texts, free=form.get("free") == "1",
                        wheelchair=form.get("wheelchair") == "1")  # fmt: skip
        span, day = str(form.get("span", Span.COMING)), str(form.get("day", ""))
        if span not in set(Span):
            expected = ", ".join(Span)
            raise BadValue(field="span", name="span", expected=expected)
        found = happenings(self.context, span, day, wanted, now, wall_of(now).date())
        size = body.parameter(self.request, "size", 1, MOST, 50)
        page = body.parameter(self.request, "page", 1, 100_000, 1)
        shown = found.rows[(page - 1) * size : page * size]
        return {
            "@id": f"{self.context.absolute_url()}/@web-events",
            "items": [row_json(self.context, one) for one in shown],
            "items_total": len(found.rows),
            "choices": {name: dict(one) for name, one in found.choices.items()},
            "page": page,
            "pages": max(1, -(-len(found.rows) // size)),
            "size": size,
        }


class EventsPost(WritingService):
    """Makes an event in an agenda, once per external id."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        external_id = body.value(given, "external_id", str, "")
        known = door.find_by_external_id(self.context, external_id)
        if known is not None:
            # Who may not see it is not told that it is there.
            return event_json(self.context, event_at(self.context, known.UID()))
        event = door.create_event(self.context, given)
        self.request.response.setStatus(201)
        url = event_url(self.context, event.UID())
        self.request.response.setHeader("Location", url)
        return event_json(self.context, event)


class EventPatch(Named, WritingService):
    """Reads the values to change, and the ``revision`` that was read."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        event = event_at(self.context, self.uid)
        door.edit_event(event, given, read)
        return event_json(self.context, event)


class EventDelete(Named, WritingService):
    """Answers 204."""

    def write(self) -> Any:
        door.delete_event(event_at(self.context, self.uid))
        return self.reply_no_content()


def event_at(place: Any, uid: str) -> Any:
    """Return an event below a place by its UID.

    :raises UnknownContent: there is none, or the user may not see it.
    """
    return below(place, uid, door.is_event)


def below(place: Any, uid: str, is_kind: Any) -> Any:
    """Return a content of a kind below a place by its UID.

    :raises UnknownContent: there is none, or the user may not see it.
    """
    found = by_uid(uid)
    top = place.getPhysicalPath()
    if not is_kind(found) or found.getPhysicalPath()[: len(top)] != top:
        raise UnknownContent(name=uid)
    return found
