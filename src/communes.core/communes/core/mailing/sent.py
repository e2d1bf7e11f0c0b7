"""``@@envois``: the letters that need a person, and those that left last."""

from communes.core.i18n import _
from communes.core.mailing import api as door
from communes.core.mailing.domain.letter import OPEN_WAYS
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.log import Line
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from datetime import datetime
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


_WORDS = {
    Way.WAITING: (_("way_waiting", default="En attente"), "wait"),
    Way.SENDING: (_("way_sending", default="En cours"), "wait"),
    Way.SENT: (_("way_sent", default="Parti"), "ok"),
    Way.REFUSED: (_("way_refused", default="Refusé"), "late"),
    Way.UNCERTAIN: (_("way_uncertain", default="Incertain"), "late"),
    Way.BOUNCED: (_("way_bounced", default="Revenu"), "off"),
    Way.COMPLAINED: (_("way_complained", default="Plainte"), "late"),
    Way.DROPPED: (_("way_dropped", default="Classé"), "off"),
}


class SentPage(BrowserView):
    """Uncertain and refused letters first: nobody sends them again but a person."""

    template = ViewPageTemplateFile("templates/sent.pt")
    wants_patterns = False
    page_title = _("mailing_sent_title", default="Envois par courriel")
    caption = _("mailing_sent_caption", default="Envois")
    empty_title = _("mailing_sent_none", default="Aucun envoi.")
    empty_text = _(
        "mailing_sent_none_text",
        default="Les messages aux abonnés apparaissent ici quand ils partent.",
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def rows(self) -> list[dict]:
        """The letters, those that wait for a decision first."""
        waiting = door.letters(self.context, *OPEN_WAYS)
        others = door.letters(self.context, *(set(Way) - OPEN_WAYS))
        return [self._row(one) for one in (*waiting, *others)]

    def _row(self, line: Line) -> dict:
        word, kind = _WORDS[Way(line.way)]
        return {
            "subject": line.subject,
            "address": line.address,
            "tag": Tag(word, kind),
            "reason": line.reason,
            "moment": f"{datetime.fromtimestamp(line.changed_at):%d/%m/%Y %H:%M}",
            "actions": self._actions(line),
        }

    def _actions(self, line: Line) -> list[Action]:
        if line.way not in OPEN_WAYS:
            return []
        url = f"{self.context.absolute_url()}/@@envoi-decider"
        again = _("mailing_again", default="Renvoyer")
        drop = _("mailing_drop", default="Classer")
        sure = _(
            "mailing_again_sure",
            default="Le message est peut-être déjà arrivé. Le renvoyer ?",
        )
        return [
            Action(again, url, small=True, method="post", confirm=sure,
                   values={"id": line.id, "faire": "renvoyer"}),
            Action(drop, url, small=True, method="post",
                   values={"id": line.id, "faire": "classer"}),
        ]  # fmt: skip


class Decide(Act):
    """Sends a letter again, or drops it."""

    def act(self) -> dict:
        if self.given("faire") == "renvoyer":
            door.send_again(self.context, self.given("id"))
            return {"message": _("mailing_again_done", default="Le message repart.")}
        door.drop(self.context, self.given("id"))
        return {"message": _("mailing_drop_done", default="Le message est classé.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/@@envois"
