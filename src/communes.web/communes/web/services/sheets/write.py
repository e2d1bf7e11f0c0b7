"""``POST``, ``PATCH`` and ``DELETE`` of the sheets of services."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api.contents import by_uid
from communes.web.services.naming import Named
from communes.web.services.sheets.serialise import sheet_json
from communes.web.services.sheets.serialise import sheet_url
from communes.web.sheets import api as door
from typing import Any


class ServicesPost(WritingService):
    """Reads ``folder`` (UID of a folder; left out: the site itself) and values."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        folder = body.value(given, "folder", str, "")
        given.pop("folder", None)
        known = door.find_by_external_id(body.value(given, "external_id", str, ""))
        if known is not None:
            # Who may not see it is not told that it is there.
            return sheet_json(door.find_service(known.UID()))
        where = by_uid(folder) if folder else self.context
        sheet = door.create_service(where, given)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", sheet_url(sheet.UID()))
        return sheet_json(sheet)


class ServicePatch(Named, WritingService):
    """Reads the values to change, and the ``revision`` that was read."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        sheet = door.find_service(self.uid)
        door.edit_service(sheet, given, read)
        return sheet_json(sheet)


class ServiceDelete(Named, WritingService):
    """Answers 204; the permanent address answers 410 from then on."""

    def write(self) -> Any:
        door.delete_service(door.find_service(self.uid))
        return self.reply_no_content()
