"""Contacts of iMio's directory as entries of ours."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.web.domain.contact import Address
from communes.web.domain.contact import Link
from communes.web.domain.contact import Mail
from communes.web.domain.contact import Phone
from communes.web.domain.contact import Place
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.directory import EntryKind
from communes.web.domain.directory import PrivateData
from communes.web.domain.schedule.record import DayHours
from communes.web.domain.schedule.record import Interval
from communes.web.domain.schedule.record import minutes_of
from communes.web.domain.schedule.record import OpeningHours
from communes.web.domain.schedule.record import Schedule
from communes.web.domain.taking_over.source import Source
from html import escape
from typing import Any


Given = Mapping[str, Any]
_DAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_HALVES = (("morningstart", "morningend"), ("afternoonstart", "afternoonend"))
_KINDS = {"fax": "fax", "cell": "cell", "home": "home", "work": "work"}


def entry_of(source: Source) -> DirectoryEntry:
    """Return the entry a contact is.

    :raises DomainError: a number, an address or hours of it can not be.
    """
    given = source.given
    return DirectoryEntry(
        source.uid,
        source.title,
        source.modified,
        _kind(given),
        _said(given, "subtitle"),
        source.html or _paragraph(source.description),
        _said(given, "vat_number"),
        _phones(given, "phones"),
        _mails(given, "mails"),
        _links(given, "urls"),
        PrivateData(
            _phones(given, "private_phones"),
            _mails(given, "private_mails"),
            _links(given, "private_urls"),
            _said(given, "private_note"),
        ),
        address_of(given),
        place_of(given),
        hours=_hours(given),
    )


def address_of(given: Given) -> Address:
    """Return the postal address of a contact or an event."""
    country = _token(given.get("country")) or "be"
    return Address(
        _said(given, "street"),
        " ".join(filter(None, (_said(given, "number"), _said(given, "complement")))),
        # Numbers there: a code is five signs that nobody adds up.
        str(given.get("zipcode") or ""),
        _said(given, "city"),
        country.upper(),
    )


def place_of(given: Given) -> Place | None:
    """Return where it is on a map; the middle of the ocean is nowhere."""
    found = given.get("geolocation")
    if not isinstance(found, Mapping):
        return None
    latitude, longitude = found.get("latitude"), found.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return None
    return Place(float(latitude), float(longitude)) if latitude or longitude else None


def _kind(given: Given) -> EntryKind:
    known = {"position": EntryKind.FUNCTION, "mission": EntryKind.MISSION}
    return known.get(_token(given.get("type")), EntryKind.ORGANISATION)


def _phones(given: Given, name: str) -> tuple[Phone, ...]:
    return tuple(
        Phone(
            _said(row, "number"), _said(row, "label"),
            _KINDS.get(_token(row.get("type")), "work"),
        )
        for row in _rows(given, name)
    )  # fmt: skip


def _mails(given: Given, name: str) -> tuple[Mail, ...]:
    return tuple(
        Mail(_said(row, "mail_address"), _said(row, "label"))
        for row in _rows(given, name)
    )


def _links(given: Given, name: str) -> tuple[Link, ...]:
    return tuple(
        Link(_said(row, "url"), kind=_token(row.get("type")) or "website")
        for row in _rows(given, name)
    )


def _hours(given: Given) -> OpeningHours:
    week = given.get("schedule")
    if not isinstance(week, Mapping):
        return OpeningHours()
    days = tuple(_day(week.get(name)) for name in _DAYS)
    written = any(day.intervals or day.comment for day in days)
    return OpeningHours((Schedule("Horaire", days),) if written else ())


def _day(given: object) -> DayHours:
    if not isinstance(given, Mapping):
        return DayHours()
    return DayHours(tuple(_intervals(given)), _said(given, "comment"))


def _intervals(given: Given) -> Iterator[Interval]:
    """Yield the openings of a day; one without a pause is told by its two ends."""
    times = [_said(given, one) for half in _HALVES for one in half]
    if times[0] and times[3] and not times[1] and not times[2]:
        times = [times[0], times[3], "", ""]
    for opens, closes in (times[:2], times[2:]):
        if opens or closes:
            # « 8:30 » there; clocks of ours have two signs each.
            yield Interval(minutes_of(opens.zfill(5)), minutes_of(closes.zfill(5)))


def _rows(given: Given, name: str) -> list[Given]:
    found = given.get(name)
    rows = found if isinstance(found, list) else []
    return [one for one in rows if isinstance(one, Mapping)]


def _token(value: object) -> str:
    found = value.get("token") if isinstance(value, Mapping) else value
    return found if isinstance(found, str) else ""


def _said(given: Given, name: str) -> str:
    value = given.get(name)
    return value.strip() if isinstance(value, str) else ""


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""
