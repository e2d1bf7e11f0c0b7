"""Answers ``GET @communes-search-status`` with the state of the search."""

from communes.search.status.api import status
from communes.search.status.domain import troubles
from dataclasses import asdict
from plone import api
from plone.restapi.services import Service
from typing import Any


class SearchStatusGet(Service):
    """The same numbers as the page, for programs."""

    def reply(self) -> dict[str, Any]:
        found = status(api.portal.get())
        told = asdict(found)
        told["@id"] = f"{self.context.absolute_url()}/@communes-search-status"
        told["troubles"] = [trouble.value for trouble in troubles(found)]
        return told
