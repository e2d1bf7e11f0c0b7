"""Services in copy and budget editors get their roles on an item."""

from collections.abc import Mapping
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.preparation.audience import Audience
from communes.deliberations.domain.preparation.audience import audience_roles
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.service import group_of
from communes.deliberations.workflow.interfaces import IMoreRoles
from zope.component import adapter
from zope.interface import implementer


@implementer(IMoreRoles)
@adapter(IMeetingItem)
class AudienceRoles:
    """Asks the rules with the item as it is now."""

    def __init__(self, item: IMeetingItem) -> None:
        self.item = item

    def roles(self) -> Mapping[str, frozenset[str]]:
        """Return the roles by group."""
        item = self.item
        settings = settings_of(assembly_of(item))
        closed = item.privacy == Privacy.CLOSED
        audience = Audience(
            state=state_of(item),
            assembly=settings.id,
            copy_groups=tuple(item.copy_groups or ()),
            restricted_copy_groups=tuple(item.restricted_copy_groups or ()),
            secret=closed and not settings.members_read_closed,
        )
        return audience_roles(audience, settings.preparation, group_of)
