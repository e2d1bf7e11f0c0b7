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
    """One short form: hours first, then place, call and observations."""

    schema = None
    label = _("meeting_edit", default="Modifier la séance")
    fields = Fields(IMeeting).select(
        "date",
        "place",
        "started_at",
        "ended_at",
        "convoked_on",
        "call",
        "extraordinary",
        "videoconference",
        "approved_on",
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
