"""The session: one item after the other, its votes and its decision."""

from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Tag
from communes.core.web.posting import save_button
from communes.deliberations.api import reading
from communes.deliberations.api.agenda import AgendaLine
from communes.deliberations.api.vote import votes
from communes.deliberations.api.vote import VoteView
from communes.deliberations.browser.meeting import phrases
from communes.deliberations.browser.meeting.ballot import Ballots
from communes.deliberations.browser.meeting.decision import DecisionPart
from communes.deliberations.browser.meeting.frame import MeetingFrame
from communes.deliberations.browser.meeting.open_ballot import OpenBallotPart
from communes.deliberations.browser.meeting.rollcall import ByName
from communes.deliberations.browser.meeting.rollcall import outcome_tag
from communes.deliberations.browser.meeting.room import RoomPart
from communes.deliberations.browser.meeting.rounds import RoundsPart
from communes.deliberations.domain.choices import POLL_TYPE_LABELS
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.choices import SECRET_POLLS
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from communes.deliberations.permissions import ENCODE_VOTES
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


class VotesPage(DecisionPart, OpenBallotPart, RoundsPart, RoomPart, MeetingFrame):
    """The third tab: all of the session on one surface, for those who keep it."""

    tab = "votes"
    template = ViewPageTemplateFile("votes.pt")
    caption = _("agenda", default="Ordre du jour")
    empty_title = _("votes_none", default="Aucun point à traiter.")
    empty_text = _(
        "votes_none_text", default="Présentez d'abord des points à l'ordre du jour."
    )
    nobody_title = _("nobody_votes", default="Personne ne peut voter.")
    nobody_text = _("nobody_votes_text", default="Encodez d'abord les présences.")
    seats_label = _("voters", default="Votants")
    counts_caption = _("column_result", default="Résultat")

    def __call__(self) -> str:
        if "point" not in self.request.form and self.line is not None:
            # The address names the item, so that what is redrawn stays about it.
            self.request.response.redirect(self.point_url)
            return ""
        if self.form is not None:
            self.form.update()
            if self.request.response.getStatus() in (301, 302, 303):
                return ""
        return self.template()

    @cached_property
    def line(self) -> AgendaLine | None:
        """The item in hand: the one asked for, else the first that is undecided."""
        lines = [one for one in self.agenda.lines if one.visible]
        asked = self.request.form.get("point")
        found = next((one for one in lines if one.uid == asked), None)
        if found is not None:
            return found
        open_ones = (one for one in lines if one.state not in DECIDED_STATES)
        return next(open_ones, lines[0] if lines else None)

    @cached_property
    def item(self):
        """The item itself: the only one this page wakes."""
        if self.line is None:
            return None
        found = reading.items_of(self.assembly, [self.line.uid])
        return found[0] if found else None

    @cached_property
    def held(self) -> VoteView:
        return votes(self.item)

    @property
    def point_url(self) -> str:
        return f"{self.url}/scrutins?point={self.line.uid}"

    def vote_url(self, line: AgendaLine) -> str:
        """Return the address of the session at a line."""
        return f"{self.url}/scrutins?point={line.uid}" if line.visible else ""

    @property
    def heading(self) -> str:
        """« Vote du point 1 – public, par nom »."""
        return phrases.heading(self.line.number, self.poll_type)

    @cached_property
    def poll_type(self) -> str:
        """How the item is voted: as asked, as it was, as it says, as is usual."""
        asked = self.request.form.get("scrutin")
        if asked in self.settings.poll_types:
            return asked
        if self.round_held.votes:
            return self.round_held.votes[0].poll_type
        own = self.item.poll_type or (*self.settings.poll_types, PollType.ALOUD)[0]
        return str(own)

    @property
    def secret(self) -> bool:
        return self.poll_type in SECRET_POLLS

    @property
    def poll_words(self) -> str:
        """The way to vote in use, as the title of the menu of the others."""
        kind = label(POLL_TYPE_LABELS, PollType(self.poll_type))
        return _("poll_menu", default="${kind} ▾", mapping={"kind": kind})

    @property
    def polls(self) -> list[Chip]:
        """The ways to vote of the assembly."""
        return [
            Chip(
                label(POLL_TYPE_LABELS, PollType(one)),
                f"{self.point_url}&scrutin={one}&tour={self.place}",
                one == self.poll_type,
            )
            for one in self.settings.poll_types
        ]

    @cached_property
    def encodes(self) -> bool:
        """Whether votes may be written on the item in hand."""
        return self.works and reading.may_do(ENCODE_VOTES, self.item)

    @cached_property
    def by_name(self) -> ByName:
        return ByName(self.round_held, self.poll_type)

    @cached_property
    def ballots(self) -> Ballots:
        asked = whole(self.request.form.get("bulletins"), 0)
        return Ballots(self.round_held, asked)

    @property
    def too_early(self) -> Notice:
        """Why nothing can be encoded in a meeting that is being prepared."""
        said = _(
            "votes_too_early",
            default="Gelez d'abord l'ordre du jour : votes et décisions viennent "
            "après.",
        )
        return Notice(said, "wait")

    @property
    def outcome_tag(self) -> Tag:
        return outcome_tag(self.held.outcome)

    @property
    def no_voters(self) -> bool:
        """Whether nobody may vote because nobody is noted as present."""
        return not self.held.voters

    @property
    def urgent(self) -> bool:
        """Whether the urgency must still be declared before the item is dealt with."""
        return self._needs_urgency(self.line) and self.line.urgency != "accepted"

    @property
    def urgency_actions(self) -> list[Action]:
        return [
            Action(
                _("urgency_by_all", default="Urgence déclarée à l'unanimité"),
                method="submit",
                name="tous",
                value="1",
                small=True,
                primary=True,
            ),
            Action(
                _("urgency_by_some", default="Déclarée par les membres cochés"),
                method="submit",
                name="coches",
                value="1",
                small=True,
            ),
        ]

    @property
    def remove_action(self) -> Action | None:
        """Take the vote back, when there is one."""
        if not self.round_held.votes:
            return None
        values = {
            "point": self.line.uid,
            "revision": str(self.held.revision),
            "tour": str(self.place),
        }
        return Action(
            _("vote_remove", default="Retirer le vote"),
            f"{self.url}/vote-retirer",
            method="post",
            small=True,
            danger=True,
            values=values,
            confirm=_("vote_remove_confirm", default="Retirer le vote de ce point ?"),
        )

    @property
    def save_action(self) -> Action:
        """Needed only without script: with it each voice is saved at once."""
        return save_button("tout")

    @property
    def next_action(self) -> Action | None:
        """« Point suivant »: the line after this one."""
        lines = [one for one in self.agenda.lines if one.visible]
        at = lines.index(self.line)
        if at + 1 >= len(lines):
            return None
        title = _("next_item", default="Point suivant")
        return Action(
            title,
            self.vote_url(lines[at + 1]),
            icon="arrow-right",
            data={"key": "n", "word-offline": self._stay},
        )

    @property
    def _stay(self) -> str:
        return translate(
            _(
                "session_offline",
                default="Pas de connexion : restez sur ce point, votre travail y est "
                "gardé et partira dès son retour.",
            ),
            context=self.request,
        )

    @property
    def keeper(self) -> str:
        """Under which name the browser keeps what is not sent: meeting and person."""
        user = api.user.get_current().getId()
        return f"{self.context.UID()}:{user}"
