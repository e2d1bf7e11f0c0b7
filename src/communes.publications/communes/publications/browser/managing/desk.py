"""``@@gestion``: the institutions one works for, and what waits in each."""

from communes.core.dashboards.blocks import Block
from communes.core.dashboards.blocks import Task
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import CounterCard
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import date_in_words
from communes.publications.api import managing
from communes.publications.api import publication
from communes.publications.api import register
from communes.publications.browser.publication.words import state_tag
from communes.publications.i18n import _
from dataclasses import dataclass
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import Unauthorized


class Desk(BrowserView):
    """One card an institution: meetings and texts that wait, its public page."""

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

    texts_title = _("desk_texts", default="Règlements et avis en préparation")

    @cached_property
    def institutions(self) -> list[dict]:
        site = api.portal.get()
        looks, writes = managing.managed(site), publication.written_for(site)
        managed, written = ({one.getId() for one in some} for some in (looks, writes))
        found = {one.getId(): one for one in (*looks, *writes)}
        return [
            self._card(one, id in managed, id in written) for id, one in found.items()
        ]

    def _card(self, institution: Any, looks: bool, writes: bool) -> dict:
        meetings = managing.waiting(institution) if looks else []
        texts = register.drafts(institution) if writes else []
        return {
            "title": institution.title,
            "actions": _actions(institution, writes),
            "looks": looks,
            "rows": [row_of(meeting) for meeting in meetings],
            "texts": [text_of(brain) for brain in texts],
        }


def _actions(institution: Any, writes: bool) -> list[Action]:
    url = institution.absolute_url()
    public = _("desk_public", default="Voir la page publique")
    found = [Action(public, url, small=True)]
    if managing.may_set(institution):
        title = _("desk_settings", default="Régler")
        found.append(Action(title, f"{url}/reglages", small=True))
    if writes:
        title = _("publication_new", default="Nouvelle publication")
        place = f"{url}/publications/nouvelle"
        found.append(Action(title, place, small=True, primary=True))
    return found


def text_of(brain: Any) -> dict:
    """Return the line of a regulation or notice that is not public."""
    return {
        "title": brain.Title,
        "url": brain.getURL(),
        "reference": brain.getId,
        "tag": state_tag(brain.review_state),
    }


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

    @cached_property
    def texts(self) -> list[dict]:
        return [text_of(brain) for brain in register.proposed(self.site)]

    def counters(self) -> list[CounterCard]:
        """Return how many meetings and texts wait; nothing for who has none to see."""
        url, found = f"{self.site.absolute_url()}/gestion", []
        if managing.managed(self.site):
            title = _("desk_counter", default="Séances à relire")
            found.append(CounterCard(len(self.rows), title, url))
        if self.texts:
            title = _("desk_texts_counter", default="Règlements et avis à publier")
            found.append(CounterCard(len(self.texts), title, url))
        return found

    def tasks(self) -> list[Task]:
        """Return each meeting and each text that waits."""
        rows = (*self.rows, *self.texts)
        return [Task(row["title"], row["url"], tag=row["tag"]) for row in rows]
