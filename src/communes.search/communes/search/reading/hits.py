"""An entry of the catalogue, as a hit."""

from communes.search.domain.results import Hit
from communes.search.domain.snippet import mark_words
from typing import Any


def hit_of(brain: Any, words: tuple[str, ...]) -> Hit:
    """Return the hit of an entry; ``words`` are marked where they stand as typed."""
    description = brain.Description or ""
    return Hit(
        uid=brain.UID,
        title=brain.Title or "",
        description=description,
        portal_type=brain.portal_type,
        review_state=brain.review_state if isinstance(brain.review_state, str) else "",
        path=brain.getPath(),
        modified=_iso(brain.modified),
        effective=_iso(brain.effective),
        creator=brain.Creator or "",
        title_pieces=mark_words(brain.Title or "", words),
        snippet=mark_words(description, words),
    )


def _iso(value: Any) -> str:
    return value.toZone("UTC").strftime("%Y-%m-%dT%H:%M:%SZ") if value else ""
