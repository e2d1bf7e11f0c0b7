"""``PATCH <site>/@pst-reminders``: get letters of reminder, or no more."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.pst.api.reminding import choose_letters
from communes.pst.services.reminders.get import reminders_json
from typing import Any


class RemindersPatch(WritingService):
    """Reads ``letters``."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("letters",))
        choose_letters(self.context, body.value(given, "letters", bool))
        return reminders_json(self.context)
