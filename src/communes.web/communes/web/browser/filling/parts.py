"""``@@web-filling``: what the forms of records have in common."""

from communes.core.parts.view import Macros
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class FillingParts(BrowserView):
    """Templates take them with ``context/@@web-filling/macros/<name>``."""

    parts = ViewPageTemplateFile("parts.pt")

    @property
    def macros(self) -> Macros:
        """Every macro by its name."""
        return Macros((self.parts,))
