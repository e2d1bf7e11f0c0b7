"""The minutes among the tabs of their meeting."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tab
from communes.deliberations.api import minutes as door
from communes.deliberations.api import reading
from communes.deliberations.browser.interfaces import IMoreActions
from communes.deliberations.browser.interfaces import IMoreTab
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.i18n import _
from communes.deliberations.permissions import MANAGE_MEETING
from zope.interface import implementer


@implementer(IMoreTab, IMoreActions)
class MinutesOfMeeting:
    """Leads to the minutes, or draws them up."""

    order = 50

    def __init__(self, meeting: object, request: object) -> None:
        self.meeting = meeting

    def tab(self, current: str) -> Tab | None:
        """Return the tab, for who may read the minutes."""
        seen = door.minutes(self.meeting)
        if seen is None:
            return None
        title = _("tab_minutes", default="Procès-verbal")
        return Tab(title, seen.minutes.absolute_url(), current == "minutes")

    def actions(self) -> list[Action]:
        """Return the button that draws up the minutes of a closed meeting."""
        closed = reading.state(self.meeting) == MeetingState.CLOSED
        keeps = reading.may_do(MANAGE_MEETING, self.meeting)
        if not (closed and keeps) or door.minutes(self.meeting) is not None:
            return []
        title = _("minutes_draw_up", default="Établir le procès-verbal")
        url = f"{self.meeting.absolute_url()}/pv-etablir"
        return [Action(title, url, method="post", primary=True)]
