"""What the work before the meeting says against a step of an item or a meeting."""

from communes.core.access.catalog import unrestricted
from communes.core.errors.domain import Reason
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.preparation.completeness import step_obstacles
from communes.deliberations.domain.preparation.fixing import fixing_obstacles
from communes.deliberations.domain.preparation.out_of_meeting import route_obstacles
from communes.deliberations.domain.preparation.summary import summary_obstacles
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.storage.assembly import all_assemblies
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.completeness import completeness_now
from communes.deliberations.storage.item import plain_text
from communes.deliberations.storage.item import PORTAL_TYPE
from communes.deliberations.workflow.interfaces import IMoreObstacles
from communes.deliberations.workflow.preparation.route import route_of
from plone import api
from zope.component import adapter
from zope.interface import implementer


@implementer(IMoreObstacles)
@adapter(IMeetingItem)
class PreparationObstacles:
    """Summary, completeness, and the route out of a meeting."""

    def __init__(self, item: IMeetingItem) -> None:
        self.item = item

    def obstacles(self, step: str) -> tuple[Reason, ...]:
        """Return the reasons of this item against ``step``."""
        item = self.item
        chosen = settings_of(assembly_of(item)).preparation
        now, missing = completeness_now(item)
        summary = plain_text(item.summary)
        before = chosen.summary_required_before
        return (
            *summary_obstacles(before, step, summary),
            *step_obstacles(
                chosen.completeness, chosen.complete_before, step, now, missing
            ),
            *route_obstacles(ItemTransition(step), route_of(item)),
        )


@implementer(IMoreObstacles)
@adapter(IMeeting)
class FixingObstacles:
    """An agenda that another assembly must fix first."""

    def __init__(self, meeting: IMeeting) -> None:
        self.meeting = meeting

    def obstacles(self, step: str) -> tuple[Reason, ...]:
        """Return the reason against freezing an agenda nobody fixed."""
        fixed_by = settings_of(assembly_of(self.meeting)).preparation.agenda_fixed_by
        if not fixed_by:
            return ()
        rows = unrestricted(
            portal_type=PORTAL_TYPE,
            deliberations_assembly=fixed_by,
            deliberations_fixes_agenda=self.meeting.UID(),
        )
        states = [row.review_state for row in rows]
        return tuple(fixing_obstacles(step, fixed_by, _named(fixed_by), states))


def _named(id: str) -> str:
    for one in all_assemblies(api.portal.get()):
        if one.getId() == id:
            return settings_of(one).name_with_article
    return id
