"""A service was made: its clerks may propose items."""

from communes.core.organisation.content.service import IService
from communes.deliberations.storage.assembly import all_assemblies
from communes.deliberations.workflow.founding import refresh_assembly_roles
from plone import api
from zope.lifecycleevent.interfaces import IObjectMovedEvent


def on_moved(service: IService, event: IObjectMovedEvent) -> None:
    """Give the clerks of a new service their role on the assemblies that hear it."""
    if event.newParent is None:
        return
    for assembly in all_assemblies(api.portal.get()):
        refresh_assembly_roles(assembly)
