"""The door to albums: many photographs at once, in order, ready or not."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.access.permission import require
from communes.core.errors.domain import DomainError
from communes.core.errors.domain import Reason
from communes.web.api import contents
from communes.web.api.pictures import add_picture
from communes.web.api.pictures import pictures_of
from communes.web.content.album import IAlbum
from communes.web.domain.album import Album
from communes.web.pictures.readiness import album_of
from dataclasses import dataclass
from typing import Any


#: Files of one sending: a browser gives up before more have arrived.
MOST_AT_ONCE = 60


@dataclass(frozen=True)
class Sent:
    """What became of one file: the id of its picture, or why it is refused."""

    filename: str
    id: str = ""
    reason: Reason | None = None


def create_album(where: Any, values: Mapping[str, object], id: str = "") -> Any:
    """Make an album, private.

    :raises MayNot: the user does not write there.
    :raises InvalidInput: nothing was made.
    """
    return contents.create(where, "Album", values, id)


def add_photos(holder: Any, files: Iterable[tuple[str, bytes]]) -> list[Sent]:
    """Put files into an album, each for itself: one that is refused stops no other.

    :param files: names and bytes, in the order they are shown; read one by one, so
        that a sending is never in memory as a whole.
    :raises MayNot: the user may not write the album.
    """
    told: list[Sent] = []
    for filename, data in files:
        try:
            made = add_picture(holder, data, filename)
        except DomainError as refused:
            if refused.field != "image":
                raise
            told.append(Sent(filename, reason=refused.reason))
        else:
            told.append(Sent(filename, made.getId()))
    return told


def album_record(album: IAlbum) -> Album:
    """Return an album as a record; photographs in the order they are shown.

    :raises MayNot: the user may not see it.
    """
    require("View", album)
    return album_of(album)


def cover_of(album: IAlbum) -> Any | None:
    """Return the picture an album is known by: the leading one, or the first."""
    pictures = pictures_of(album)
    by_id = {one.getId(): one for one in pictures}
    return by_id.get(album.picture) or (pictures[0] if pictures else None)
