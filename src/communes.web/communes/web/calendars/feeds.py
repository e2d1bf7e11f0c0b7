"""Feeds of others (RSS 2.0, Atom) as values of our news."""

from communes.core.formats.domain.plain import plain
from communes.web.domain.taken import CalendarUnreadable
from communes.web.domain.taken import MOST_THINGS
from communes.web.domain.taken import NothingToShow
from communes.web.domain.taken import refuse_weight
from communes.web.domain.taken import Taken
from datetime import datetime
from datetime import UTC
from email.utils import parsedate_to_datetime
from lxml import etree
from typing import Any


_KIND = "un fil RSS ou Atom"
_LONGEST_LINK = 500
_ATOM = "{http://www.w3.org/2005/Atom}"


def read_feed(data: bytes) -> list[Taken]:
    """Return the news of a feed; each that can not be taken says why.

    :raises CalendarUnreadable: it is no feed, is too large, or declares entities.
    """
    refuse_weight(data, _KIND)
    root = _root(data)
    rows = root.findall("./channel/item") or root.findall(f"./{_ATOM}entry")
    if root.tag not in ("rss", f"{_ATOM}feed"):
        raise _unreadable(f"il commence par « {str(root.tag)[:40]} »")
    if len(rows) > MOST_THINGS:
        raise _unreadable(f"il a plus de {MOST_THINGS} articles")
    return [_taken(number, one) for number, one in enumerate(rows, 1)]


def _root(data: bytes) -> Any:
    """Read XML that asks for nothing outside of itself and unfolds to nothing more."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _unreadable("il déclare des entités")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _unreadable("ce n'est pas du XML entier") from error


def _taken(number: int, one: Any) -> Taken:
    atom = one.tag.startswith(_ATOM)
    title = plain(_text(one, "title", atom)).strip()[:255]
    link = _link(one, atom)
    key = _text(one, "id" if atom else "guid", atom) or link
    if not title or not key:
        missing = "titre" if not title else "identifiant"
        reason = NothingToShow(name=title or "?", missing=missing).reason
        return Taken(number, key, title or key[:80], {}, reason)
    summary = _text(one, "summary" if atom else "description", atom)
    values = {
        "title": title,
        "description": plain(summary).strip()[:600],
        "link": link,
        "published_on": _moment(one, atom),
    }
    return Taken(number, key, title, values)


def _text(one: Any, name: str, atom: bool) -> str:
    found = one.find(f"{_ATOM}{name}" if atom else name)
    return "" if found is None else "".join(found.itertext()).strip()


def _link(one: Any, atom: bool) -> str:
    if not atom:
        found = _text(one, "link", atom)
    else:
        rows = one.findall(f"{_ATOM}link")
        usual = (row for row in rows if row.get("rel", "alternate") == "alternate")
        found = next((row.get("href", "") for row in usual), "")
    fine = found.startswith(("https://", "http://")) and len(found) <= _LONGEST_LINK
    return found if fine and not set(found) & set(' <>"') else ""


def _moment(one: Any, atom: bool) -> datetime | None:
    names = ("published", "updated") if atom else ("pubDate",)
    text = next((found for name in names if (found := _text(one, name, atom))), "")
    try:
        found = datetime.fromisoformat(text) if atom else parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _unreadable(problem: str) -> CalendarUnreadable:
    return CalendarUnreadable(field="file", kind=_KIND, problem=problem)
