"""A service came to the organisation."""

from communes.pst.storage.place import all_plans
from communes.pst.workflow.founding import ensure_pst_groups
from plone import api
from zope.lifecycleevent.interfaces import IObjectMovedEvent


def on_moved(service: object, event: IObjectMovedEvent) -> None:
    """Make the group of its action editors, on a site that has a plan."""
    site = api.portal.get()
    if event.newParent is not None and all_plans(site):
        ensure_pst_groups(site)
