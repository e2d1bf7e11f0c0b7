"""``@@gestion``: the institutions one looks after, and what waits in each."""

from communes.core.dashboards.blocks import Block
from communes.core.dashboards.blocks import Task
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import CounterCard
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import date_in_words
from communes.publications.api import managing
from communes.publications.i18n import _
from dataclasses import dataclass
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import Unauthorized


class Desk(BrowserView):
    """One card an institution: what waits, its settings, its public page."""

    template = ViewPageTemplateFile("desk.pt")
    wants_patterns = False
    page_title = _("desk_title", default="Gestion du portail")
    empty_title = _("desk_empty", default="Rien n'attend de relecture.")
    empty_text = _(
        "desk_empty_text",
        default="Ce que l'institution publie est montré dès qu'il arrive, sauf si ses "
        "réglages demandent une relecture.",
    )

    def __call__(self) -> str:
        if not self.institutions:
            raise Unauthorized("gestion")
        return self.template()

    @cached_property
    def institutions(self) -> list[dict]:
        return [self._card(one) for one in managing.managed(api.portal.get())]

    def _card(self, institution: Any) -> dict:
        url = institution.absolute_url()
        return {
            "title": institution.title,
            "actions": _actions(url, managing.may_set(institution)),
            "rows": [row_of(meeting) for meeting in managing.waiting(institution)],
        }


def _actions(url: str, sets: bool) -> list[Action]:
    public = _("desk_public", default="Voir la page publique")
    found = [Action(public, url, small=True)]
    if sets:
        title = _("desk_settings", default="Régler")
        found.append(Action(title, f"{url}/reglages", small=True))
    return found


def row_of(meeting: Any) -> dict:
    """Return the line of a meeting of which a version waits."""
    found = managing.preview(meeting)
    return {
        "title": meeting.title,
        "url": f"{meeting.absolute_url()}/reception",
        "day": date_in_words(found.after.published_at.date()),
        "new": found.before is None,
        "count": len(found.changed),
        "tag": Tag(_("desk_new", default="Nouvelle séance"), "info")
        if found.before is None
        else Tag(_("desk_changed", default="Séance déjà publiée"), "wait"),
    }


@dataclass
class WaitingBlock(Block):
    """On the dashboard of who looks after institutions: what waits there."""

    @cached_property
    def rows(self) -> list[dict]:
        found = managing.managed(self.site)
        return [row_of(one) for place in found for one in managing.waiting(place)]

    def counters(self) -> list[CounterCard]:
        """Return how many meetings wait; nothing for who looks after none."""
        if not managing.managed(self.site):
            return []
        title = _("desk_counter", default="Séances à relire")
        url = f"{self.site.absolute_url()}/gestion"
        return [CounterCard(len(self.rows), title, url)]

    def tasks(self) -> list[Task]:
        """Return each meeting that waits."""
        return [Task(row["title"], row["url"], tag=row["tag"]) for row in self.rows]
