"""``POST``: make an entry, once per external id; close places on some days."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.directory import api as door
from communes.web.directory import exceptional
from communes.web.domain.reading import read
from communes.web.domain.reading import tell
from communes.web.domain.schedule.record import SpecialDays
from communes.web.services.directory.serialise import entry_json
from communes.web.services.directory.serialise import entry_url
from typing import Any


_DAYS = ("first", "last", "label", "intervals")


class EntriesPost(WritingService):
    """Reads ``parent`` (UID of an entry; left out: the directory) and values."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        parent = body.value(given, "parent", str, "")
        given.pop("parent", None)
        place = door.find_entry(self.context, parent) if parent else self.context
        external_id = body.value(given, "external_id", str, "")
        known = door.find_by_external_id(self.context, external_id)
        if known is not None:
            # Who may not see it is not told that it is there.
            entry = door.find_entry(self.context, known.UID())
            return entry_json(self.context, entry)
        entry = door.create_entry(place, given)
        self.request.response.setStatus(201)
        url = entry_url(self.context, entry.UID())
        self.request.response.setHeader("Location", url)
        return entry_json(self.context, entry)


class ClosuresPost(WritingService):
    """``POST <directory>/@web-closures``: exceptional days for several entries."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("entries", *_DAYS))
        found = [
            door.find_entry(self.context, uid) for uid in body.texts(given, "entries")
        ]
        values = {name: given[name] for name in _DAYS if name in given}
        days = read(SpecialDays, values)
        exceptional.close_on(found, days)
        return {
            "@id": f"{self.context.absolute_url()}/@web-closures",
            "entries": [one.UID() for one in found],
            **tell(days),
        }
