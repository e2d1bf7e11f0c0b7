"""The page every view is poured into: ours, for requests of our layer."""

from Products.CMFPlone.browser.interfaces import IMainTemplate
from Products.CMFPlone.browser.main_template import MainTemplate as PloneMainTemplate
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


@implementer(IMainTemplate)
class MainTemplate(PloneMainTemplate):
    """Render the shell and keep Diazo away from what it made.

    The header is set here and not in the registry: a site from which the kit is
    uninstalled finds its own theme untouched.
    """

    main_template = ViewPageTemplateFile("templates/main_template.pt")
    ajax_template = ViewPageTemplateFile("templates/ajax_main_template.pt")

    @property
    def macros(self):
        """The macros of the page, or of the fragment a script asked for."""
        self.request.response.setHeader("X-Theme-Disabled", "1")
        return super().macros
