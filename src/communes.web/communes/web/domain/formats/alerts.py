"""Messages of the site for an app, a screen or a reader of feeds."""

from collections.abc import Sequence
from communes.core.formats.domain.plain import for_xml
from communes.web.domain.alert import Alert
from datetime import datetime
from email.utils import format_datetime
import json
from xml.etree import ElementTree


def alerts_json(alerts: Sequence[Alert], base: str) -> bytes:
    """Return messages as ``{"items": […]}``."""
    items = [alert_json(one, base) for one in alerts]
    return json.dumps({"items": items}, ensure_ascii=False).encode()


def alert_json(one: Alert, base: str) -> dict[str, str | None]:
    """Return a message as JSON has it; moments are RFC 3339, or null."""
    return {
        "id": one.id,
        "level": one.level,
        "title": one.title,
        "text": one.text,
        "link": one.link or None,
        "place": f"{base}/{one.branch}" if one.branch else base,
        "starts": one.starts.isoformat() if one.starts else None,
        "ends": one.ends.isoformat() if one.ends else None,
    }


def alerts_rss(alerts: Sequence[Alert], base: str, name: str, now: datetime) -> bytes:
    """Return messages as RSS 2.0; what has no beginning is of ``now``."""
    rss = ElementTree.Element("rss", {"version": "2.0"})
    channel = ElementTree.SubElement(rss, "channel")
    title = f"Messages d'alerte – {name}"
    for tag, text in (("title", title), ("link", base), ("description", title)):
        ElementTree.SubElement(channel, tag).text = for_xml(text)
    ElementTree.SubElement(channel, "language").text = "fr"
    for one in alerts:
        item = ElementTree.SubElement(channel, "item")
        lines = (
            ("title", one.title),
            ("link", one.link or base),
            ("category", one.level),
            ("description", one.text),
            ("pubDate", format_datetime(one.starts or now)),
        )
        for tag, text in lines:
            ElementTree.SubElement(item, tag).text = for_xml(text)
        ElementTree.SubElement(item, "guid", {"isPermaLink": "false"}).text = one.id
    made: bytes = ElementTree.tostring(rss, encoding="utf-8", xml_declaration=True)
    return made
