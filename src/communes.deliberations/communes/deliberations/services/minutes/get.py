"""``GET <meeting>/@deliberations-minutes``: where the minutes stand."""

from communes.deliberations.api import minutes as door
from communes.deliberations.exceptions import NoMinutes
from communes.deliberations.services.minutes.shape import minutes_json
from plone.restapi.services import Service
from typing import Any


class MinutesGet(Service):
    """The minutes of one meeting."""

    def reply(self) -> dict[str, Any]:
        seen = door.minutes(self.context)
        if seen is None:
            raise NoMinutes(name=self.context.title)
        return minutes_json(seen, self.request)
