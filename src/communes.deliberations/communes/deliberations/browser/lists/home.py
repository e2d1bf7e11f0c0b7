"""The first page of the deliberations: each assembly, its next meeting, what waits."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import CounterCard
from communes.deliberations.api import reading
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.api.meeting import meetings
from communes.deliberations.browser import words
from communes.deliberations.browser.dashboard.counters import counters
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.i18n import _
from communes.deliberations.permissions import ADD_ITEM
from communes.deliberations.permissions import ADD_MEETING
from communes.deliberations.permissions import MANAGE_ASSEMBLY
from datetime import datetime
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SHOWN = 4


class Home(BrowserView):
    """``/deliberations``."""

    template = ViewPageTemplateFile("home.pt")
    page_title = _("deliberations", default="Délibérations")
    caption = _("meetings", default="Séances")
    empty_title = _("meetings_none", default="Aucune séance.")
    empty_text = _("meetings_next_text", default="La prochaine séance apparaîtra ici.")
    wants_patterns = False

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def counters(self) -> list[CounterCard]:
        """What waits for the person, over all assemblies."""
        return [one for one in counters(api.portal.get()) if one.count]

    @cached_property
    def assemblies(self) -> list[dict]:
        """Each assembly the person may see."""
        return [self._assembly(one) for one in assemblies(api.portal.get())]

    def _assembly(self, one: object) -> dict:
        url = one.absolute_url()
        rows = meetings(one)
        open_ones = [row for row in rows if row.state != MeetingState.CLOSED]
        shown = open_ones[-SHOWN:] or rows[-1:]
        actions = [
            Action(_("items", default="Points"), url, small=True),
            Action(_("meetings", default="Séances"), f"{url}/seances", small=True),
            Action(_("register", default="Registre"), f"{url}/registre", small=True),
        ]
        if reading.may_do(ADD_ITEM, one):
            title = _("new_item", default="Nouveau point")
            actions.append(Action(title, f"{url}/nouveau-point", small=True))
        if reading.may_do(ADD_MEETING, one):
            title = _("new_meeting", default="Nouvelle séance")
            actions.append(Action(title, f"{url}/nouvelle-seance", small=True))
        if reading.may_do(MANAGE_ASSEMBLY, one):
            title = _("assembly_settings", default="Réglages")
            actions.append(Action(title, f"{url}/configuration", small=True))
        return {
            "title": one.title,
            "actions": actions,
            "meetings": [self._meeting(row) for row in reversed(shown)],
        }

    def _meeting(self, row: object) -> dict:
        return {
            "title": words.capital(words.day_and_hour(row.date)),
            "url": self.request.physicalPathToURL(row.path),
            "tag": words.meeting_tag(row.state),
            "to_come": row.date >= datetime.now(),
        }
