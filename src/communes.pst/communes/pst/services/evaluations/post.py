"""``POST <plan>/@pst-evaluations``: open one, answer, conclude, close and freeze."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.pst.api.evaluating import answer
from communes.pst.api.evaluating import close_campaign
from communes.pst.api.evaluating import conclude
from communes.pst.api.evaluating import open_campaign
from communes.pst.domain.errors import InvalidValue
from communes.pst.services.evaluations.get import evaluations_json
from datetime import date
from typing import Any


ACTS = ("open", "answer", "conclude", "close")


class EvaluationsPost(WritingService):
    """Reads ``act`` and what it needs; answers with all evaluations as they are."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        act = body.value(given, "act", str)
        if act not in ACTS:
            raise InvalidValue(field="act", value=act, expected=", ".join(ACTS))
        getattr(self, f"_{act}")(given)
        return evaluations_json(self.context, self.request)

    def _open(self, given: dict[str, Any]) -> None:
        title = body.value(given, "title", str, "")
        occasion = body.value(given, "occasion", str)
        first, last = _day(given, "opens_on"), _day(given, "closes_on")
        open_campaign(self.context, occasion, first, last, title)

    def _answer(self, given: dict[str, Any]) -> None:
        names = ("evaluation", "element", "verdict", "text")
        answer(self.context, *(body.value(given, name, str) for name in names))

    def _conclude(self, given: dict[str, Any]) -> None:
        id = body.value(given, "evaluation", str)
        conclude(self.context, id, body.value(given, "conclusion", str))

    def _close(self, given: dict[str, Any]) -> None:
        close_campaign(self.context, body.value(given, "evaluation", str))


def _day(given: dict[str, Any], name: str) -> date:
    text = body.value(given, name, str)
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise InvalidValue(
            field=name, value=text[:40], expected="un jour (AAAA-MM-JJ)"
        ) from wrong
