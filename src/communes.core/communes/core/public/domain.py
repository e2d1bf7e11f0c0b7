"""Validators of a representation, and what a client that holds one already asks."""

from collections.abc import Iterable
from datetime import datetime
from datetime import UTC
from email.utils import format_datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
import re


#: What a proxy may be asked to forget; the rest would be part of a pattern.
_TAG = re.compile(r"[A-Za-z0-9_.-]+")
#: A header beyond this is refused by proxies (Varnish: 8 kB for all of one line).
LONGEST_TAGS = 6000


def etag_of(*parts: object) -> str:
    """Return a strong entity tag made of everything a representation depends on."""
    text = "\x1f".join(str(part) for part in parts)
    return f'"{sha256(text.encode()).hexdigest()[:32]}"'


def http_date(moment: datetime) -> str:
    """Return a moment as ``Last-Modified`` says it."""
    return format_datetime(moment.astimezone(UTC).replace(microsecond=0), usegmt=True)


def is_held(
    etag: str,
    modified: datetime | None,
    if_none_match: str | None,
    if_modified_since: str | None,
) -> bool:
    """Return whether the client holds what would be answered (RFC 9110, 13.2.2).

    An entity tag decides alone; a date only when there is no tag and the thing has
    one. What can not be read is as if it were not there.
    """
    if if_none_match is not None:
        tags = {one.strip().removeprefix("W/") for one in if_none_match.split(",")}
        # What a proxy compresses it renames.
        plain = {one.replace('-gzip"', '"') for one in tags}
        return "*" in tags or etag in plain
    if modified is None or not if_modified_since:
        return False
    try:
        since = parsedate_to_datetime(if_modified_since)
    except (TypeError, ValueError, OverflowError):
        return False
    if since.tzinfo is None:
        since = since.replace(tzinfo=UTC)
    return modified.replace(microsecond=0) <= since


def line_of_tags(tags: Iterable[str]) -> str:
    """Return the header ``Surrogate-Key``: each tag once, in order.

    What is no tag is left out; so is what would make the line too long for a proxy,
    the last first: a page that shows hundreds of things names its lists first.
    """
    kept: list[str] = []
    length = 0
    for tag in dict.fromkeys(tags):
        length += len(tag) + 1
        if _TAG.fullmatch(tag) and length <= LONGEST_TAGS:
            kept.append(tag)
    return " ".join(kept)


def pattern_of(tags: Iterable[str]) -> str:
    """Return what asks a proxy to forget all that carries one of the tags.

    An alternative of a regular expression, each tag once; empty when none is a tag.
    """
    return "|".join(
        tag.replace(".", r"\.") for tag in sorted(set(tags)) if _TAG.fullmatch(tag)
    )
