"""When and where a meeting is held, and what is observed of it."""

from Acquisition import aq_parent
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.deliberations.api.meeting import edit_meeting
from communes.deliberations.api.meeting import meeting_revision
from communes.deliberations.api.types import IMeeting
from communes.deliberations.browser import words
from communes.deliberations.browser.revising import RevisedForm
from communes.deliberations.i18n import _
from z3c.form.field import Fields


class MeetingForm(RevisedForm):
    """In the order of the work: plan, convene, prepare, hold, then what follows."""

    label = _("meeting_edit", default="Modifier la séance")
    fields = Fields(IMeeting).select(
        "date",
        "place",
        "meeting_category",
        "validation_deadline",
        "late_items_deadline",
        "convoked_on",
        "call",
        "urgent_convocation",
        "convocation_urgency",
        "drafts_published_on",
        "extraordinary",
        "videoconference",
        "preparatory_on",
        "preparatory_place",
        "preparatory_observations",
        "started_at",
        "first_part_ended_at",
        "second_part_started_at",
        "ended_at",
        "guests",
        "assistants",
        "proxies",
        "approved_on",
        "supervision_notes",
        "session_notes",
        "observations",
    )

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(aq_parent(self.context), self.context)

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/modifier?revision={self.read}"

    @property
    def last_revision(self) -> int:
        return meeting_revision(self.context)

    def keep(self, values: Mapping[str, object]) -> None:
        edit_meeting(self.context, values, self.read)
