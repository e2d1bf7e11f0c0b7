"""``@@guard``: the two boxes that a public form carries beside its own."""

from communes.core.i18n import _
from communes.core.protection.api import opened
from communes.core.protection.api import STAMP
from communes.core.protection.api import TRAP
from html import escape
from Products.Five.browser import BrowserView
from zope.i18n import translate


class Guard(BrowserView):
    """Hands the boxes to the templates of public forms."""

    def fields(self, form: str) -> str:
        """Return the markup of both boxes for a form of that name."""
        # A page with a moment in it is for one person.
        self.request.response.setHeader("Cache-Control", "private, no-store")
        leave = _("guard_trap", default="Laissez cette case vide")
        label = escape(translate(leave, context=self.request))
        return (
            f'<input type="hidden" name="{STAMP}" value="{escape(opened(form))}" />'
            '<div aria-hidden="true" style="position:absolute;left:-10000px">'
            f'<label>{label} <input type="text" name="{TRAP}" value="" tabindex="-1" '
            'autocomplete="off" /></label></div>'
        )
