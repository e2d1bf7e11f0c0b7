"""One answer of the open data before it is made: its validators, and how to make it."""

from collections.abc import Callable
from collections.abc import Iterable
from communes.core.public.domain import etag_of
from communes.publications.open_data.public import moment_of
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from importlib.metadata import version
from typing import Any


@dataclass(frozen=True)
class Representation:
    """A form of something public.

    ``body`` makes the bytes; nothing of them was made to know ``etag``. ``modified``
    is None for a list: what leaves it moves no date. ``tags`` name what a proxy should
    forget it with; ``seconds`` is how long it may give it without asking again, and so
    how long a withdrawn text may still be read there.
    """

    content_type: str
    etag: str
    modified: datetime | None
    tags: tuple[str, ...]
    body: Callable[[], bytes]
    seconds: int = 60


def tag_of_objects(form: str, base: str, objects: Iterable[Any]) -> str:
    """Return the entity tag of what is made of these objects' own records alone."""
    return etag_of(form, base, _release(), *(one._p_serial.hex() for one in objects))


def tag_of_brains(
    form: str, base: str, parts: Iterable[object], brains: Iterable[Any]
) -> str:
    """Return the entity tag of a list: what is in it, in which state, since when."""
    rows = (
        f"{one.getPath()} {one.review_state} {one.modified.millis()}" for one in brains
    )
    return etag_of(form, base, _release(), *parts, *rows)


def last_written(objects: Iterable[Any]) -> datetime:
    """Return when the last of these objects was written."""
    # An object of this transaction has no date of its own yet.
    dates = (one._p_mtime or one.modified().timeTime() for one in objects)
    return datetime.fromtimestamp(int(max(dates)), UTC)


def newest(brains: Iterable[Any], default: datetime) -> datetime:
    """Return when the last of these brains changed."""
    return max((moment_of(one.modified) for one in brains), default=default)


def _release() -> str:
    return version("communes.publications")
