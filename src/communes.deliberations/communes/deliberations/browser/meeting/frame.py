"""What surrounds every tab of a meeting: where it stands and what may be done."""

from Acquisition import aq_parent
from collections.abc import Sequence
from communes.core.errors.i18n import to_sentence
from communes.core.organisation.api import services
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Step
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.deliberations.api import reading
from communes.deliberations.api.agenda import agenda
from communes.deliberations.api.agenda import AgendaLine
from communes.deliberations.api.agenda import AgendaView
from communes.deliberations.api.assembly import assembly_settings
from communes.deliberations.api.attendance import attendance
from communes.deliberations.api.meeting import meeting_revision
from communes.deliberations.api.transition import Transition
from communes.deliberations.api.transition import transitions
from communes.deliberations.api.types import Urgency
from communes.deliberations.browser import words
from communes.deliberations.browser.deleting.act import delete_actions
from communes.deliberations.browser.meeting import phrases
from communes.deliberations.browser.more import more_actions
from communes.deliberations.browser.more import more_tabs
from communes.deliberations.domain.attendance import present_members
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.labels import MEETING_STATE_LABELS
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.workflow import meeting_path
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from communes.deliberations.permissions import MANAGE_MEETING
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView


class MeetingFrame(BrowserView):
    """Base of the tabs of a meeting; set ``tab``."""

    tab = "view"
    wants_patterns = False
    tabs_label = _("meeting_tabs", default="La séance")
    progress_label = _("meeting_progress", default="Points décidés")

    @property
    def title(self) -> str:
        """« Conseil communal du lundi 22 mai 2023, 20 h »."""
        return _(
            "meeting_title",
            default="${assembly} du ${day}",
            mapping={
                "assembly": self.assembly.title,
                "day": words.day_and_hour(self.context.date),
            },
        )

    @property
    def page_title(self) -> str:
        return self.title

    @cached_property
    def assembly(self):
        return aq_parent(self.context)

    @cached_property
    def settings(self):
        return assembly_settings(self.assembly)

    @cached_property
    def state(self) -> str:
        return reading.state(self.context)

    @cached_property
    def manages(self) -> bool:
        """Whether the person keeps this meeting."""
        return reading.may_do(MANAGE_MEETING, self.context)

    @property
    def works(self) -> bool:
        """Whether something may still be written in the meeting."""
        return self.manages and self.state != MeetingState.CLOSED

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(self.assembly)

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @cached_property
    def agenda(self) -> AgendaView:
        return agenda(self.context)

    @cached_property
    def known_services(self) -> dict[str, str]:
        return words.titles(services(api.portal.get()))

    @cached_property
    def decided(self) -> int:
        """How many items of the agenda are decided."""
        return sum(line.state in DECIDED_STATES for line in self.agenda.lines)

    @property
    def tags(self) -> list[Tag]:
        return [words.meeting_tag(self.state)]

    @property
    def identity(self) -> str:
        """Who is there, whether that is enough, and how far the meeting is."""
        said = [self.context.place or ""]
        roll, revision = attendance(self.context)
        if revision:
            said.append(
                _(
                    "present_count",
                    default="${present} présents sur ${seats}",
                    mapping={
                        "present": len(present_members(roll)),
                        "seats": roll.in_office,
                    },
                )
            )
            said.append(phrases.quorum(reading.quorum_at(self.context)))
        said.append(phrases.decided(self.decided, len(self.agenda.lines)))
        return words.joined(said, self.request)

    @property
    def under_way(self) -> bool:
        """Whether the meeting is being held, and its progress worth showing."""
        return self.state not in (MeetingState.CREATED, MeetingState.CLOSED)

    @cached_property
    def steps(self) -> list[Step]:
        """The life of the meeting."""
        path = list(meeting_path(self.settings))
        now = MeetingState(self.state)
        at = path.index(now) if now in path else 0
        marks = ("done", "now", "todo")
        return [
            Step(label(MEETING_STATE_LABELS, one), marks[(place >= at) + (place > at)])
            for place, one in enumerate(path)
        ]

    @property
    def tabs(self) -> list[Tab]:
        count = str(len(self.agenda.lines)) if self.agenda.lines else ""
        found = [
            Tab(
                _("agenda", default="Ordre du jour"),
                f"{self.url}/view",
                self.tab == "view",
                count,
            ),
            Tab(
                _("tab_attendance", default="Présences"),
                f"{self.url}/presences",
                self.tab == "attendance",
            ),
        ]
        if self.manages:
            title = _("tab_votes", default="Votes et décisions")
            found.append(Tab(title, f"{self.url}/scrutins", self.tab == "votes"))
        title = _("tab_documents", default="Documents")
        last = Tab(title, f"{self.url}/documents", self.tab == "documents")
        return [*found, *more_tabs(self.context, self.request, self.tab), last]

    @property
    def actions(self) -> list[Action]:
        """The steps of the meeting, and the way to its date, place and hours."""
        found = [self._step(step) for step in transitions(self.context)]
        found += more_actions(self.context, self.request)
        if self.works:
            title = _("meeting_edit", default="Modifier la séance")
            edit = Action(title, f"{self.url}/modifier")
            return [*self._deleting(), edit, *reversed(found)]
        return list(reversed(found))

    def _deleting(self) -> list[Action]:
        """A button while nothing stands on the agenda."""
        if self.agenda.lines:
            return []
        question = _(
            "meeting_delete_confirm",
            default="Supprimer cette séance ? Cela ne peut pas être défait.",
        )
        return delete_actions(self.context, meeting_revision(self.context), question)

    def _step(self, step: Transition) -> Action:
        title = words.step_title(step)
        if not step.available:
            why = words.briefly(
                [to_sentence(one, self.request) for one in step.reasons]
            )
            return Action(title, why=words.not_possible(title, why))
        return Action(
            title,
            f"{self.url}/etape",
            primary=not step.backwards,
            method="post",
            values={"etape": step.id},
            confirm=phrases.question(step),
        )

    def line_sub(self, line: AgendaLine) -> str:
        """Return service, category and poll of a line."""
        kinds = words.titles(self.settings.list_types)
        normal = self.settings.list_types[0].id if self.settings.list_types else ""
        said = [
            self.known_services.get(line.service, line.service),
            words.titles(self.settings.categories).get(line.category, ""),
            words.closed_word() if line.privacy == Privacy.CLOSED else "",
            phrases.poll(line.poll_type),
            words.treatment(line.treatment),
            kinds.get(line.list_type, "").lower() if line.list_type != normal else "",
        ]
        # A service and its only category often bear the same name.
        return words.joined(list(dict.fromkeys(said)), self.request)

    def line_tags(self, line: AgendaLine) -> list[Tag]:
        """Return where a line stands, and its urgency."""
        if not line.visible:
            closed = _("closed_item", default="Huis clos")
            kept = _("reserved_item", default="Réservé")
            return [Tag(closed if line.privacy == Privacy.CLOSED else kept, "off")]
        found = [words.item_tag(line.state, self.settings)]
        if line.urgency == Urgency.ACCEPTED:
            found.append(Tag(_("urgent", default="Urgent"), "wait"))
        elif self._needs_urgency(line):
            found.append(
                Tag(_("urgency_to_declare", default="Urgence à déclarer"), "late")
            )
        return found

    def line_url(self, line: AgendaLine) -> str:
        """Return the address of a line's item; empty when it may not be opened."""
        return self.request.physicalPathToURL(line.path) if line.visible else ""

    def _needs_urgency(self, line: AgendaLine) -> bool:
        needing = {one.id for one in self.settings.list_types if one.needs_urgency}
        return line.list_type in needing and line.state not in DECIDED_STATES
