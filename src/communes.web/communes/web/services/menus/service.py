"""``@web-menus`` and ``@web-alerts``: the ways through the site, and what is urgent."""

from communes.web.api.alerts import alerts_now
from communes.web.api.contents import by_uid
from communes.web.api.menus import Line
from communes.web.api.menus import menu
from communes.web.domain.formats.alerts import alert_json
from communes.web.services.naming import Named
from datetime import datetime
from datetime import UTC
from plone.restapi.services import Service
from typing import Any


class MenusGet(Named):
    """The menu of the site, or with a UID that of the sub-site a content is in."""

    def reply(self) -> dict[str, Any]:
        where = by_uid(self.uid) if self.uid else self.context
        name = f"@web-menus/{self.uid}" if self.uid else "@web-menus"
        return {
            "@id": f"{self.context.absolute_url()}/{name}",
            "items": [_line(one) for one in menu(where)],
        }


class AlertsGet(Service):
    """What is said now, everywhere and in branches."""

    def reply(self) -> dict[str, Any]:
        url = self.context.absolute_url()
        found = alerts_now(datetime.now(UTC))
        return {
            "@id": f"{url}/@web-alerts",
            "items": [alert_json(one, url) for one in found],
        }


def _line(line: Line) -> dict[str, Any]:
    return {
        "id": line.uid,
        "title": line.title,
        "page": line.url,
        "items": [_line(one) for one in line.children],
    }
