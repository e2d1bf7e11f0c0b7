"""``<picture>/recadrer``: what each shape shows of a picture."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.public.page import PublicPage
from communes.core.shell.acting import Act
from communes.web.api import pictures as door
from communes.web.browser.albums.pictured import DatedLooks
from communes.web.browser.albums.showing import of_picture
from communes.web.domain.pictures import anchor_of
from communes.web.domain.pictures import anchored
from communes.web.domain.pictures import Box
from communes.web.domain.pictures import box_of
from communes.web.domain.pictures import Crop
from communes.web.i18n import _
from dataclasses import asdict
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound


CROPS = {
    Crop.LANDSCAPE: _("crop_landscape", default="Paysage"),
    Crop.PORTRAIT: _("crop_portrait", default="Portrait"),
    Crop.SQUARE: _("crop_square", default="Carré"),
}
_ACROSS = (
    _("side_left", default="à gauche"),
    _("side_middle", default="au milieu"),
    _("side_right", default="à droite"),
)
_DOWN = (
    _("side_top", default="en haut"),
    _("side_middle", default="au milieu"),
    _("side_bottom", default="en bas"),
)


class CropPage(DatedLooks, PublicPage):
    """Shows the three shapes; a list says which side of the picture counts."""

    template = ViewPageTemplateFile("templates/crop.pt")
    page_title = _("crop_title", default="Recadrer la photo")
    save = Action(
        _("button_save", default="Enregistrer"), method="submit", primary=True
    )

    def __call__(self) -> str:
        if not door.may_write(self.context):
            raise NotFound("recadrer")
        return super().__call__()

    @property
    def identity(self) -> str:
        return self.context.title or self.context.getId()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/recadrer-garder"

    @property
    def back_url(self) -> str:
        return f"{self.context.__parent__.absolute_url()}/photos"

    @property
    def crops(self) -> list[dict[str, Any]]:
        """Each shape as it is shown now, and the field that changes it."""
        return [
            {"shown": of_picture(self.context, crop), "title": title,
             "field": self._field(crop, title)}
            for crop, title in CROPS.items()
        ]  # fmt: skip

    def _field(self, crop: Crop, title: str) -> Field:
        one = self.context
        told = door.told_picture(one)["crops"].get(crop.value)
        box = Box(**told) if told else None
        chosen = box_of(crop, one.width, one.height, box)
        across, down = anchor_of(chosen, one.width, one.height)
        # Only one way has room to move in: the other fills the picture.
        moves_across = chosen.width < one.width
        words = _ACROSS if moves_across else _DOWN
        here = across if moves_across else down
        options = [
            Option(str(number), word, number == here)
            for number, word in enumerate(words)
        ]
        return Field(crop.value, title, "select", options=tuple(options), required=True)


class KeepCrops(Act):
    """Keeps the side chosen for each shape."""

    def act(self) -> dict[str, Any]:
        """Crop by each shape of the form."""
        one = self.context
        for crop in CROPS:
            given = self.given(crop.value)
            if given not in ("0", "1", "2"):
                continue
            side = int(given)
            box = anchored(crop, one.width, one.height, side, side)
            door.crop_picture(one, crop, None if side == 1 else asdict(box))
        return {"message": _("saved", default="Enregistré.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/recadrer"
