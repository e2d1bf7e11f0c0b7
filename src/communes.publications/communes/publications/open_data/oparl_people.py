"""The people of an institution, as the meetings that are shown name them."""

from collections.abc import Iterable
from communes.publications.domain.formats import oparl
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.oparl import Node
from communes.publications.domain.formats.oparl import Record
from communes.publications.domain.projection import Person
from communes.publications.open_data.public import record_of
from dataclasses import replace
from typing import Any


_Seats = dict[str, dict[str, tuple[Person, Record]]]


def every_person(brains: Iterable[Any], kind: str, links: Links) -> dict[str, Node]:
    """Return the people, or their memberships, by address.

    :param brains: public meetings; the oldest first.
    :param kind: "people" or "memberships".
    """
    seats = _seats(brains)
    found: dict[str, Node] = {}
    for name in sorted(seats):
        rows = sorted(
            seats[name].values(), key=lambda row: row[1].modified, reverse=True
        )
        person = rows[0][0]
        if kind == "people":
            node = oparl.oparl_person(person, [record for _one, record in rows], links)
            found[str(node["id"])] = node
        else:
            for one, record in rows:
                node = oparl.oparl_membership(one, record, links)
                found[str(node["id"])] = node
    return found


def _seats(brains: Iterable[Any]) -> _Seats:
    """Return name -> assembly -> the person as last named, since the first time."""
    seats: _Seats = {}
    for brain in brains:
        record = record_of(brain._unrestrictedGetObject())
        if record is None:
            continue
        for person in (*record.meeting.present, *record.meeting.excused):
            sits = seats.setdefault(person.name, {})
            before = sits.get(record.meeting.assembly)
            since = min(before[1].created, record.created) if before else record.created
            sits[record.meeting.assembly] = (person, replace(record, created=since))
    return seats
