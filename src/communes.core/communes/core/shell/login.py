"""The way in: Plone's login form, on our page."""

from communes.core.i18n import _
from Products.CMFPlone.browser.login.login import LoginForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Login(LoginForm):
    """Ask name and password; an account comes from the commune, never from here."""

    index = ViewPageTemplateFile("templates/login.pt")
    page_title = _("login_title", default="Connexion")
    label = _("login_title", default="Connexion")
    wants_patterns = False
    help_text = ""

    def updateWidgets(self):  # noqa: N802
        """Keep the name that was typed when the password was wrong."""
        super().updateWidgets()
        name = self.widgets["ac_name"]
        typed = self.request.form.get(name.name, "")
        name.value = typed if isinstance(typed, str) else ""
