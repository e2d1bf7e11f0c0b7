"""The frame of the website: its menu, search, alerts, state of the desk and foot."""

from collections.abc import Sequence
from communes.core.public.interfaces import Alert
from communes.core.public.interfaces import Column
from communes.core.public.interfaces import Frame
from communes.core.public.interfaces import IPublicFrame
from communes.core.public.interfaces import Line
from communes.core.public.interfaces import SearchBox
from communes.core.public.interfaces import Validity
from communes.core.shell.interfaces import Entry
from communes.core.shell.rail import Shell
from communes.web.api.address import site_named
from communes.web.api.alerts import alerts_above
from communes.web.api.alerts import alerts_change_at
from communes.web.api.menus import Branch
from communes.web.api.menus import branch
from communes.web.api.reception import foot_pages
from communes.web.api.reception import newsletters
from communes.web.api.reception import reception
from communes.web.browser.agenda.words import ld_script
from communes.web.browser.frame.contact import contact_column
from communes.web.browser.frame.contact import hours_column
from communes.web.browser.frame.contact import state_of
from communes.web.browser.menus.entries import entries
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.formats import schema_org
from communes.web.domain.formats.website import website
from communes.web.domain.list_tags import FRAME
from communes.web.domain.schedule.opening import last_change
from communes.web.domain.schedule.opening import next_change
from communes.web.i18n import _
from communes.web.interfaces import IWebLayer
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from plone import api
from typing import Any
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import Interface


_KINDS = {"urgent": "late", "warning": "wait", "info": "info"}


@implementer(IPublicFrame)
@adapter(Interface, IWebLayer)
class WebFrame:
    """See ``IPublicFrame``; in a sub-site its own menu, name and colours."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request
        self.site = api.portal.get()
        self.url = self.site.absolute_url()
        self.now = datetime.now(BRUSSELS)

    @cached_property
    def desk(self) -> Any | None:
        """The administration as the directory knows it."""
        return reception(self.site)

    def frame(self, usual: Frame) -> Frame:
        """See ``IPublicFrame``."""
        around = branch(self.context)
        desk = self.desk
        return replace(
            usual,
            name=around.title if around else usual.name,
            home=around.url if around else usual.home,
            logo=(around.logo if around else "") or usual.logo,
            menu=self._menu(usual, around),
            search=self._search(),
            state=state_of(desk.record, self.now) if desk else None,
            alerts=self._alerts(),
            columns=self._columns(),
            links=tuple(Entry(one.title, one.url) for one in foot_pages(self.site)),
            styles=_styles(around),
        )

    def validity(self) -> Validity:
        """See ``IPublicFrame``."""
        hours = self.desk.record.hours if self.desk else None
        opens = next_change(hours, self.now) if hours else None
        changes = [one for one in (opens, alerts_change_at(self.now)) if one]
        left = [int((one - self.now).total_seconds()) for one in changes]
        marks = [one.id for one in alerts_above(self.context, self.now)]
        since = last_change(hours, self.now) if hours else None
        tags = (FRAME, *([self.desk.uid] if self.desk else []))
        return Validity(min(left, default=None), f"{since} {marks}", tags)

    def linked_data(self, view: Any) -> Sequence[str]:
        """See ``IPublicFrame``: the way to the page; on the first one, the site."""
        trail = [
            (str(one.title), one.url) for one in getattr(view, "trail", ()) if one.url
        ]
        title = getattr(view, "page_title", "")
        if not trail or not title:
            known = site_named()
            return [ld_script(website(known, self._search().url))]
        here = (translate(title, context=self.request), self.request.get("ACTUAL_URL"))
        return [ld_script(schema_org.breadcrumbs((*trail, here)))]

    def _menu(self, usual: Frame, around: Branch | None) -> tuple[Entry, ...]:
        """Return the branches; what other solutions bring stands under one word."""
        here = str(self.request.get("ACTUAL_URL", "")).rstrip("/")
        ours = tuple(entries(self.context if around else self.site, here))
        if around:
            return ours
        known = {one.url for one in ours}
        others = tuple(one for one in usual.menu if one.url not in known)
        if len(others) < 2:
            return (*ours, *others)
        title = _("menu_decisions", default="Décisions")
        is_here = any(one.current for one in others)
        return (*ours, Entry(title, others[0].url, current=is_here, children=others))

    def _search(self) -> SearchBox:
        return SearchBox(
            f"{self.url}/chercher",
            _("frame_search", default="Chercher sur le site"),
            _("frame_search_example", default="carte d'identité, poubelles…"),
            Shell(self.site, self.request).suggestions,
        )

    def _alerts(self) -> tuple[Alert, ...]:
        return tuple(
            Alert(one.id, _KINDS[one.level], one.title, one.text, one.link,
                  one.closable)
            for one in alerts_above(self.context, self.now)
        )  # fmt: skip

    def _columns(self) -> tuple[Column, ...]:
        follow = Column(
            _("foot_follow", default="Suivre la commune"),
            (
                *(Line(one.title, one.url) for one in newsletters()),
                Line(
                    _("foot_open_data", default="Données ouvertes"),
                    f"{self.url}/donnees-du-site",
                ),
                Line(
                    _("foot_plan", default="Plan du site"), f"{self.url}/plan-du-site"
                ),
            ),
        )
        if self.desk is None:
            return (follow,)
        entry = self.desk.record
        return (
            contact_column(entry, self.desk.url),
            hours_column(entry, self.now),
            follow,
        )


def _styles(around: Branch | None) -> tuple[str, ...]:
    if around is None or not around.colour:
        return ()
    return (f"{around.url}/couleurs.css?v={around.colour.lstrip('#')}",)
