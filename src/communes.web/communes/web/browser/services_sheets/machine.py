"""The sheets as linked data (CPSV-AP): JSON-LD and Turtle, of what anybody reads."""

from communes.web.api.address import site_named
from communes.web.browser.gone.page import Permanent
from communes.web.browser.linked import LinkedData
from communes.web.domain.formats.cpsv import services
from communes.web.domain.formats.linked_data import Node
from communes.web.domain.service import missing_of
from communes.web.domain.service import ServiceSheet
from communes.web.sheets import api as door


class ServicesData(LinkedData):
    """What is told is published, and lacks nothing."""

    @property
    def sheets(self) -> list[ServiceSheet]:
        raise NotImplementedError

    @property
    def node(self) -> Node:
        whole = [one for one in self.sheets if not missing_of(one)]
        return services(whole, site_named())


class OneService(ServicesData):
    """``<service>/demarche.jsonld`` and ``.ttl``"""

    @property
    def sheets(self) -> list[ServiceSheet]:
        return [door.read_service(self.context)]


class AllServices(ServicesData):
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
        url = f"{self.site_url}/guide-des-demarches"
        self.request.response.redirect(url, status=303)
        return ""
