"""The door of those on a list: their own choices, and who looks after the list."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.importing.domain import Report
from communes.core.importing.domain import report_of
from communes.core.journal.api import record
from communes.core.mailing import storage
from communes.core.mailing.domain.errors import TokenRefused
from communes.core.mailing.domain.subscriber import checked_address
from communes.core.mailing.domain.subscriber import Standing
from communes.core.mailing.domain.subscriber import Subscriber
from communes.core.mailing.domain.tokens import CHOOSE
from communes.core.mailing.domain.tokens import read_token
from communes.core.mailing.domain.tokens import token
from communes.core.mailing.people.domain import checked_source
from communes.core.mailing.people.domain import Entrant
from communes.core.mailing.people.domain import fates
from communes.core.mailing.people.domain import Known
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import UTC
from plone import api
from typing import Any
from uuid import uuid4


def choices_token(site: Any, one: Subscriber) -> str:
    """Return the proof in the link to a subscriber's own choices."""
    return token(storage.ensure_book(site).secret, CHOOSE, one.id)


def read_choices(site: Any, text: str) -> Subscriber:
    """Return who a link to choices was sent to.

    :raises TokenRefused: it was not made here, or they left.
    """
    book = storage.book_of(site)
    found = (
        None
        if book is None
        else storage.find(site, read_token(book.secret, CHOOSE, text))
    )
    if found is None:
        raise TokenRefused(field="token")
    return found


def choose(site: Any, text: str, wishes: Mapping[str, object]) -> Subscriber:
    """Keep what the owner of a link wishes from now on.

    :raises TokenRefused: see ``read_choices``.
    """
    changed = replace(read_choices(site, text), wishes=dict(wishes))
    storage.save(site, changed)
    return changed


def people_of(site: Any, name: str) -> list[Subscriber]:
    """Return all of a list, whatever their standing, by address."""
    return sorted(storage.everyone(site, name), key=lambda one: one.address.lower())


def person(site: Any, name: str, id: str) -> Subscriber | None:
    """Return one of a list, None when there is none of that id."""
    found = storage.find(site, id)
    return found if found is not None and found.list == name else None


def find_person(site: Any, name: str, address: str) -> Subscriber | None:
    """Return who of a list has that address, or None. :raises AddressRefused:"""
    return storage.find_address(site, name, checked_address(address))


def personal_data(one: Subscriber) -> dict[str, object]:
    """Return all that is kept of a subscriber, as plain JSON values."""
    return {
        "list": one.list,
        "address": one.address,
        "wishes": dict(one.wishes),
        "standing": one.standing,
        "asked_at": one.asked_at.isoformat(),
        "confirmed_at": one.confirmed_at and one.confirmed_at.isoformat(),
        "consent": dict(one.consent),
    }


def bring_in(
    site: Any,
    name: str,
    entrants: Iterable[Entrant],
    said: str,
    day: date | None,
    dry_run: bool,
) -> Report:
    """Put people on a list who agreed elsewhere; all lines or none.

    They get letters at once: ``said`` and ``day`` are the proof, kept with each.

    :raises SourceMissing: the source proves nothing.
    :raises ImportRefused: a line is refused, and it is no dry run.
    """
    now = datetime.now(UTC)
    source = checked_source(said, day, now.date())
    lines = list(entrants)
    rows, entering = fates(lines, _known(site, name, lines))
    report = report_of(rows, dry_run)
    if report.written:
        by = api.user.get_current().getId() or ""
        consent = {"source": source.said, "day": source.day.isoformat(), "by": by}
        for one in entering:
            storage.save(site, _entered(name, one, now, consent))
        record("mailing.people.brought_in", site, list=name, count=len(entering),
               source=source.said)  # fmt: skip
    return report


def _known(site: Any, name: str, lines: Iterable[Entrant]) -> dict[str, Known]:
    known: dict[str, Known] = {}
    for one in lines:
        low = one.address.strip().lower()
        found = storage.find_address(site, name, low)
        if found is not None and found.standing == Standing.COMPLAINED:
            known[low] = "gone"
        elif found is not None:
            known[low] = "there"
        elif storage.is_gone(site, name, low):
            known[low] = "gone"
    return known


def _entered(
    name: str, one: Entrant, now: datetime, consent: Mapping[str, object]
) -> Subscriber:
    return Subscriber(uuid4().hex, name, one.address, now, dict(one.wishes),
                      Standing.CONFIRMED.value, now, consent=dict(consent))  # fmt: skip
