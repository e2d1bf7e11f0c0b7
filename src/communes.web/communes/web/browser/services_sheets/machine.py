"""The sheets as linked data (CPSV-AP): JSON-LD and Turtle, of what anybody reads."""

from communes.core.formats.domain.turtle import turtle
from communes.core.public.page import PublicPage
from communes.web.api.address import site_named
from communes.web.browser.gone.page import Permanent
from communes.web.domain.formats.cpsv import services
from communes.web.domain.service import missing_of
from communes.web.domain.service import ServiceSheet
from communes.web.sheets import api as door
import json


_TYPES = {"jsonld": "application/ld+json", "ttl": "text/turtle; charset=utf-8"}


class LinkedData(PublicPage):
    """The end of the address says the form; every site may read it."""

    @property
    def sheets(self) -> list[ServiceSheet]:
        """What is told: published, and lacking nothing."""
        raise NotImplementedError

    def template(self) -> bytes:
        form = str(self.__name__).rpartition(".")[2]
        response = self.request.response
        response.setHeader("Content-Type", _TYPES[form])
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Access-Control-Allow-Origin", "*")
        whole = [one for one in self.sheets if not missing_of(one)]
        node = services(whole, site_named())
        if form == "ttl":
            return turtle(node).encode()
        return json.dumps(node, ensure_ascii=False).encode()


class OneService(LinkedData):
    """``<service>/demarche.jsonld`` and ``.ttl``"""

    @property
    def sheets(self) -> list[ServiceSheet]:
        return [door.read_service(self.context)]


class AllServices(LinkedData):
    """``<site>/guide-des-demarches.jsonld`` and ``.ttl``"""

    tags = ("services",)

    @property
    def sheets(self) -> list[ServiceSheet]:
        return door.published()


class PermanentService(Permanent):
    """``<site>/services/<uid>``, the identifier of a service in linked data."""

    portal_type = door.SERVICE

    def everything(self) -> str:
        """Lead to the list."""
        self.request.response.redirect(f"{self.site_url}/guide-des-demarches", status=303)
        return ""
