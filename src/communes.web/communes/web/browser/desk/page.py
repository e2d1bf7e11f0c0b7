"""``/web-bureau``: what a webmaster has to do, and where everything begins."""

from communes.core.access.permission import may
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import CounterCard
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import short_date
from communes.core.public.page import PublicPage
from communes.web.api.contents import kinds_here
from communes.web.api.desk import drafts
from communes.web.api.desk import own_branches
from communes.web.api.desk import planned
from communes.web.api.desk import proposed
from communes.web.api.desk import takes_part
from communes.web.api.desk import Waiting
from communes.web.checks.api import count
from communes.web.domain.clock import BRUSSELS
from communes.web.i18n import _
from communes.web.permissions import MANAGE_SITE
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import Unauthorized


#: Pages of who manages the site.
TOOLS = {
    "redirections": _("desk_redirects", default="Redirections"),
    "reprise": _("desk_takeover", default="Reprendre un site"),
}


@dataclass(frozen=True)
class Pile:
    """What waits in one way: its rows, and the words when there are none."""

    id: str
    title: str
    rows: list[dict[str, Any]]
    empty_title: str
    empty_text: str


class Desk(PublicPage):
    """What is proposed first, then what is planned, then one's own drafts."""

    template = ViewPageTemplateFile("templates/desk.pt")
    page_title = _("desk_title", default="Bureau du site web")

    def __call__(self) -> str:
        if not takes_part(self.site):
            raise Unauthorized("web-bureau")
        return super().__call__()

    @property
    def trail(self) -> list[Any]:
        return []

    @property
    def actions(self) -> list[Action]:
        """What one may begin at the root of the site."""
        found = [Action(_("desk_site", default="Voir le site"), self.site_url)]
        if kinds_here(self.site):
            title = _("desk_add", default="Ajouter")
            url = f"{self.site_url}/ajouter"
            found.insert(0, Action(title, url, primary=True))
        shares = _("desk_shares", default="Partages")
        found.append(Action(shares, f"{self.site_url}/partages"))
        if may(MANAGE_SITE, self.site):
            for name, title in TOOLS.items():
                found.append(Action(title, f"{self.site_url}/{name}"))
        return found

    @cached_property
    def counters(self) -> list[CounterCard]:
        """How much there is of each, and what is to be mended."""
        found = [
            CounterCard(len(one.rows), one.title, f"#{one.id}") for one in self.piles
        ]
        mend = _("desk_corrections", default="Corrections à faire")
        url = f"{self.site_url}/mes-corrections"
        return [*found, CounterCard(count(self.site), mend, url, late=True)]

    @cached_property
    def piles(self) -> list[Pile]:
        """What waits, in the order it is looked at."""
        return [
            Pile(
                "proposes",
                _("desk_proposed", default="Proposés à la publication"),
                [self._row(one) for one in proposed(self.site)],
                _("desk_proposed_none", default="Rien n'attend votre décision."),
                _(
                    "desk_proposed_text",
                    default="Ce que les contributeurs proposent apparaît ici.",
                ),
            ),
            Pile(
                "prevus",
                _("desk_planned", default="Prévus"),
                [self._row(one) for one in planned(self.site)],
                _("desk_planned_none", default="Aucune publication n'est prévue."),
                _(
                    "desk_planned_text",
                    default="« Planifier », sur une page, la publie à son heure.",
                ),
            ),
            Pile(
                "brouillons",
                _("desk_drafts", default="Mes brouillons"),
                [self._row(one) for one in drafts()],
                _("desk_drafts_none", default="Vous n'avez aucun brouillon."),
                _(
                    "desk_drafts_text",
                    default="Ce que vous commencez sans le publier reste ici.",
                ),
            ),
        ]

    @property
    def branches(self) -> list[tuple[str, str]]:
        """The branches the person writes: title and address."""
        return [(one.Title, one.getURL()) for one in own_branches(self.site)]

    def _row(self, one: Waiting) -> dict[str, Any]:
        today = datetime.now(BRUSSELS).date()
        day = short_date(one.when.date(), today)
        tag = None
        if one.step:
            words = {
                "publish": _("desk_publishes", default="Publication"),
                "archive": _("desk_archives", default="Archivage"),
            }
            tag = Tag(words[one.step], "info")
            day = f"{day}, {one.when:%H:%M}"
        return {
            "title": one.title,
            "url": one.url,
            "kind": one.kind,
            "when": day,
            "by": one.by,
            "tag": tag,
        }
