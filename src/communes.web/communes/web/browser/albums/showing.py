"""Pictures of contents as the templates show them."""

from collections.abc import Mapping
from communes.web.api.pictures import told_picture
from communes.web.domain.pictures import Crop
from communes.web.domain.showing import Shown
from communes.web.domain.showing import shown
from typing import Any


def of_picture(picture: Any, crop: Crop | None = None) -> Shown:
    """Return how a picture is shown."""
    return shown(picture.absolute_url(), told_picture(picture), crop)


def of_listed(
    url: str, told: Mapping[str, Any] | None, crop: Crop | None = Crop.LANDSCAPE
) -> Shown | None:
    """Return how the picture at the head of something listed is shown.

    :param url: of the content; ``told`` is what the catalogue keeps of its picture.
    """
    return None if told is None else shown(f"{url}/{told['path']}", told, crop)
