"""What pages of events say: kinds, statuses, places, categories by their titles."""

from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import short_date
from communes.core.parts.domain.writing import WEEKDAYS
from communes.web.api.happenings import Row
from communes.web.api.pictures import may_write
from communes.web.api.proposals import proposer_of
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.event import EventStatus
from communes.web.domain.agenda.occurrences import Occurrence
from communes.web.domain.agenda.wording import recurrence_in_words
from communes.web.domain.agenda.wording import when_in_words
from communes.web.domain.formats import schema_org
from communes.web.i18n import _
from plone import api
from typing import Any
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


_STATUS_TAGS = {
    EventStatus.POSTPONED: Tag(_("status_postponed", default="Reporté"), "wait"),
    EventStatus.CANCELLED: Tag(_("status_cancelled", default="Annulé"), "late"),
}


def titles(vocabulary: str) -> dict[str, str]:
    """Return id -> title of one of the lists of the site."""
    factory = getUtility(IVocabularyFactory, name=f"communes.web.{vocabulary}")
    return {term.value: term.title for term in factory(api.portal.get())}


def tags_of(event: Event) -> list[Tag]:
    """Return what is to be known at a glance: cancelled, free, accessible."""
    found = [_STATUS_TAGS[event.status]] if event.status in _STATUS_TAGS else []
    if event.free:
        found.append(Tag(_("label_free", default="Gratuit"), "ok"))
    if event.wheelchair:
        found.append(Tag(_("label_wheelchair", default="Accessible aux PMR"), "info"))
    return found


def again_of(event: Event) -> str:
    """Return how it comes back, as a sentence begins; empty when it does not."""
    said = recurrence_in_words(event)
    return said[:1].upper() + said[1:]


def where_of(event: Event) -> str:
    """Return where it takes place, on one line."""
    parts = [part for part in (event.location, event.address.line) if part]
    if event.online_url:
        parts.append("en ligne")
    return ", ".join(parts)


def leaf_of(one: Occurrence) -> dict[str, str]:
    """Return the leaf of a calendar: weekday, day, month."""
    day = one.start.date()
    return {
        "weekday": WEEKDAYS[day.weekday()][:3],
        "day": str(one.start.day),
        "month": short_date(day, day).rpartition(" ")[2],
    }


def said_of(row: Row, shown: Any) -> dict[str, Any]:
    """Return one line of a list of events.

    :param shown: how its picture is shown, None without one.
    """
    event = row.time.event
    return {
        "title": event.title,
        "url": row.listed.url,
        "leaf": leaf_of(row.time),
        "when": when_in_words(row.time),
        "again": again_of(event),
        "where": where_of(event),
        "text": event.description,
        "tags": tags_of(event),
        "picture": shown,
    }


def ld_script(node: schema_org.Node) -> str:
    """Return a node of schema.org as the element of a page's head."""
    return f'<script type="application/ld+json">{schema_org.script(node)}</script>'


def proposer_facts(obj: Any) -> list[Fact]:
    """Return who proposed a content, to those who moderate it; nothing to others."""
    found = proposer_of(obj) if may_write(obj) else None
    if found is None:
        return []
    term = _("label_proposer", default="Proposé par")
    return [Fact(term, f"{found.name}, {found.mail}", f"mailto:{found.mail}")]
