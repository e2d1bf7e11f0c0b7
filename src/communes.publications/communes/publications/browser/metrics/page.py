"""``@@publications-metrics``: text of Prometheus."""

from communes.core.metrics.page import MetricsPage
from communes.publications.api.status import measured
from communes.publications.domain.status import to_text
from communes.publications.permissions import VIEW_STATUS


class PublicationsMetrics(MetricsPage):
    """What is planned, late or waits."""

    permission = VIEW_STATUS

    def text(self) -> str:
        """Return the samples of the portal."""
        return to_text(measured(self.context))
