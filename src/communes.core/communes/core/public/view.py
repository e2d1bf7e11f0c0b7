"""``@@public-frame``: head, foot and description of every page for citizens."""

from collections.abc import Sequence
from communes.core.public.api import frame_maker
from communes.core.public.interfaces import Frame
from communes.core.shell.rail import Shell
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class PublicFrame(BrowserView):
    """The words around a page; a solution says more by an ``IPublicFrame``."""

    template = ViewPageTemplateFile("frame.pt")

    @property
    def macros(self) -> Any:
        return self.template.macros

    @cached_property
    def maker(self) -> Any:
        return frame_maker(self.context, self.request)

    @cached_property
    def shown(self) -> Frame:
        """The frame of this page."""
        shell = Shell(self.context, self.request)
        name = shell.looks.name
        usual = Frame(name, shell.site_url, shell.logo_url, tuple(shell.public))
        return usual if self.maker is None else self.maker.frame(usual)

    @property
    def login_url(self) -> str:
        return f"{api.portal.get().absolute_url()}/login"

    @property
    def address(self) -> str:
        """The one address of this page: without what only sorts or narrows it."""
        return str(self.request.get("ACTUAL_URL", "")).rstrip("/")

    def linked_data(self, view: Any) -> Sequence[str]:
        """Return the scripts of JSON-LD of a page: its own and the site's."""
        found = [] if self.maker is None else list(self.maker.linked_data(view))
        return [*found, *getattr(view, "linked_data", ())]
