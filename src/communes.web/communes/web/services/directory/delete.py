"""``DELETE <directory>/@web-entries/<uid>``: take an entry away for good."""

from communes.core.web.writing import WritingService
from communes.web.directory import api as door
from communes.web.services.naming import Named
from typing import Any


class EntryDelete(Named, WritingService):
    """Answers 204; the address of the entry answers 410 from then on."""

    def write(self) -> Any:
        door.delete_entry(door.find_entry(self.context, self.uid))
        return self.reply_no_content()
