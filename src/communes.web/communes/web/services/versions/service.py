"""``@web-versions/<uid>``: what a page was, and back to it."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api.contents import by_uid
from communes.web.api.pages import history
from communes.web.api.pages import undo
from communes.web.services.naming import Named
from communes.web.services.pages.serialise import content_json
from typing import Any


class VersionsGet(Named):
    """The last twenty, the last first, with their sections."""

    def reply(self) -> dict[str, Any]:
        return {
            "@id": f"{self.context.absolute_url()}/@web-versions/{self.uid}",
            "items": [
                {
                    "revision": one.revision,
                    "by": one.by,
                    "until": one.at.isoformat(timespec="seconds"),
                    "title": one.values.get("title", ""),
                    "sections": list(one.values.get("sections") or ()),
                }
                for one in history(by_uid(self.uid))
            ],
        }


class VersionsPost(Named, WritingService):
    """Brings back the revision ``to``, or what was before the last change."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("to", "revision"))
        obj = by_uid(self.uid)
        undo(obj, body.value(given, "to", int, None), body.revision(given))
        return content_json(obj)
