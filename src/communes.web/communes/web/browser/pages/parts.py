"""``@@web-parts``: the parts of the pages of the website, and their style sheet."""

from communes.core.parts.domain.values import Action
from communes.core.parts.view import Macros
from communes.web.browser.resources import resource
from communes.web.i18n import _
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class WebParts(BrowserView):
    """Templates take them with ``context/@@web-parts/macros/<name>``."""

    lists = ViewPageTemplateFile("templates/lists.pt")
    sections = ViewPageTemplateFile("templates/sections.pt")
    find_action = Action(_("find", default="Chercher"), method="submit")

    @property
    def macros(self) -> Macros:
        """Every macro by its name."""
        return Macros((self.lists, self.sections))

    @property
    def stylesheet(self) -> str:
        """The address of the styles of the website."""
        return resource("web.css")

    def size(self, octets: int) -> str:
        """Return « 340 Ko » or « 2,1 Mo »."""
        if octets < 1_000_000:
            return f"{max(1, round(octets / 1000))} Ko"
        return f"{octets / 1_000_000:.1f} Mo".replace(".", ",")
