"""``POST <item>/@deliberations-follow-up``: one more thing to do, done, to do again."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api import follow_up
from communes.deliberations.services.follow_up.get import follow_up_json
from communes.deliberations.services.signatures.post import day_in
from typing import Any


ACTS = ("add", "done", "reopen")
KEYS = ("act", "text", "service", "until", "id", "report", "revision")


class FollowUpPost(WritingService):
    """Reads ``act`` and what it needs; answers with the list as it is now."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, KEYS)
        act = body.value(given, "act", str)
        read = body.revision(given)
        if act == "add":
            follow_up.add_follow_up(
                self.context,
                body.value(given, "text", str, ""),
                body.value(given, "service", str, ""),
                day_in(given, "until", required=False),
                read,
            )
        elif act == "done":
            report = body.value(given, "report", str, "")
            number = body.value(given, "id", int)
            follow_up.do_follow_up(self.context, number, report, read)
        elif act == "reopen":
            number = body.value(given, "id", int)
            follow_up.reopen_follow_up(self.context, number, read)
        else:
            raise body.UnknownKey(field="act", name=act, expected=", ".join(ACTS))
        return follow_up_json(self.context)
