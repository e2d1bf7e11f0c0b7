"""What surrounds the pages of who keeps a newsletter."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.web.api.newsletters import subscriber_counts
from communes.web.browser.editing.offers import state_tags
from communes.web.browser.newsletter.counting import subscribers_word
from communes.web.i18n import _
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from typing import Any


TABS = {
    "gestion": _("tab_issues", default="Numéros"),
    "abonnes": _("tab_subscribers", default="Abonnés"),
    "reglages": _("tab_settings", default="Réglages"),
}


class Keeping(BrowserView):
    """Base: set ``tab`` and ``template``."""

    template: Any = None
    tab = ""
    wants_patterns = False
    tabs_label = _("newsletter_tabs", default="La lettre")

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return str(self.template())

    @cached_property
    def site(self) -> Any:
        return api.portal.get()

    @property
    def page_title(self) -> str:
        return str(self.context.title)

    @property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @property
    def trail(self) -> list[Crumb]:
        title = _("newsletters", default="Lettres d'information")
        return [Crumb(title, f"{self.site.absolute_url()}/newsletters")]

    @cached_property
    def counts(self) -> dict[str, int]:
        return subscriber_counts(self.site, self.context)

    @property
    def identity(self) -> str:
        return subscribers_word(self.counts)

    @property
    def tags(self) -> list[Tag]:
        return state_tags(self.context)

    @property
    def tabs(self) -> list[Tab]:
        return [
            Tab(title, f"{self.url}/{name}", name == self.tab)
            for name, title in TABS.items()
        ]

    @property
    def actions(self) -> list[Action]:
        return [Action(_("see_public", default="Voir la page publique"), self.url)]
