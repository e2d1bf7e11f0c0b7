"""What is done with an issue by one press: its blocks, its test, its sending."""

from communes.core.parts.domain.reading import whole
from communes.core.shell.acting import Act
from communes.web.api import sending
from communes.web.api.issues import delete_issue
from communes.web.api.issues import edit_issue
from communes.web.api.issues import record_of
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.newsletter.errors import TooSoon
from communes.web.i18n import _
from dataclasses import asdict
from datetime import datetime
from plone import api
from typing import Any


class IssueAct(Act):
    """Base: goes back to the page where the issue is written."""

    def back(self) -> str:
        return f"{self.context.absolute_url()}/travail"

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The blocks as they are."""
        return [asdict(one) for one in record_of(self.context).blocks]

    @property
    def number(self) -> int:
        """The place of the block that is meant; behind the last for none."""
        return whole(self.given("numero"), len(self.rows))


class MoveBlock(IssueAct):
    """Puts a block one place up or down."""

    def act(self) -> dict:
        rows, here = self.rows, self.number
        there = here - 1 if self.given("sens") == "monter" else here + 1
        if 0 <= here < len(rows) and 0 <= there < len(rows):
            rows[here], rows[there] = rows[there], rows[here]
            edit_issue(self.context, {"blocks": rows}, self.revision)
        return {}


class DropBlock(IssueAct):
    """Takes a block out."""

    def act(self) -> dict:
        rows, here = self.rows, self.number
        del rows[here : here + 1]
        edit_issue(self.context, {"blocks": rows}, self.revision)
        return {"message": _("block_dropped", default="Le bloc est retiré.")}


class SendTest(IssueAct):
    """Sends the issue to one address."""

    def act(self) -> dict:
        address = self.given("adresse")
        sending.send_test(self.context, address)
        said = _("test_sent", default="Un test part vers ${address} : relisez-le.",
                 mapping={"address": address})  # fmt: skip
        return {"message": said}


class Plan(IssueAct):
    """Has the issue sent at a moment, or at once."""

    def act(self) -> dict:
        site = api.portal.get()
        if self.given("maintenant"):
            sending.plan(site, self.context)
            return {"message": _("send_begun", default="L'envoi commence.")}
        sending.plan(site, self.context, self._moment())
        return {"message": _("send_planned", default="L'envoi est planifié.")}

    def _moment(self) -> datetime:
        try:
            wall = datetime.fromisoformat(f"{self.given('jour')}T{self.given('heure')}")
        except ValueError as error:
            raise TooSoon(field="jour", name=self.context.title) from error
        return wall.replace(tzinfo=BRUSSELS)


class Step(IssueAct):
    """Takes a step of an issue that is planned, leaving or sent."""

    def act(self) -> dict:
        steps = {
            "redraft": (
                sending.redraft,
                _("send_unplanned", default="L'envoi prévu est annulé."),
            ),
            "stop": (sending.stop, _("send_stopped", default="L'envoi est arrêté.")),
            "resume": (sending.resume, _("send_resumed", default="L'envoi reprend.")),
            "archive": (
                sending.put_online,
                _("issue_online", default="Le numéro est en ligne."),
            ),
        }
        step, said = steps.get(self.given("faire"), steps["stop"])
        step(self.context)
        return {"message": said}


class DecideLetter(IssueAct):
    """Sends a doubtful letter again, or says that it needs no more."""

    def act(self) -> dict:
        again = self.given("faire") == "renvoyer"
        sending.decide(api.portal.get(), self.context, self.given("id"), again)
        if again:
            return {"message": _("letter_goes", default="Le message repart.")}
        return {"message": _("letter_dropped", default="Le message est classé.")}


class DeleteIssue(IssueAct):
    """Deletes an issue that has not left."""

    def act(self) -> dict:
        self._above = f"{self.context.__parent__.absolute_url()}/gestion"
        delete_issue(self.context, self.revision)
        return {"message": _("issue_deleted", default="Le numéro est supprimé.")}

    def back(self) -> str:
        return getattr(self, "_above", super().back())
