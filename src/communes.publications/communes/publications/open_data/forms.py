"""Each form of an institution, an organ, a year, a meeting and a decision."""

from collections.abc import Callable
from collections.abc import Iterator
from communes.core.formats.domain.turtle import turtle
from communes.publications.domain.formats import akn
from communes.publications.domain.formats import dcat
from communes.publications.domain.formats import feeds
from communes.publications.domain.formats import oparl
from communes.publications.domain.formats import oparl_lists
from communes.publications.domain.formats import oslo
from communes.publications.domain.formats import scdl
from communes.publications.domain.formats.errors import NotOpen
from communes.publications.domain.formats.links import as_form
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.negotiation import Form
from communes.publications.domain.formats.negotiation import Kind
from communes.publications.domain.formats.oparl import Record
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.open_data.public import institution_of
from communes.publications.open_data.public import meetings
from communes.publications.open_data.public import moment_of
from communes.publications.open_data.public import moments
from communes.publications.open_data.public import publisher_of
from communes.publications.open_data.public import record_of
from communes.publications.open_data.public import shown
from communes.publications.open_data.representation import newest
from datetime import date
import json
from typing import Any


Node = dict[str, object]
#: Years before this one that a calendar tells of.
YEARS_BACK = 1
#: How many meetings a feed reads at most to be filled.
FEED_MEETINGS = 40


def as_json(node: object) -> bytes:
    """Return plain values as JSON in UTF-8."""
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).encode()


def build(obj: Any, kind: Kind, form: Form, links: Links) -> bytes:
    """Return one form of something public.

    :raises NotOpen: nothing of it is public, or not in this form.
    """
    if form in _LISTS:
        return _LISTS[form](obj, kind, links)
    if kind is Kind.DECISION:
        return _decision(obj, form, links)
    node = _NODES[kind](obj, form, links)
    return turtle(node).encode() if form is Form.TURTLE else as_json(node)


def _decision(obj: Any, form: Form, links: Links) -> bytes:
    record = _record(obj.__parent__)
    id = f"{record.meeting.id}/{obj.getId()}"
    item = next((one for one in record.meeting.public_items if one.id == id), None)
    if form is Form.JSON and id in record.dropped:
        made = oparl_lists.tombstones(
            "papers", [id], record.created, record.modified, links
        )
        return as_json(made[0])
    if item is None:
        raise NotOpen
    if form is Form.XML:
        return _akn(item, record.meeting, links)
    if form is Form.JSON:
        return as_json(oparl.oparl_paper(item, record, links))
    node = oslo.item_jsonld(item, record.meeting, links, _kind(obj))
    return turtle(node).encode() if form is Form.TURTLE else as_json(node)


def _akn(item: Item, meeting: Meeting, links: Links) -> bytes:
    if item.withdrawn or not meeting.decided:
        raise NotOpen
    return akn.decision_xml(item, meeting, links)


def _meeting(obj: Any, form: Form, links: Links) -> Node:
    record = _record(obj)
    if form is Form.JSON:
        return oparl.oparl_meeting(record, links)
    return oslo.meeting_jsonld(record.meeting, links, _kind(obj))


def _year(obj: Any, _form: Form, links: Links) -> Node:
    return oslo.meetings_jsonld(each_shown(obj), links, _kind(obj))


def _assembly(obj: Any, form: Form, links: Links) -> Node:
    record = last_record(obj)
    if form is Form.JSON:
        return oparl.oparl_organization(record, links)
    site = obj.__parent__.__parent__
    depth = len(site.getPhysicalPath())
    moments = {
        f"{links.base}/{_below(one, depth)}": one.publications_date.isoformat()
        for one in meetings(obj)
        if one.publications_date
    }
    return oslo.assembly_jsonld(record.meeting, moments, links, _kind(obj))


def _institution(obj: Any, form: Form, links: Links) -> Node:
    if form is Form.JSON:
        return body_of(obj, links)
    return dcat.dataset(holding_of(obj), links)


_NODES: dict[Kind, Callable[[Any, Form, Links], Node]] = {
    Kind.MEETING: _meeting,
    Kind.YEAR: _year,
    Kind.ASSEMBLY: _assembly,
    Kind.INSTITUTION: _institution,
}


def body_of(institution: Any, links: Links) -> Node:
    """Return an institution as a Body of OParl."""
    created, modified = moments(institution)
    publisher = publisher_of(institution)
    return oparl_lists.oparl_body(publisher, created, modified, links)


def holding_of(institution: Any) -> dcat.Holding:
    """Return what an institution publishes, without waking its meetings."""
    found = meetings(institution)
    _created, modified = moments(institution)
    depth = len(institution.getPhysicalPath()) - 1
    years = sorted({_below(one, depth).rpartition("/")[0] for one in found})
    changed = newest(found, modified)
    return dcat.Holding(publisher_of(institution), changed, tuple(years))


def _csv(obj: Any, _kind: Kind, links: Links) -> bytes:
    publisher = publisher_of(institution_of(obj))
    matters = {one: (scdl.OTHER[0], matter) for one, matter in publisher.matters}
    text = scdl.decisions_csv(
        each_shown(obj), links, publisher.enterprise_number, matters
    )
    return text.encode()


def _atom(obj: Any, _kind: Kind, links: Links) -> bytes:
    own = as_form(f"{links.base}/{_path(obj)}", Form.ATOM)
    found = sorted(_brains(obj), key=lambda one: moment_of(one.modified), reverse=True)
    known = _each(found[:FEED_MEETINGS])
    return feeds.decisions_atom(title_of(obj), own, known, links)


def _ics(obj: Any, kind: Kind, links: Links) -> bytes:
    since = date.today().year - YEARS_BACK
    whole = kind in (Kind.MEETING, Kind.YEAR)
    known = [one for one in _brains(obj) if whole or _year_of(one) >= since]
    return feeds.meetings_ics(title_of(obj), _each(known), links)


_LISTS: dict[Form, Callable[[Any, Kind, Links], bytes]] = {
    Form.CSV: _csv,
    Form.ATOM: _atom,
    Form.ICS: _ics,
}


def title_of(obj: Any) -> str:
    """Return the name of a feed: what it tells of, and of whom."""
    institution = institution_of(obj)
    names = [institution.title, *([obj.title] if obj is not institution else [])]
    return " – ".join(names)


def each_shown(place: Any) -> Iterator[Meeting]:
    """Yield what is shown of each public meeting of a place, by its address."""
    return _each(_brains(place))


def last_record(place: Any) -> Record:
    """Return the record of the meeting of a place that was shown last.

    :raises NotOpen: it has none.
    """
    for brain in reversed(sorted(meetings(place), key=_moment)):
        found = record_of(brain._unrestrictedGetObject())
        if found is not None:
            return found
    raise NotOpen


def _moment(brain: Any) -> tuple[Any, str]:
    return moment_of(brain.modified), brain.getPath()


def _each(found: list[Any]) -> Iterator[Meeting]:
    for brain in found:
        meeting = brain._unrestrictedGetObject()
        known = shown(meeting)
        if known is not None:
            yield known


def _brains(obj: Any) -> list[Any]:
    found = meetings(obj)
    # Of an organ that has shown nothing not even the name is public.
    if not found and obj is not institution_of(obj):
        raise NotOpen
    return found


def _record(meeting: Any) -> Record:
    record = record_of(meeting)
    if record is None:
        raise NotOpen
    return record


def _kind(obj: Any) -> str:
    return str(institution_of(obj).kind)


def _path(obj: Any) -> str:
    depth = len(institution_of(obj).getPhysicalPath()) - 1
    return "/".join(obj.getPhysicalPath()[depth:])


def _below(brain: Any, depth: int) -> str:
    return "/".join(brain.getPath().split("/")[depth:])


def _year_of(brain: Any) -> int:
    return int(brain.getPath().rsplit("/", 2)[1])
