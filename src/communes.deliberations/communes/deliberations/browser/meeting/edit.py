"""When and where a meeting is held, and what is observed of it."""

from Acquisition import aq_parent
from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.core.shell.form.base import EditForm
from communes.deliberations.api.meeting import edit_meeting
from communes.deliberations.api.meeting import meeting_revision
from communes.deliberations.api.types import IMeeting
from communes.deliberations.browser import words
from communes.deliberations.browser.posting import PostForm
from communes.deliberations.i18n import _
from z3c.form import button
from z3c.form.field import Fields


class MeetingForm(PostForm, EditForm):
    """In the order of the work: plan, convene, prepare, hold, then what follows."""

    schema = None
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
    def read(self) -> int:
        """The revision the person has seen."""
        text = self.request.form.get("revision", "")
        known = isinstance(text, str) and text.isdigit()
        return int(text) if known else meeting_revision(self.context)

    @button.buttonAndHandler(_("button_save", default="Enregistrer"), name="save")
    def save(self, action: object) -> None:
        """Keep what changed."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            edit_meeting(self.context, values, self.read)
        self.saved(_("meeting_saved", default="Enregistré."), self.cancel_url)
