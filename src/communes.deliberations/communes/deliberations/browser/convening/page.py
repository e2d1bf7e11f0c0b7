"""``<meeting>/convocations``: to whom it went, when, who has it; and its receipt."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from communes.deliberations.api import reading
from communes.deliberations.api.convening import acknowledge
from communes.deliberations.api.convening import convene
from communes.deliberations.api.convening import convocation
from communes.deliberations.api.convening import own_letter
from communes.deliberations.browser import words
from communes.deliberations.browser.interfaces import IMoreTab
from communes.deliberations.browser.meeting.frame import MeetingFrame
from communes.deliberations.domain.convening import ConvocationLetter
from communes.deliberations.domain.convening import Posting
from communes.deliberations.domain.convening import POSTING_LABELS
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from communes.deliberations.permissions import MANAGE_MEETING
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


_KINDS = {
    Posting.SENT: "ok",
    Posting.FAILED: "late",
    Posting.UNCERTAIN: "late",
    Posting.NO_ADDRESS: "wait",
}


@implementer(IMoreTab)
class ConveningTab(BrowserView):
    """« Convocation », for who keeps the meeting once its agenda is frozen."""

    order = 5

    def tab(self, current: str) -> Tab | None:
        early = reading.state(self.context) == MeetingState.CREATED
        if early or not reading.may_do(MANAGE_MEETING, self.context):
            return None
        title = _("tab_convening", default="Convocation")
        url = f"{self.context.absolute_url()}/convocations"
        return Tab(title, url, current == "convening")


class ConveningPage(MeetingFrame):
    """One line a member: the proof that may be asked for."""

    tab = "convening"
    template = ViewPageTemplateFile("page.pt")
    caption = _("convening_letters", default="Convocations envoyées")
    empty_title = _("convening_none", default="La convocation n'est pas envoyée.")
    empty_text = _(
        "convening_none_text",
        default="Chaque membre qui a une adresse la reçoit par e-mail, avec l'ordre du "
        "jour, et en accuse réception.",
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def rows(self) -> list[dict]:
        return [self._row(*one) for one in convocation(self.context)]

    @property
    def send(self) -> Action:
        return Action(
            _("convening_send", default="Envoyer la convocation"),
            f"{self.url}/convoquer",
            method="post",
            primary=not self.rows,
            confirm=_(
                "convening_confirm",
                default="Envoyer la convocation aux membres qui ne l'ont pas ?",
            ),
        )

    def _row(self, letter: ConvocationLetter, posting: Posting) -> dict:
        return {
            "name": letter.name,
            "address": letter.address,
            "tag": Tag(label(POSTING_LABELS, posting), _KINDS.get(posting, "off")),
            "reason": letter.reason,
            "sent": words.day_and_hour(letter.sent_at) if letter.sent_at else "",
            "received": words.day_and_hour(letter.acknowledged_at)
            if letter.acknowledged_at
            else "",
        }


class Convene(Act):
    """Sends the convocation to those who have none."""

    def act(self) -> dict:
        count = convene(self.context)
        said = _(
            "convening_sent",
            default="Convocations en cours d'envoi : ${count}.",
            mapping={"count": count},
        )
        return {"message": said}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/convocations"


class ReceiptPage(MeetingFrame):
    """Where the letter leads: one button, and the way to the agenda."""

    tab = "receipt"
    template = ViewPageTemplateFile("receipt.pt")
    empty_title = _("receipt_none", default="Aucune convocation ne vous est adressée.")

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def letter(self) -> ConvocationLetter | None:
        return own_letter(self.context)

    @property
    def received(self) -> str:
        at = self.letter.acknowledged_at
        if at is None:
            return ""
        return _(
            "receipt_given",
            default="Vous avez accusé réception le ${when}.",
            mapping={"when": words.day_and_hour(at)},
        )

    @property
    def give(self) -> Action:
        return Action(
            _("receipt_give", default="J'accuse réception"),
            f"{self.url}/convocation-accuser",
            method="post",
            primary=True,
        )


class GiveReceipt(Act):
    """Notes the receipt of the person logged in."""

    def act(self) -> dict:
        if not acknowledge(self.context):
            return {"message": ReceiptPage.empty_title}
        return {"message": _("receipt_kept", default="Accusé de réception noté.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/convocation-recue"
