"""``GET <meeting>/@deliberations-attendance``: the roll call."""

from communes.deliberations import api
from communes.deliberations.services import serialise
from plone.restapi.services import Service
from typing import Any


class AttendanceGet(Service):
    """Answers with the seats by precedence and how each stands."""

    def reply(self) -> dict[str, Any]:
        return serialise.roll_call(*api.attendance(self.context))
