"""What a person reads when a page does not exist, is closed or broke."""

from AccessControl.SecurityManagement import newSecurityManager
from communes.core.i18n import _
from communes.core.shell.rail import audience
from plone import api
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from Products.CMFPlone.browser.exceptions import ExceptionView
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


_WORDS = {
    "NotFound": (
        404,
        _("error_404_title", default="Cette page n'existe pas"),
        _(
            "error_404_text",
            default="L'adresse est peut-être incomplète, ou le dossier a été déplacé. "
            "Cherchez-le par son titre ou sa référence.",
        ),
    ),
    "Unauthorized": (
        403,
        _("error_403_title", default="Vous n'avez pas accès à cette page"),
        _(
            "error_403_text",
            default="Votre compte n'a pas le droit de l'ouvrir. Si vous en avez besoin "
            "pour votre travail, demandez-le à votre chef de service.",
        ),
    ),
}
_WORDS["Forbidden"] = _WORDS["Unauthorized"]
_BROKEN = (
    500,
    _("error_500_title", default="Cette page n'a pas pu s'afficher"),
    _(
        "error_500_text",
        default="L'erreur est notée au journal du serveur. Rien n'a été enregistré. "
        "Recommencez ; si cela revient, signalez l'heure et l'adresse de la page.",
    ),
)


class ErrorPage(ExceptionView):
    """The error page of our layer; what broke stays in the server's log."""

    index = ViewPageTemplateFile("templates/error.pt")
    wants_patterns = False

    def __call__(self):
        if IAPIRequest.providedBy(self.request):
            # A program is told by status and JSON, never sent to a login page.
            return ErrorHandling(self.context, self.request)()
        self._recognise()
        if api.user.is_anonymous() and audience() == "agents":
            return self._to_the_login()
        name = self.context.__class__.__name__
        self.code, self.page_title, self.text = _WORDS.get(name, _BROKEN)
        self.request.response.setHeader("Content-Type", "text/html; charset=utf-8")
        return super().__call__()

    @property
    def identity(self) -> str:
        """The code of the error, for whoever reports it."""
        return _("error_code", default="Erreur ${code}", mapping={"code": self.code})

    def _recognise(self) -> None:
        """Find out who asks: a path that leads nowhere is left before the login.

        The publisher authenticates at the object it found; it found none. The site
        root stands in for it, with the roles everybody has there.
        """
        if not api.user.is_anonymous():
            return
        site = api.portal.get()
        published = self.request.get("PUBLISHED")
        self.request["PUBLISHED"] = site
        user = site.acl_users.validate(self.request)
        self.request["PUBLISHED"] = published
        if user is not None:
            newSecurityManager(self.request, user.__of__(site.acl_users))

    def _to_the_login(self) -> str:
        """Say to a stranger neither what exists nor what does not."""
        login = f"{api.portal.get().absolute_url()}/login"
        asked = self.request.get("ACTUAL_URL", "")
        address = f"{login}?{urlencode({'came_from': asked})}"
        self.request.response.redirect(address, lock=True)
        return ""


class NoAccess(BrowserView):
    """Where Plone sends who is logged in and has no right to what was asked."""

    index = ViewPageTemplateFile("templates/error.pt")
    identity = ErrorPage.identity
    wants_patterns = False

    def __call__(self) -> str:
        self.code, self.page_title, self.text = _WORDS["Unauthorized"]
        self.request.response.setStatus(self.code)
        return self.index()
