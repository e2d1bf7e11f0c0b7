"""What a member and the secretary do with an open ballot."""

from Acquisition import aq_parent
from communes.core.errors.domain import DomainError
from communes.core.shell.acting import Act
from communes.deliberations.api import ballot as door
from communes.deliberations.api import reading
from communes.deliberations.browser.tablet.member import BallotPage
from communes.deliberations.browser.tablet.words import version
from communes.deliberations.domain.choices import PollType
from communes.deliberations.exceptions import UnknownItem
from communes.deliberations.i18n import _
import json
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from secrets import token_hex
from zExceptions import Forbidden


class CastVote(Act):
    """Says one's voice in a public ballot."""

    def act(self) -> dict:
        door.cast_vote(self.context, self.given("choix"))
        return {"message": _("vote_cast", default="Votre vote est noté.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/mon-vote"


class PaperPage(BallotPage):
    """Base of the steps of a secret vote: answered by the page, never by an address.

    The paper stands in the page alone: no address, no session and no record has it.
    """

    def __call__(self) -> str:
        if self.request.method != "POST":
            raise Forbidden("POST")
        CheckAuthenticator(self.request)
        try:
            self.act()
        except DomainError as error:
            return Refusal(self.context, self.request).told(error)
        return super().__call__()

    def given(self, name: str) -> str:
        """Return one value of the form as text."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""


class TakePaper(PaperPage):
    """Gives the member a paper nobody else has."""

    def act(self) -> None:
        self.number = token_hex(32)
        self.proof = door.take_paper(self.context, self.number)


class DropPaper(PaperPage):
    """Drops it, and leaves it in the page to be changed."""

    def act(self) -> None:
        self.number, self.proof = self.given("numero"), self.given("preuve")
        door.drop_paper(self.context, self.number, self.proof, self.given("choix"))
        self.dropped = True


class Refusal(Act):
    """Leads back to the page of the vote with the sentence of a refusal."""

    def told(self, error: DomainError) -> str:
        return self._refused(error)

    def back(self) -> str:
        return f"{self.context.absolute_url()}/mon-vote"


class BallotState(BrowserView):
    """What a tablet asks again and again: 304 without a word while nothing changed."""

    def __call__(self) -> str:
        etag = f'"{version(door.ballot(self.context))}"'
        response = self.request.response
        response.setHeader("ETag", etag)
        response.setHeader("Cache-Control", "private, no-cache")
        if self.request.getHeader("If-None-Match") == etag:
            response.setStatus(304, lock=1)
            return ""
        response.setHeader("Content-Type", "application/json")
        return json.dumps({"version": etag.strip('"')})


class SecretaryAct(Act):
    """Base of what the secretary does with the ballot of the item in hand."""

    def back(self) -> str:
        here = f"{self.context.absolute_url()}/scrutins"
        uid = self.given("point")
        return f"{here}?point={uid}" if uid else here


class OpenBallot(SecretaryAct):
    """Puts the item in hand to the vote."""

    def act(self) -> dict:
        uid = self.given("point")
        found = reading.items_of(aq_parent(self.context), [uid])
        if not found:
            raise UnknownItem(field="point", name=uid)
        poll = self.given("scrutin")
        known = poll in [one.value for one in PollType]
        names = [one.strip() for one in self.given("candidats").splitlines()]
        door.open_ballot(
            found[0],
            poll_type=poll if known else PollType.MECHANICAL.value,
            candidates=[one for one in names if one],
        )
        return {"message": _("ballot_opened", default="Le vote est ouvert.")}


class CloseBallot(SecretaryAct):
    """Counts and keeps the vote, or takes it away uncounted."""

    def act(self) -> dict:
        if self.given("annuler"):
            door.cancel_ballot(self.context)
            return {"message": _("ballot_cancelled", default="Le vote est annulé.")}
        door.close_ballot(self.context)
        return {"message": _("ballot_closed", default="Le vote est clos et compté.")}
