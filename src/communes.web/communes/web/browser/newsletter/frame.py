"""What surrounds the pages of who keeps a newsletter."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.web.api.newsletters import subscriber_counts
from communes.web.browser.editing.offers import state_tags
from communes.web.browser.newsletter.counting import subscribers_word
from communes.web.browser.pages.keeper_page import KeeperPage
from communes.web.i18n import _
from functools import cached_property
from typing import Any


TABS = {
    "gestion": _("tab_issues", default="Numéros"),
    "abonnes": _("tab_subscribers", default="Abonnés"),
    "reglages": _("tab_settings", default="Réglages"),
}


def newsletters_crumb(site: Any) -> Crumb:
    """Return the step of a trail that all newsletters of a site stand below."""
    title = _("newsletters", default="Lettres d'information")
    return Crumb(title, f"{site.absolute_url()}/newsletters")


class Keeping(KeeperPage):
    """Base: set ``tab`` and ``template``."""

    tab = ""
    tabs_label = _("newsletter_tabs", default="La lettre")

    @property
    def trail(self) -> list[Crumb]:
        return [newsletters_crumb(self.site)]

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
