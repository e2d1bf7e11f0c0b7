"""``@web-pictures`` of a content: sent, described, cropped, ordered, taken away."""

from base64 import b64decode
import binascii
from communes.core.web import body
from communes.core.web.body import WrongValue
from communes.core.web.writing import WritingService
from communes.web.api import pictures as door
from communes.web.domain.content_errors import UnknownContent
from communes.web.domain.pictures import Crop
from communes.web.services.agenda.serialise import picture_json
from communes.web.services.naming import Named
from typing import Any


_WORDS = ("alternative", "title", "author")


class PicturesGet(Named):
    """The pictures of a content, in their order; or one."""

    def reply(self) -> dict[str, Any]:
        if self.uid:
            return _told(self.context, _one(self.context, self.uid))
        return _all(self.context)


class PicturesPost(WritingService):
    """Puts a picture in: ``{"filename", "data" (base64), "alternative", "title"}``."""

    def write(self) -> dict[str, Any]:
        known = ("filename", "data", "alternative", "title")
        given = body.json_body(self.request, known)
        made = door.add_picture(
            self.context,
            _bytes(body.value(given, "data", str)),
            body.value(given, "filename", str),
            body.value(given, "alternative", str, ""),
            body.value(given, "title", str, ""),
        )
        told = _told(self.context, made)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", told["@id"])
        return told


class PicturesPatch(Named, WritingService):
    """Of one: its words, ``crops``, ``data`` with ``filename``, ``leads``.

    Of all: ``{"order": [ids]}``.
    """

    def write(self) -> dict[str, Any]:
        if not self.uid:
            given = body.json_body(self.request, ("order",))
            door.order_pictures(self.context, body.texts(given, "order"))
            return _all(self.context)
        known = (*_WORDS, "crops", "data", "filename", "leads", "revision")
        given = body.json_body(self.request, known)
        picture, read = _one(self.context, self.uid), body.revision(given)
        words = {name: given[name] for name in _WORDS if name in given}
        door.describe_picture(picture, words, read)
        if "data" in given:
            data = _bytes(body.value(given, "data", str))
            door.replace_picture(picture, data, body.value(given, "filename", str))
        for name, box in body.value(given, "crops", dict, {}).items():
            door.crop_picture(picture, _crop(name), _box(box))
        if body.value(given, "leads", bool, False):
            door.lead_with(self.context, self.uid)
        return _told(self.context, picture)


class PicturesDelete(Named, WritingService):
    """Answers 204."""

    def write(self) -> Any:
        door.remove_picture(_one(self.context, self.uid))
        return self.reply_no_content()


def _all(holder: Any) -> dict[str, Any]:
    found = door.pictures_of(holder)
    return {
        "@id": f"{holder.absolute_url()}/@web-pictures",
        "items": [_told(holder, one) for one in found],
        "items_total": len(found),
    }


def _told(holder: Any, picture: Any) -> dict[str, Any]:
    return picture_json(picture, holder.picture == picture.getId())


def _one(holder: Any, id: str) -> Any:
    for one in door.pictures_of(holder):
        if one.getId() == id:
            return one
    raise UnknownContent(name=id)


def _crop(name: object) -> Crop:
    if name not in set(Crop):
        expected = ", ".join(Crop)
        raise WrongValue(field="crops", name=str(name), expected=expected)
    return Crop(name)


def _box(given: object) -> dict[str, Any] | None:
    if given is None or isinstance(given, dict):
        return given
    raise WrongValue(field="crops", name="crops", expected="un objet ou rien")


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise WrongValue(field="data", name="data", expected="du base64") from error
