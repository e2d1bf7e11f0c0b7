"""The page of a member who votes: big buttons, nothing else."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tab
from communes.deliberations.api import reading
from communes.deliberations.api.ballot import ballot
from communes.deliberations.api.ballot import BallotView
from communes.deliberations.api.vote import votes
from communes.deliberations.browser.interfaces import IMoreTab
from communes.deliberations.browser.meeting.frame import MeetingFrame
from communes.deliberations.browser.meeting.rollcall import outcome_tag
from communes.deliberations.browser.tablet import words as tablet_words
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.i18n import _
from communes.deliberations.permissions import MANAGE_MEETING
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


TAB = _("tab_ballot", default="Voter")


@implementer(IMoreTab)
class BallotTab(BrowserView):
    """« Voter », where the assembly votes on tablets and the meeting is held."""

    order = 20

    def tab(self, current: str) -> Tab | None:
        settings = reading.settings_at(self.context)
        state = reading.state(self.context)
        over = state in (MeetingState.CREATED, MeetingState.CLOSED)
        keeps = reading.may_do(MANAGE_MEETING, self.context)
        if not settings.tablet.enabled or over or keeps:
            return None
        url = f"{self.context.absolute_url()}/mon-vote"
        return Tab(TAB, url, current == "ballot")


class BallotPage(MeetingFrame):
    """What is put to the vote, and the answer of this member."""

    tab = "ballot"
    template = ViewPageTemplateFile("member.pt")
    take = Action(
        _("ballot_take", default="Prendre mon bulletin"), primary=True, method="submit"
    )
    waiting_title = _("ballot_waiting", default="Aucun vote n'est ouvert.")
    waiting_text = _(
        "ballot_waiting_text",
        default="Cette page s'ouvre d'elle-même dès que le secrétariat ouvre un vote.",
    )
    not_called_title = _("ballot_not_called", default="Vous ne votez pas à ce point.")
    #: What a paper of this page is, once taken: never kept by the server.
    number = ""
    proof = ""
    dropped = False

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.template()

    @cached_property
    def open(self) -> BallotView | None:
        return ballot(self.context)

    @property
    def state_url(self) -> str:
        return f"{self.url}/mon-vote-etat"

    @property
    def poll_seconds(self) -> int:
        return self.settings.tablet.poll_seconds

    @property
    def etag(self) -> str:
        return tablet_words.version(self.open)

    @cached_property
    def heading(self) -> str:
        """The number and the title of the item, as this person may see it."""
        uid = self.open.ballot.item
        line = next((one for one in self.agenda.lines if one.uid == uid), None)
        return f"{line.number}. {line.title}" if line else ""

    @property
    def kind(self) -> str:
        return tablet_words.kind(self.open.ballot)

    @property
    def choices(self) -> list[Action]:
        """The answers, as buttons; the one given is marked."""
        given = self.open.own
        return [
            Action(
                title,
                method="submit",
                name="choix",
                value=value,
                primary=value == given,
                icon="check-circle" if value == given else "",
            )
            for value, title in tablet_words.choices(self.open.ballot)
        ]

    @property
    def own_words(self) -> str:
        """« Vous avez voté : Pour », in a public ballot."""
        titles = dict(tablet_words.choices(self.open.ballot))
        own = self.open.own
        if not own:
            return ""
        return _(
            "ballot_own",
            default="Vous avez voté : ${choice}. Vous pouvez changer jusqu'à la "
            "clôture.",
            mapping={"choice": titles[own]},
        )

    @property
    def last(self) -> dict | None:
        """The last vote that was counted: told once the ballot is closed."""
        if self.open is not None:
            return None
        uid = self.context.last_ballot_item
        lines = {one.uid: one for one in self.agenda.lines if one.visible}
        if uid not in lines:
            return None
        found = reading.items_of(self.assembly, [uid])
        outcome = votes(found[0]).outcome if found else None
        if outcome is None:
            return None
        return {
            "title": f"{lines[uid].number}. {lines[uid].title}",
            "tag": outcome_tag(outcome),
            "words": outcome.explanation,
        }
