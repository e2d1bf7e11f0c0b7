"""Pages that are linked data: JSON-LD or Turtle, as the end of the address says."""

from communes.core.formats.domain.turtle import turtle
from communes.core.public.page import PublicPage
import json
from typing import Any


_TYPES = {"jsonld": "application/ld+json", "ttl": "text/turtle; charset=utf-8"}


class LinkedData(PublicPage):
    """Set ``node``, made of what anybody may read; every site may read the page."""

    @property
    def node(self) -> dict[str, Any]:
        raise NotImplementedError

    def template(self) -> bytes:
        form = str(self.__name__).rpartition(".")[2]
        response = self.request.response
        response.setHeader("Content-Type", _TYPES[form])
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Access-Control-Allow-Origin", "*")
        if form == "ttl":
            return turtle(self.node).encode()
        return json.dumps(self.node, ensure_ascii=False).encode()
