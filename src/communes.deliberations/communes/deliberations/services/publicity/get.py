"""``@deliberations-review`` of an item, ``@deliberations-publicity`` of a meeting."""

from communes.core.errors.i18n import to_sentence
from communes.core.hardening.giving import give_out
from communes.core.hardening.giving import MadeFile
from communes.deliberations.api import publicity
from communes.deliberations.api import reading
from communes.deliberations.api import review
from communes.deliberations.domain.publicity.review import Doubt
from communes.deliberations.permissions import MANAGE_MEETING
from plone.restapi.services import Service
from typing import Any


NOUN = "@deliberations-publicity"
REVIEW_NOUN = "@deliberations-review"


def review_json(item: Any) -> dict[str, Any]:
    """Return the review of an item with the passages to decide upon."""
    found = review.review(item)
    return {
        "@id": f"{item.absolute_url()}/{REVIEW_NOUN}",
        "standing": found.standing.value,
        "public": found.public,
        "public_title": found.review.public_title,
        "reviewed_by": found.review.by,
        "reviewed_on": found.review.on,
        "revision": found.revision,
        "suggestions": [_doubt(one) for one in found.doubts],
        "annexes": [
            {
                "id": id,
                "title": title,
                "filename": filename,
                "publishable": publishable,
                "confidential": confidential,
            }
            for id, title, filename, publishable, confidential in found.annexes
        ],
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {
        "key": doubt.key,
        "text": doubt.text,
        "kind": doubt.kind.value,
        "words": doubt.words,
        "before": doubt.before,
        "after": doubt.after,
        "places": len(doubt.spans),
        "certain": doubt.certain,
        "left": doubt.left,
        "maskable": not doubt.plain,
    }


def publication_json(meeting: Any, request: Any) -> dict[str, Any]:
    """Return the version in force; to who keeps the meeting also what comes next."""
    found = publicity.current(meeting)
    manages = reading.may_do(MANAGE_MEETING, meeting)
    return {
        "@id": f"{meeting.absolute_url()}/{NOUN}",
        "projection": found.data if found else None,
        "sha256": found.sha256 if found else "",
        "preview": _preview(meeting, request) if manages else None,
    }


def _preview(meeting: Any, request: Any) -> dict[str, Any]:
    found = publicity.preview(meeting)
    return {
        "stage": found.stage.value,
        "version": found.version,
        "changes": [
            {
                "id": one.id,
                "number": one.number,
                "title": one.title,
                "kind": one.kind.value,
                "fields": list(one.fields),
            }
            for one in found.changes
        ],
        "reasons": [
            {"code": one.code, "message": to_sentence(one, request)}
            for one in found.reasons
        ],
        "items": [
            {
                "uid": one.id,
                "number": one.number,
                "public": one.public,
                "review": one.review.value,
            }
            for one in found.items
        ],
    }


class ReviewGet(Service):
    """The review of one item."""

    def reply(self) -> dict[str, Any]:
        return review_json(self.context)


class PublicationGet(Service):
    """What is published of one meeting, or with ``?sha256=`` one of its files."""

    def render(self) -> Any:
        digest = self.request.form.get("sha256")
        if not isinstance(digest, str):
            return super().render()
        self.check_permission()
        file = publicity.published_file(self.context, digest)
        made = MadeFile(file.filename, file.contentType, file.data)
        return give_out(self.request.response, made)

    def reply(self) -> dict[str, Any]:
        return publication_json(self.context, self.request)
