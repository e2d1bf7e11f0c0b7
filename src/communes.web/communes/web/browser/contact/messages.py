"""``<form>/messages``: what was written, as long as the form keeps it."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from communes.web.api.contact_forms import erase_message
from communes.web.api.contact_forms import listens
from communes.web.api.contact_forms import message
from communes.web.api.contact_forms import messages
from communes.web.browser.newsletter.words import moment_words
from communes.web.browser.pages.keeper_page import KeeperPage
from communes.web.i18n import _
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class MessagesPage(KeeperPage):
    """A line a message; opening one is written in the journal."""

    template = ViewPageTemplateFile("templates/messages.pt")
    page_title = _("contact_messages", default="Messages reçus")
    caption = page_title
    empty_title = _("messages_none", default="Aucun message.")
    empty_text = _(
        "messages_none_text",
        default="Les messages envoyés par ce formulaire restent ici le temps prévu par "
        "ses réglages.",
    )

    @property
    def trail(self) -> list[Crumb]:
        return [Crumb(self.context.title, self.context.absolute_url())]

    @property
    def notice(self) -> Notice | None:
        """Says that the mail room does not listen, when messages wait for it."""
        form = self.context
        if not form.mail_room or listens(api.portal.get(), form):
            return None
        said = _(
            "mail_room_silent",
            default="Le correspondant « ${name} » ne reçoit pas encore ces messages : "
            "ils attendent, et partiront dès qu'il sera déclaré dans les échanges.",
            mapping={"name": form.mail_room},
        )
        return Notice(said, "wait")

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        url = self.context.absolute_url()
        return [
            {
                "number": one.number,
                "url": f"{url}/message?id={one.id}",
                "subject": one.subject.title,
                "name": one.message.name,
                "moment": moment_words(one.received_at),
                "tag": Tag(_("message_owed", default="Attend le courrier"), "wait")
                if one.owed
                else None,
            }
            for one in messages(self.context)
        ]


class MessagePage(KeeperPage):
    """One message, whole."""

    template = ViewPageTemplateFile("templates/message.pt")

    @cached_property
    def one(self) -> Any:
        found = self.request.form.get("id", "")
        return message(self.context, found if isinstance(found, str) else "")

    @property
    def page_title(self) -> str:
        return self.one.subject.title

    @property
    def identity(self) -> str:
        return f"{self.one.number} · {moment_words(self.one.received_at)}"

    @property
    def trail(self) -> list[Crumb]:
        url = self.context.absolute_url()
        return [
            Crumb(self.context.title, url),
            Crumb(MessagesPage.page_title, f"{url}/messages"),
        ]

    @property
    def actions(self) -> list[Action]:
        sure = _("message_erase_sure", default="Effacer ce message du site ?")
        return [
            Action(_("message_erase", default="Effacer"),
                   f"{self.context.absolute_url()}/message-effacer", method="post",
                   values={"id": self.one.id}, confirm=sure),
        ]  # fmt: skip


class EraseMessage(Act):
    """Forgets a message."""

    def act(self) -> dict:
        erase_message(self.context, self.given("id"))
        return {"message": _("message_erased", default="Le message est effacé.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/messages"
