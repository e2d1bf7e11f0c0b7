"""The base of the pages that a Prometheus reads."""

from AccessControl import getSecurityManager
from communes.core.shell.interfaces import ISealed
import hmac
import os
from Products.Five.browser import BrowserView
from zExceptions import Unauthorized
from zope.interface import implementer


TOKEN_VARIABLE = "COMMUNES_METRICS_TOKEN"  # noqa: S105 - its name, not itself
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@implementer(ISealed)
class MetricsPage(BrowserView):
    """Answer a Prometheus that shows the token of the machine, or an operator.

    Set ``permission`` to its title and override ``text``. Without
    ``COMMUNES_METRICS_TOKEN`` in the environment no token opens it.
    """

    permission = ""

    def text(self) -> str:
        """Return the samples of the site."""
        raise NotImplementedError

    def __call__(self) -> str:
        if not (self._has_token() or self._may_view()):
            raise Unauthorized(self.__name__)
        self.request.response.setHeader("Content-Type", CONTENT_TYPE)
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.text()

    def _has_token(self) -> bool:
        wanted = os.environ.get(TOKEN_VARIABLE, "")
        # The publisher keeps what it reads as a password out of the headers.
        given = self.request._auth or ""
        kind, _blank, token = given.partition(" ")
        if not wanted or kind.lower() != "bearer":
            return False
        return hmac.compare_digest(token.strip().encode(), wanted.encode())

    def _may_view(self) -> bool:
        asked = getSecurityManager().checkPermission(self.permission, self.context)
        return bool(asked)
