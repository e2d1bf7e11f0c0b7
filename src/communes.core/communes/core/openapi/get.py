"""``GET @openapi``: the description of the services of this site, for programs."""

from AccessControl import Unauthorized
from communes.core.openapi.api import describe
from plone import api
from plone.restapi.services import Service
from typing import Any


class OpenapiGet(Service):
    """Answers whoever is logged in; tells nothing of what stands in the site."""

    def reply(self) -> dict[str, Any]:
        if api.user.is_anonymous():
            raise Unauthorized("@openapi")
        return describe(self.context.absolute_url(), self.request)
