"""The line of the rail that leads an operator to the work done after the commit."""

from communes.core.i18n import _
from communes.core.interfaces import ICoreLayer
from communes.core.jobs.api import dead_letters
from communes.core.jobs.permissions import OPERATE_JOBS
from communes.core.shell.interfaces import Entry
from communes.core.shell.interfaces import ICommonEntries
from plone import api
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(ICommonEntries)
@adapter(Interface, ICoreLayer)
class JobsEntries:
    """For operators only; what was given up is what waits for them."""

    def __init__(self, site: object, request: object) -> None:
        self.site = site
        self.request = request

    def entries(self) -> list[Entry]:
        if not api.user.has_permission(OPERATE_JOBS, obj=self.site):
            return []
        title = _("jobs_title", default="Travaux de fond")
        url = f"{self.site.absolute_url()}/@@jobs"
        here = self.request.get("ACTUAL_URL", "") == url
        return [Entry(title, url, len(dead_letters(self.site)), here)]
