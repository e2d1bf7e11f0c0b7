"""``POST``: review and withdraw an item, publish a meeting."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api import publicity
from communes.deliberations.api import review
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.services.publicity.get import publication_json
from communes.deliberations.services.publicity.get import review_json
from typing import Any


REVIEW_ACTS = ("mask", "leave", "title", "annex", "done", "withdraw")
REVIEW_KEYS = (
    "act", "key", "public_title", "annex", "publishable", "reason", "revision"
)  # fmt: skip
STAGES = tuple(one.value for one in Stage)


class ReviewPost(WritingService):
    """Reads ``act`` and what it needs; answers with the review as it is now."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, REVIEW_KEYS)
        act = body.value(given, "act", str)
        if act not in REVIEW_ACTS:
            expected = ", ".join(REVIEW_ACTS)
            raise body.UnknownKey(field="act", name=act, expected=expected)
        getattr(self, f"_{act}")(given, body.revision(given))
        return review_json(self.context)

    def _mask(self, given: dict[str, Any], read: int | None) -> None:
        review.mask(self.context, body.value(given, "key", str), read)

    def _leave(self, given: dict[str, Any], read: int | None) -> None:
        review.leave(self.context, body.value(given, "key", str), read)

    def _title(self, given: dict[str, Any], read: int | None) -> None:
        title = body.value(given, "public_title", str)
        review.set_public_title(self.context, title, read)

    def _annex(self, given: dict[str, Any], _read: int | None) -> None:
        annex = body.value(given, "annex", str)
        publishable = body.value(given, "publishable", bool)
        review.set_publishable(self.context, annex, publishable)

    def _done(self, _given: dict[str, Any], read: int | None) -> None:
        review.finish_review(self.context, read)

    def _withdraw(self, given: dict[str, Any], _read: int | None) -> None:
        publicity.withdraw(self.context, body.value(given, "reason", str))


class PublicationPost(WritingService):
    """Reads ``stage`` and perhaps ``items`` (UIDs); answers with the new version."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("stage", "items"))
        stage = body.value(given, "stage", str)
        if stage not in STAGES:
            expected = ", ".join(STAGES)
            raise body.UnknownKey(field="stage", name=stage, expected=expected)
        items = body.texts(given, "items") if "items" in given else None
        publicity.publish(self.context, Stage(stage), items)
        return publication_json(self.context, self.request)
