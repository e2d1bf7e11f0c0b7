"""The door to pictures: take them in, describe, crop, order and show them."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.access.errors import StaleRevision
from communes.core.access.fields import set_fields
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.hardening.giving import MadeFile
from communes.core.journal.api import record
from communes.web.content.base import IWebContent
from communes.web.content.picture import IPicture
from communes.web.domain.pictures import Crop
from communes.web.domain.pictures import PictureRefused
from communes.web.domain.pictures import read_box
from communes.web.pictures.pixels import Clean
from communes.web.pictures.pixels import clean
from communes.web.pictures.scales import ask_for_scales
from communes.web.pictures.scales import drop_scales
from communes.web.pictures.scales import scale
from communes.web.storage.contents import free_id
from communes.web.storage.leading import leading_of
from communes.web.storage.leading import plain
from communes.web.storage.pictures import pictures_in
from dataclasses import asdict
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobImage
from typing import Any
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


PICTURE_TYPE = "communes.web.Picture"
#: More would fill the server of a commune; another album takes the rest.
MOST_OF_ONE = 500
_WRITE = "Modify portal content"


def add_picture(
    holder: IWebContent,
    data: bytes,
    filename: str,
    alternative: str = "",
    title: str = "",
) -> IPicture:
    """Put a picture into a content; its scales are made after the commit.

    :raises MayNot: the user may not write the content.
    :raises PictureRefused: the file is no picture a page shows; it says why.
    """
    require(_WRITE, holder)
    known = pictures_of(holder)
    if len(known) >= MOST_OF_ONE:
        problem = f"il y en a déjà {MOST_OF_ONE}, commencez un autre album"
        raise PictureRefused(field="image", name=filename, problem=problem)
    made = createContent(PICTURE_TYPE)
    _keep(made, clean(data, filename), filename)
    made.alternative = " ".join(alternative.split())[:500]
    made.title = title.strip()[:255]
    made.position = max((one.position for one in known), default=0) + 1
    stem = filename.rpartition(".")[0] or filename
    made.id = free_id(holder, f"photo {stem[:60]}")
    added: IPicture = addContentToContainer(holder, made, checkConstraints=False)
    ask_for_scales(added)
    return added


def replace_picture(
    picture: IPicture, data: bytes, filename: str, revision: int | None = None
) -> None:
    """Give a picture other pixels; its crops, made for the old ones, are dropped.

    :raises MayNot, PictureRefused, StaleRevision: nothing was changed.
    """
    require(_WRITE, picture)
    _refuse_stale(picture, revision)
    _keep(picture, clean(data, filename), filename)
    drop_scales(picture)
    _changed(picture)
    ask_for_scales(picture)


def describe_picture(
    picture: IPicture, values: Mapping[str, object], revision: int | None = None
) -> int:
    """Change the words of a picture; return its revision.

    :param values: ``alternative``, ``title``, ``author``.
    :raises MayNot, InvalidInput, StaleRevision: nothing was changed.
    """
    require(_WRITE, picture)
    _refuse_stale(picture, revision)
    if set_fields(picture, IPicture, values):
        _changed(picture)
    return int(picture.revision)


def crop_picture(
    picture: IPicture, crop: Crop, given: Mapping[str, object] | None
) -> None:
    """Choose what a crop shows: left, top, width, height in pixels; None: the middle.

    :raises MayNot: the user may not write it.
    :raises PictureRefused: the part lies outside of the picture.
    """
    require(_WRITE, picture)
    crops = {key: one for key, one in (picture.crops or {}).items() if key != crop}
    if given is not None:
        crops[crop.value] = asdict(read_box(given, picture.width, picture.height))
    picture.crops = crops
    drop_scales(picture)
    _changed(picture)
    ask_for_scales(picture)


def remove_picture(picture: IPicture) -> None:
    """Take a picture away; what led with it leads with none.

    :raises MayNot: the user may not write what holds it.
    """
    holder = picture.__parent__
    require(_WRITE, holder)
    if getattr(holder, "picture", "") == picture.getId():
        lead_with(holder, "")
    record("web.picture_removed", holder, title=picture.getId())
    holder._delObject(picture.getId())


def lead_with(holder: IWebContent, id: str) -> None:
    """Show one of its pictures at the head of a content; empty: none.

    :raises MayNot: the user may not write it.
    :raises PictureRefused: it has no picture of that id.
    """
    require(_WRITE, holder)
    if id and id not in {one.getId() for one in pictures_of(holder)}:
        problem = "elle n'est pas dans ce contenu"
        raise PictureRefused(field="picture", name=id, problem=problem)
    holder.picture = id
    holder.reindexObject(idxs=["web_picture", "web_leading"])


def order_pictures(holder: IWebContent, ids: Sequence[str]) -> None:
    """Put the pictures of a content in an order; those not named come after.

    :raises MayNot: the user may not write it.
    """
    require(_WRITE, holder)
    place = {id: number for number, id in enumerate(ids)}
    known = sorted(
        pictures_of(holder), key=lambda one: place.get(one.getId(), len(place))
    )
    for number, one in enumerate(known, 1):
        if one.position != number:
            one.position = number


def pictures_of(holder: Any) -> list[IPicture]:
    """Return the pictures right in a content, in their order."""
    return pictures_in(holder)


def leading_picture(obj: Any) -> IPicture | None:
    """Return the picture a content shows first, None without one."""
    return leading_of(obj)


def scale_of(picture: IPicture, name: str) -> tuple[bytes, bool] | None:
    """Return a scale (« 640 », « paysage-640 ») as WebP, and whether it was kept.

    :raises MayNot: the user may not see the picture.
    """
    require("View", picture)
    return scale(picture, name)


def original_of(picture: IPicture) -> MadeFile | None:
    """Return the picture as it is kept, pixels alone, ready to be given out.

    :raises MayNot: the user may not see the picture.
    """
    require("View", picture)
    image = picture.image
    if image is None:
        return None
    return MadeFile(image.filename, image.contentType, image.data)


def told_picture(picture: IPicture) -> dict[str, Any]:
    """Return what a page needs to show a picture: size, mark, words, crops."""
    return plain(picture)


def may_write(holder: Any) -> bool:
    """Return whether the user may write a content, its pictures included."""
    return may(_WRITE, holder)


def _keep(picture: IPicture, made: Clean, filename: str) -> None:
    stem = filename.rpartition("/")[2].rpartition("\\")[2].rpartition(".")[0]
    name = f"{stem[:80] or 'photo'}.{made.suffix}"
    picture.image = NamedBlobImage(made.data, made.content_type, name)
    picture.width, picture.height, picture.mark = made.width, made.height, made.mark
    picture.crops = {}


def _changed(picture: IPicture) -> None:
    picture.revision += 1
    picture.edited_by = current_user()
    notify(ObjectModifiedEvent(picture))


def _refuse_stale(picture: IPicture, revision: int | None) -> None:
    if revision is not None and revision != picture.revision:
        raise StaleRevision(what=picture.getId(), who=picture.edited_by)
