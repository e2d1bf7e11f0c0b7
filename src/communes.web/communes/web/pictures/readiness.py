"""What pictures lack before everybody may see what holds them."""

from communes.web.content.album import IAlbum
from communes.web.content.base import IWebContent
from communes.web.domain.album import Album
from communes.web.domain.album import missing_of
from communes.web.domain.album import Photo
from communes.web.domain.album import without_alternative
from communes.web.interfaces import IReadiness
from communes.web.storage.pictures import pictures_in
from zope.component import adapter
from zope.interface import implementer


def album_of(album: IAlbum) -> Album:
    """Return an album as a record; photographs in the order they are shown."""
    return Album(
        album.getId(),
        album.title,
        photos_of(album),
        album.taken_on,
        album.place,
        album.photographer,
        album.licence,
        bool(album.consent_checked),
    )


def photos_of(holder: IWebContent) -> tuple[Photo, ...]:
    """Return the pictures right in a content, as records."""
    return tuple(
        Photo(one.getId(), one.absolute_url(), one.alternative or "", one.title or "")
        for one in pictures_in(holder)
    )


@adapter(IAlbum)
@implementer(IReadiness)
class AlbumReadiness:
    """An album has photographs, each has its words, and somebody checked consent."""

    def __init__(self, album: IAlbum) -> None:
        self.album = album

    def missing(self) -> tuple[str, ...]:
        """Return what it lacks."""
        return missing_of(album_of(self.album))


@adapter(IWebContent)
@implementer(IReadiness)
class ShownReadiness:
    """Events and news show every picture they hold: each has its words."""

    def __init__(self, holder: IWebContent) -> None:
        self.holder = holder

    def missing(self) -> tuple[str, ...]:
        """Return what it lacks."""
        album = Album(self.holder.getId(), self.holder.title, photos_of(self.holder))
        silent = len(without_alternative(album))
        return (f"le texte alternatif de {silent} image(s)",) if silent else ()
