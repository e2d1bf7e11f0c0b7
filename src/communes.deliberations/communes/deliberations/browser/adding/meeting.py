"""A new meeting: its day, its hour, its place."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.core.shell.form.base import Form
from communes.core.web.posting import PostForm
from communes.deliberations.api.assembly import assembly_settings
from communes.deliberations.api.meeting import create_meeting
from communes.deliberations.api.types import IMeeting
from communes.deliberations.browser import words
from communes.deliberations.i18n import _
from z3c.form import button
from z3c.form.field import Fields


class NewMeeting(PostForm, Form):
    """Asks what the convocation says; the usual place is proposed."""

    schema = None
    label = _("new_meeting", default="Nouvelle séance")
    fields = Fields(IMeeting).select(
        "date", "place", "extraordinary", "videoconference"
    )

    @property
    def identity(self) -> str:
        return self.context.title

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(self.context)

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/nouvelle-seance"

    def updateWidgets(self, prefix: str | None = None) -> None:  # noqa: N802
        """Propose the place the assembly usually meets at."""
        super().updateWidgets(prefix)
        places = assembly_settings(self.context).places
        if places and not self.widgets["place"].value:
            self.widgets["place"].value = places[0]

    @button.buttonAndHandler(
        _("button_create_meeting", default="Créer la séance"), name="create"
    )
    def create(self, action: object) -> None:
        """Make the meeting and go on to its agenda."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            meeting = create_meeting(self.context, values)
            said = _("meeting_created", default="La séance est créée.")
            self.saved(said, meeting.absolute_url())
