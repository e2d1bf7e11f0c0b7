"""What the pages of the exchange call things, and how one goes from one to another."""

from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import hour
from communes.core.parts.domain.writing import short_date
from communes.exchange.i18n import _
from communes.exchange.letters.api import count
from communes.exchange.letters.domain import Direction
from datetime import date
from datetime import datetime
from typing import Any


PRODUCT = _("product_name", default="Échanges")
PAGES = (
    ("echanges", _("direction_out", default="Envoyés")),
    ("echanges?sens=recus", _("direction_in", default="Reçus")),
    ("echanges-correspondants", _("page_peers", default="Correspondants")),
    ("echanges-messages", _("page_messages", default="Catalogue des messages")),
    ("echanges-sources", _("page_sources", default="Sources authentiques")),
)
TABS_LABEL = _("pages_label", default="Pages des échanges")
STATES = {
    "waiting": Tag(_("state_waiting", default="En attente"), "wait"),
    "refused": Tag(_("state_refused", default="Refusé"), "late"),
    "done": Tag(_("state_done", default="Fait"), "ok"),
    "dropped": Tag(_("state_dropped", default="Abandonné"), "off"),
}


def tabs(site: Any, current: str) -> list[Tab]:
    """Return the pages of the exchange, the present one marked."""
    base = site.absolute_url()
    counts = {
        "echanges": count(site, Direction.OUT),
        "echanges?sens=recus": count(site, Direction.IN),
    }
    return [
        Tab(title, f"{base}/@@{name}", name == current, str(counts.get(name) or ""))
        for name, title in PAGES
    ]


def trail(site: Any, *more: Crumb) -> list[Crumb]:
    """Return the places above a page of the exchange."""
    return [Crumb(PRODUCT, f"{site.absolute_url()}/@@echanges"), *more]


def moment(seconds: float) -> str:
    """Return a moment as Belgians write it, with its time; empty when there is none."""
    if not seconds:
        return ""
    found = datetime.fromtimestamp(seconds)
    return f"{short_date(found.date(), date.today())} à {hour(found)}"
