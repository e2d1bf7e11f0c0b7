"""``PATCH``: change some values of an entry, or what of it is not for everybody."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.directory import api as door
from communes.web.directory.private import edit_private
from communes.web.services.directory.get import private_json
from communes.web.services.directory.serialise import entry_json
from communes.web.services.naming import Named
from typing import Any


class EntryPatch(Named, WritingService):
    """Reads the values to change, and the ``revision`` that was read."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        entry = door.find_entry(self.context, self.uid)
        door.edit_entry(entry, given, read)
        return entry_json(self.context, entry)


class PrivatePatch(Named, WritingService):
    """``PATCH <directory>/@web-entry-private/<uid>``"""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        entry = door.find_entry(self.context, self.uid)
        edit_private(entry, given, read)
        return private_json(self.context, entry)
