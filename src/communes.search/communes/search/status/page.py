"""``@@search-status`` for people and ``@@search-metrics`` for Prometheus."""

from AccessControl import getSecurityManager
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Notice
from communes.core.shell.interfaces import ISealed
from communes.search.i18n import _
from communes.search.reindexing.domain import Progress
from communes.search.status import wording
from communes.search.status.api import status
from communes.search.status.domain import Dead
from communes.search.status.domain import Status
from communes.search.status.metrics import to_text
from communes.search.status.permissions import VIEW_STATUS
from functools import cached_property
import hmac
import os
from Products.Five.browser import BrowserView
from zExceptions import Unauthorized
from zope.interface import implementer


TOKEN_VARIABLE = "COMMUNES_METRICS_TOKEN"  # noqa: S105 - its name, not itself
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class StatusPage(BrowserView):
    """Say what is to be looked at first, then every number."""

    page_title = _("status_title", default="État de la recherche")
    index_title = _("status_index", default="Index")
    writing_title = _("status_writing", default="En route vers l'index")
    drift_title = _("status_drift_title", default="Écarts avec la base")
    dead_title = _("status_dead_title", default="Changements abandonnés")
    files_title = _("status_files", default="Fichiers lus (toute la maison)")
    reindex_label = _("status_reindex", default="Réindexation en cours")
    wants_patterns = False

    @cached_property
    def status(self) -> Status:
        return status(self.context)

    @property
    def notices(self) -> list[Notice]:
        return wording.notices(self.status)

    @property
    def groups(self) -> list[tuple[str, list[Fact]]]:
        """The numbers, in cards."""
        return [
            (self.index_title, wording.index_facts(self.status)),
            (self.writing_title, wording.writing_facts(self.status)),
            (self.drift_title, wording.drift_facts(self.status)),
            (self.files_title, wording.file_facts(self.status)),
        ]

    @property
    def dead(self) -> tuple[Dead, ...]:
        return self.status.dead

    @property
    def reindex(self) -> Progress | None:
        return self.status.reindex


@implementer(ISealed)
class MetricsPage(BrowserView):
    """Answer a Prometheus that shows the token of the machine, or an operator.

    Without ``COMMUNES_METRICS_TOKEN`` in the environment no token opens it.
    """

    def __call__(self) -> str:
        if not (self._has_token() or self._may_view()):
            raise Unauthorized("search-metrics")
        self.request.response.setHeader("Content-Type", CONTENT_TYPE)
        self.request.response.setHeader("Cache-Control", "no-store")
        return to_text(status(self.context))

    def _has_token(self) -> bool:
        wanted = os.environ.get(TOKEN_VARIABLE, "")
        # The publisher keeps what it reads as a password out of the headers.
        given = self.request._auth or ""
        kind, _blank, token = given.partition(" ")
        if not wanted or kind.lower() != "bearer":
            return False
        return hmac.compare_digest(token.strip().encode(), wanted.encode())

    def _may_view(self) -> bool:
        return bool(getSecurityManager().checkPermission(VIEW_STATUS, self.context))
