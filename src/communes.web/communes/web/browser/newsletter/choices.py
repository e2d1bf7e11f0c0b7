"""``<newsletter>/choix?jeton=``: what a subscriber changes, takes along or ends."""

from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.hardening.giving import give_out
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.public.page import PublicPage
from communes.web.api.newsletters import topics
from communes.web.api.subscribers import choose
from communes.web.api.subscribers import leave
from communes.web.api.subscribers import own_data
from communes.web.api.subscribers import read_choices
from communes.web.browser.newsletter.subscribing import themes_field
from communes.web.i18n import _
from functools import cached_property
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.interface import alsoProvides


class ChoicesPage(PublicPage):
    """The link is the proof of who asks; opening it does nothing."""

    template = ViewPageTemplateFile("templates/choices.pt")
    page_title = _("choices_title", default="Mes préférences")
    notice: Notice | None = None
    gone = False
    press = Action(
        _("choices_press", default="Enregistrer mes préférences"),
        method="submit",
        primary=True,
        name="faire",
        value="garder",
    )
    quit = Action(
        _("choices_leave", default="Me désabonner et oublier mon adresse"),
        method="submit",
        danger=True,
        name="faire",
        value="quitter",
    )

    def __call__(self) -> str:
        # The page names somebody: nobody keeps it.
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            # The link carries its own proof: there is no session to protect.
            alsoProvides(self.request, IDisableCSRFProtection)
            self._act()
        return self.template()

    def _act(self) -> None:
        try:
            if self.given("faire") == "quitter":
                leave(self.site, self.context, self.token)
                self.gone = True
                return
            self.__dict__["subscriber"] = choose(
                self.site, self.context, self.token, self._many("themes")
            )
            said = _("choices_kept", default="Vos préférences sont enregistrées.")
            self.notice = Notice(said, "ok")
        except DomainError as error:
            self.notice = Notice(sentence_of(error, self.request), "late")

    @property
    def token(self) -> str:
        return self.given("jeton")

    @cached_property
    def subscriber(self) -> Any:
        return read_choices(self.site, self.context, self.token)

    @property
    def identity(self) -> str:
        return "" if self.gone else f"{self.context.title} · {self.subscriber.address}"

    @property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @property
    def field(self) -> Field | None:
        """The themes, None where there is nothing to choose."""
        found = topics(self.context)
        if not found:
            return None
        return themes_field(found, self.subscriber.wishes.get("topics", ()))

    def given(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found[:200] if isinstance(found, str) else ""

    def _many(self, name: str) -> list[str]:
        found = self.request.form.get(name, [])
        known = found if isinstance(found, list | tuple) else [found]
        return [one for one in known if isinstance(one, str)]


class OwnData(BrowserView):
    """``<newsletter>/mes-donnees?jeton=``: all that is kept of who holds the link."""

    def __call__(self) -> bytes:
        token = self.request.form.get("jeton", "")
        made = own_data(
            api.portal.get(), self.context, token if isinstance(token, str) else ""
        )
        return give_out(self.request.response, made)
