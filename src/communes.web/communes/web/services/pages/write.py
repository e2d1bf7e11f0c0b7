"""``POST``, ``PATCH`` and ``DELETE`` of pages, folders and alerts."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api.contents import by_external_id
from communes.web.api.contents import by_uid
from communes.web.api.contents import create
from communes.web.api.contents import delete
from communes.web.api.contents import edit
from communes.web.api.contents import place_at
from communes.web.api.contents import readable_values
from communes.web.services.naming import Named
from communes.web.services.pages.serialise import content_json
from communes.web.services.pages.serialise import content_url
from typing import Any


class ContentsPost(WritingService):
    """Reads ``kind``, ``parent`` (UID; left out: the site itself) and values.

    Sent again with the same ``external_id``, nothing is made or changed.
    """

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        kind = body.value(given, "kind", str)
        parent = body.value(given, "parent", str, "")
        name = body.value(given, "name", str, "")
        known = by_external_id(body.value(given, "external_id", str, ""))
        if known is not None:
            # Who may not see it is not told that it is there.
            return content_json(by_uid(known.UID()))
        values = {key: one for key, one in given.items() if key not in _APART}
        where = by_uid(parent) if parent else self.context
        made = create(where, kind, readable_values(kind, values), name)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", content_url(made.UID()))
        return content_json(made)


class ContentPatch(Named, WritingService):
    """Reads the values to change, the ``revision`` that was read, ``position``.

    ``sections`` are sent whole: they replace those that are there.
    """

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        place = body.value(given, "position", int, None)
        obj = by_uid(self.uid)
        values = {key: one for key, one in given.items() if key not in _BESIDE}
        kind = obj.portal_type
        edit(obj, readable_values(kind, values), read)
        if place is not None:
            place_at(obj, place)
        return content_json(obj)


class ContentDelete(Named, WritingService):
    """Reads ``{"revision"}``; answers 204. What it holds goes with it."""

    def write(self) -> Any:
        given = body.json_body(self.request, ("revision",))
        delete(by_uid(self.uid), body.revision(given))
        return self.reply_no_content()


_APART = frozenset({"kind", "parent", "name"})
_BESIDE = frozenset({"revision", "position"})
