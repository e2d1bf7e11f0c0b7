"""Pictures and files of another site, fetched and put where they are shown."""

from communes.web.api.files import add_file
from communes.web.api.pictures import add_picture
from communes.web.api.pictures import lead_with
from communes.web.api.pictures import replace_picture
from communes.web.content.picture import IPicture
from communes.web.domain.errors import SourceSilent
from communes.web.domain.taking_over.ours import Upload
from communes.web.domain.taking_over.source import Blob
from communes.web.taking_over.reader import SiteReader
from plone.namedfile.file import NamedBlobFile
from typing import Any
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


#: What the other site answers and will answer the next time.
_FINAL = ("code 4", "fichier incomplet", "hors du site", "trop long")


def fetched(reader: SiteReader, blob: Blob) -> bytes:
    """Return a file.

    :raises SourceLost: it is not to be had there.
    :raises SourceSilent: the other site is away; later.
    """
    try:
        return reader.bytes_of(blob)
    except SourceSilent as silent:
        if str(silent.values.get("problem", "")).startswith(_FINAL):
            raise SourceLost(**silent.values) from silent
        raise


class SourceLost(SourceSilent):
    """Cause: a file of the other site is not to be had. Cure: put it in by hand."""

    code = "web_source_lost"


def put_again(reader: SiteReader, obj: Any, held: Upload) -> None:
    """Give a picture or a file that was taken the content it has there now.

    :raises DomainError: it is none, too heavy, or not to be had.
    """
    data, name = fetched(reader, held.blob), held.blob.name or "fichier"
    if IPicture.providedBy(obj):
        replace_picture(obj, data, name)
    else:
        obj.file = NamedBlobFile(data, filename=name)
        notify(ObjectModifiedEvent(obj))


def put_upload(reader: SiteReader, holder: Any, held: Upload, image: bool) -> Any:
    """Put a picture or a file into a content; return it.

    :raises DomainError: it is none, too heavy, or not to be had.
    """
    data = fetched(reader, held.blob)
    name = held.blob.name or held.title or "fichier"
    if image:
        return add_picture(holder, data, name, held.alternative, held.title)
    return add_file(holder, data, name, held.title)


def put_leading(reader: SiteReader, obj: Any, blob: Blob, words: str) -> None:
    """Have a content led by a picture; one that is there by its name stays.

    :raises DomainError: it is none, too heavy, or not to be had.
    """
    if obj.picture:
        return
    data = fetched(reader, blob)
    made = add_picture(obj, data, blob.name or "image", words)
    lead_with(obj, made.getId())
