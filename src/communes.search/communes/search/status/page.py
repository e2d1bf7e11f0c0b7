"""``@@search-status`` for people and ``@@search-metrics`` for Prometheus."""

from communes.core.metrics import page as metrics
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Notice
from communes.search.i18n import _
from communes.search.reindexing.domain import Progress
from communes.search.status import wording
from communes.search.status.api import status
from communes.search.status.domain import Dead
from communes.search.status.domain import Status
from communes.search.status.metrics import to_text
from communes.search.status.permissions import VIEW_STATUS
from functools import cached_property
from Products.Five.browser import BrowserView


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


class MetricsPage(metrics.MetricsPage):
    """``@@search-metrics``"""

    permission = VIEW_STATUS

    def text(self) -> str:
        """Return the samples of the site."""
        return to_text(status(self.context))
