"""``GET <directory>/@web-entries``: a page of the entries, or one by its UID."""

from communes.core.web import body
from communes.web.directory import api as door
from communes.web.directory import listing
from communes.web.directory.private import private_data
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.reading import tell
from communes.web.services.directory.serialise import entry_json
from communes.web.services.directory.serialise import line_json
from communes.web.services.naming import Named
from datetime import datetime
from typing import Any


#: Parameters of the address, by the name of what is wanted.
ASKED = {
    "words": "q",
    "category": "category",
    "facility": "facility",
    "kind": "kind",
    "entity": "entity",
}
MOST = 500


class EntriesGet(Named):
    """Reads ``q``, ``category``, ``facility``, ``kind``, ``entity``, ``open``."""

    def reply(self) -> dict[str, Any]:
        if self.uid:
            return entry_json(self.context, door.find_entry(self.context, self.uid))
        form = self.request.form
        texts = {name: str(form.get(box, "")) for name, box in ASKED.items()}
        wanted = listing.Wanted(**texts, open_now=form.get("open") == "1")
        size = body.parameter(self.request, "size", 1, MOST, 50)
        page = body.parameter(self.request, "page", 1, 100_000, 1)
        found = listing.find(self.context, wanted, datetime.now(BRUSSELS))
        start = (page - 1) * size
        shown = found[start : start + size]
        return {
            "@id": f"{self.context.absolute_url()}/@web-entries",
            "items": [line_json(self.context, one) for one in shown],
            "items_total": len(found),
            "page": page,
            "pages": max(1, -(-len(found) // size)),
            "size": size,
        }


class PrivateGet(Named):
    """``GET <directory>/@web-entry-private/<uid>``; the journal keeps who read it."""

    def reply(self) -> dict[str, Any]:
        entry = door.find_entry(self.context, self.uid)
        return private_json(self.context, entry)


def private_json(directory: Any, entry: Any) -> dict[str, Any]:
    """Return what of an entry is not for everybody, to who may read it."""
    url = f"{directory.absolute_url()}/@web-entry-private/{entry.UID()}"
    return {"@id": url, "revision": entry.revision, **tell(private_data(entry))}
