"""``/alertes.json`` and ``/alertes.rss``: for an app, a screen or a feed reader."""

from communes.core.public.page import PublicPage
from communes.web.api.alerts import alerts_change_at
from communes.web.api.alerts import alerts_now
from communes.web.domain.alert import Alert
from communes.web.domain.formats.alerts import alerts_json
from communes.web.domain.formats.alerts import alerts_rss
from datetime import datetime
from datetime import UTC


class AlertsJson(PublicPage):
    """What is said now, as JSON; kept no longer than it is true."""

    content_type = "application/json; charset=utf-8"

    def __init__(self, context: object, request: object) -> None:
        super().__init__(context, request)
        self.now = datetime.now(UTC)
        change = alerts_change_at(self.now)
        if change is not None:
            left = int((change - self.now).total_seconds())
            self.kept_seconds = max(0, min(self.kept_seconds, left))

    @property
    def depends_on(self) -> tuple[object, ...]:
        """What is said depends on the moment too."""
        return (*super().depends_on, *(one.id for one in self.alerts))

    @property
    def alerts(self) -> tuple[Alert, ...]:
        """What is said now, everywhere and in branches."""
        return alerts_now(self.now)

    def template(self) -> bytes:
        """Return the messages in their format."""
        response = self.request.response
        response.setHeader("Content-Type", self.content_type)
        response.setHeader("Access-Control-Allow-Origin", "*")
        return self.written()

    def written(self) -> bytes:
        """Return the messages as JSON."""
        return alerts_json(self.alerts, self.site_url)


class AlertsRss(AlertsJson):
    """The same as RSS 2.0."""

    content_type = "application/rss+xml; charset=utf-8"

    def written(self) -> bytes:
        """Return the messages as RSS."""
        return alerts_rss(self.alerts, self.site_url, self.site.title, self.now)
