"""``POST <plan>/@pst-publication``: publish the plan, or withdraw it."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.pst.api.online import publish_programme
from communes.pst.api.online import withdraw_programme
from communes.pst.services.publication.get import standing_json
from typing import Any


ACTS = {"publish": publish_programme, "withdraw": withdraw_programme}


class PublicationPost(WritingService):
    """Reads ``act``."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("act",))
        act = body.value(given, "act", str)
        if act not in ACTS:
            raise body.UnknownKey(field="act", name=act, expected=", ".join(ACTS))
        ACTS[act](self.context)
        return standing_json(self.context)
