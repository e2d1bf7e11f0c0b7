"""A template for some services is shown to their clerks only."""

from communes.core.access.permission import forget_cached_roles
from communes.deliberations.content.item_template import IItemTemplate
from communes.deliberations.domain.preparation.audience import TEMPLATE_MANAGERS
from communes.deliberations.domain.workflow import CREATORS
from communes.deliberations.domain.workflow import MANAGERS
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.service import group_of
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def follow_services(
    template: IItemTemplate, event: IObjectAddedEvent | IObjectModifiedEvent
) -> None:
    """Give the roles anew; a template for all takes those of its assembly."""
    services = tuple(template.services or ())
    template.__ac_local_roles_block__ = bool(services)
    assembly = assembly_of(template).getId()
    wanted = {
        group_of(assembly, MANAGERS): ["MeetingManager"],
        group_of(assembly, TEMPLATE_MANAGERS): ["TemplateManager"],
        **{group_of(one, CREATORS): ["ItemProposer"] for one in services},
    }
    template.__ac_local_roles__ = wanted if services else {}
    forget_cached_roles(template)
    template.reindexObjectSecurity()
