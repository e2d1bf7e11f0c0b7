"""What a profile publishes of a meeting: read again, masked, sent to the portal."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.deliberations.api import publicity
from communes.deliberations.api import review
from communes.deliberations.domain.publicity.errors import NotMaskable
from communes.deliberations.domain.publicity.records import Stage
from typing import Any


def publish_stage(
    meeting: Any, entry: Mapping[str, Any], stage: Stage, items: Sequence[Any]
) -> None:
    """Publish a meeting when its entry says so: ``published`` lists the stages.

    Whatever the review suggests is masked: a profile never shows more than it must.
    """
    if stage.value not in entry.get("published", ()):
        return
    for item in items:
        if review.review(item).public:
            _read_again(item)
    publicity.publish(meeting, stage)


def _read_again(item: Any) -> None:
    for doubt in review.review(item).open_doubts:
        try:
            review.mask(item, doubt.key)
        except NotMaskable:
            review.leave(item, doubt.key)
    review.finish_review(item)
