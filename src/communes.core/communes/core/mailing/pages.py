"""The two pages a letter leads to; opening them does nothing, pressing the button does.

Programs that look at mail follow its links: only a POST confirms or leaves. The link is
the proof of who asks; nobody is logged in.
"""

from communes.core.i18n import _
from communes.core.mailing import api as door
from communes.core.mailing.domain.subscriber import Subscriber
from communes.core.parts.domain.values import Action
from functools import cached_property
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import alsoProvides


class LinkPage(BrowserView):
    """Base of both: one question, one button, one answer."""

    template = ViewPageTemplateFile("templates/link.pt")
    wants_patterns = False
    done = False
    name = ""
    question = ""
    answer = ""
    button = ""

    def __call__(self) -> str:
        """Show the question; do what is asked on POST, and say so."""
        # A mail program keeps no copy of a page that names somebody.
        self.request.response.setHeader("Cache-Control", "private, no-store")
        known = self.subscriber
        self.done = known is None
        if self.request.method == "POST":
            # The link carries its own proof: there is no session to protect.
            alsoProvides(self.request, IDisableCSRFProtection)
            self.act()
            self.done = True
        return self.template()

    @property
    def token(self) -> str:
        """The proof in the address; a POST of one click has it there too."""
        found = self.request.form.get("jeton", "")
        return found if isinstance(found, str) else ""

    @cached_property
    def subscriber(self) -> Subscriber | None:
        return self.read()

    @property
    def list_title(self) -> str:
        """The name of the list; empty once one has left it."""
        one = self.subscriber
        return (
            "" if one is None else door.lists_of(one.list).title(self.context, one.list)
        )

    @property
    def wishes(self) -> str:
        one = self.subscriber
        if one is None:
            return ""
        return door.lists_of(one.list).wishes_in_words(self.context, one)

    @property
    def page_url(self) -> str:
        return f"{self.context.absolute_url()}/@@{self.name}"

    @property
    def press(self) -> Action:
        return Action(self.button, primary=True, method="submit")

    def read(self) -> Subscriber | None:
        """Return whose link it is. :raises TokenRefused:"""
        raise NotImplementedError

    def act(self) -> None:
        """Do what the page asks."""
        raise NotImplementedError


class ConfirmPage(LinkPage):
    """``@@abonnement-confirmer?jeton=``"""

    name = door.CONFIRM_PAGE
    page_title = _("mailing_confirm_title", default="Confirmer un abonnement")
    question = _(
        "mailing_confirm_question",
        default="Voulez-vous recevoir ces messages à votre adresse ?",
    )
    answer = _(
        "mailing_confirmed",
        default="Votre abonnement est confirmé. Chaque message contient un lien pour "
        "vous désabonner.",
    )
    button = _("mailing_confirm", default="Confirmer")

    def read(self) -> Subscriber:
        return door.read_confirmation(self.context, self.token)

    def act(self) -> None:
        by = door.proof(self.context, self.request)
        door.confirm(self.context, self.token, by)


class LeavePage(LinkPage):
    """``@@abonnement-quitter?jeton=``, and the button of mail programs (RFC 8058)."""

    name = door.LEAVE_PAGE
    page_title = _("mailing_leave_title", default="Se désabonner")
    question = _(
        "mailing_leave_question", default="Voulez-vous ne plus recevoir ces messages ?"
    )
    answer = _(
        "mailing_left",
        default="Vous êtes désabonné et votre adresse est oubliée.",
    )
    button = _("mailing_leave", default="Me désabonner")

    def read(self) -> Subscriber | None:
        return door.read_leaving(self.context, self.token)

    def act(self) -> None:
        door.leave(self.context, self.token)
