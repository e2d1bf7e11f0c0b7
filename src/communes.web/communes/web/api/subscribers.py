"""The door to those who get a newsletter: for themselves, and for who keeps it."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.access.permission import require
from communes.core.formats.domain.plain import for_cell
from communes.core.hardening.giving import MadeFile
from communes.core.importing.domain import Report
from communes.core.journal.api import record
from communes.core.mailing import api as mailing
from communes.core.mailing.domain.errors import TokenRefused
from communes.core.mailing.domain.subscriber import Standing
from communes.core.mailing.domain.subscriber import Subscriber
from communes.core.mailing.people import api as people
from communes.core.mailing.people.domain import Entrant
from communes.web.content.newsletter import INewsletter
from communes.web.domain.newsletter.errors import NoSuchPerson
from communes.web.domain.newsletter.reading import chosen_topics
from communes.web.domain.newsletter.reading import read_entrants
from communes.web.domain.newsletter.sending import TOPICS
from communes.web.permissions import MANAGE_NEWSLETTER
from communes.web.storage.newsletters import newsletter_list
from communes.web.storage.newsletters import topics_of
import csv
from dataclasses import dataclass
from datetime import date
import io
import json
from typing import Any


STANDINGS = {
    Standing.ASKED: "En attente",
    Standing.CONFIRMED: "Actif",
    Standing.BOUNCED: "Adresse en échec",
    Standing.COMPLAINED: "Plainte",
}


@dataclass(frozen=True)
class Page:
    """Some of those on a list; ``total`` is how many there are of what was asked."""

    people: tuple[Subscriber, ...]
    total: int


def ask_in(
    site: Any,
    newsletter: INewsletter,
    address: str,
    topics: Iterable[str],
    request: Any,
) -> None:
    """Ask the owner of an address to confirm; the answer never tells who is known.

    :raises MayNot: the newsletter is not public. :raises AddressRefused:
    """
    require("View", newsletter)
    wanted = chosen_topics(topics, topics_of(newsletter))
    consent = mailing.proof(site, request, newsletter.consent or newsletter.title)
    name = newsletter_list(newsletter)
    mailing.subscribe(site, name, address, {TOPICS: wanted}, consent)


def read_choices(site: Any, newsletter: INewsletter, text: str) -> Subscriber:
    """Return who a link to choices was sent to. :raises TokenRefused:"""
    found = people.read_choices(site, text)
    if found.list != newsletter_list(newsletter):
        raise TokenRefused(field="token")
    return found


def choose(
    site: Any, newsletter: INewsletter, text: str, topics: Iterable[str]
) -> Subscriber:
    """Keep the topics the owner of a link wishes. :raises TokenRefused:"""
    read_choices(site, newsletter, text)
    wanted = chosen_topics(topics, topics_of(newsletter))
    return people.choose(site, text, {TOPICS: wanted})


def leave(site: Any, newsletter: INewsletter, text: str) -> None:
    """Take the owner of a link to choices off the list. :raises TokenRefused:"""
    mailing.forget(site, read_choices(site, newsletter, text))


def own_data(site: Any, newsletter: INewsletter, text: str) -> MadeFile:
    """Return all that is kept of the owner of a link. :raises TokenRefused:"""
    return _data_file(read_choices(site, newsletter, text))


def subscribers(
    site: Any,
    newsletter: INewsletter,
    words: str = "",
    standing: str = "",
    start: int = 0,
    size: int = 50,
) -> Page:
    """Return some of those on the list, by address.

    :param words: part of the address; ``standing``: one of ``Standing``.
    :raises MayNot: the user does not keep the newsletter.
    """
    require(MANAGE_NEWSLETTER, newsletter)
    low = words.strip().lower()
    found = [
        one
        for one in people.people_of(site, newsletter_list(newsletter))
        if low in one.address.lower() and standing in ("", one.standing)
    ]
    return Page(tuple(found[start : start + size]), len(found))


def subscriber(site: Any, newsletter: INewsletter, id: str) -> Subscriber:
    """Return one of the list, and note that it was read.

    :raises MayNot: the user does not keep the newsletter. :raises NoSuchPerson:
    """
    found = _person(site, newsletter, id)
    record("web.subscriber_read", newsletter, subscriber=id)
    return found


def person_data(site: Any, newsletter: INewsletter, id: str) -> MadeFile:
    """Return all that is kept of one of a list, at their request.

    :raises MayNot: the user does not keep the newsletter. :raises NoSuchPerson:
    """
    found = _person(site, newsletter, id)
    record("web.subscriber_exported", newsletter, subscriber=id)
    return _data_file(found)


def erase(site: Any, newsletter: INewsletter, id: str) -> None:
    """Take one off the list and forget the address, at their request.

    :raises MayNot: the user does not keep the newsletter. :raises NoSuchPerson:
    """
    mailing.forget(site, _person(site, newsletter, id))
    record("web.subscriber_erased", newsletter, subscriber=id)


def export(site: Any, newsletter: INewsletter) -> MadeFile:
    """Return the list as CSV: address, themes, standing, dates and proof.

    :raises MayNot: the user does not keep the newsletter.
    """
    require(MANAGE_NEWSLETTER, newsletter)
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(["adresse", "themes", "etat", "demande", "confirme", "source"])
    found = people.people_of(site, newsletter_list(newsletter))
    for one in found:
        rows.writerow([for_cell(cell) for cell in _cells(one)])
    record("web.subscribers_exported", newsletter, count=len(found))
    name = f"{newsletter.getId()}-abonnes.csv"
    data = out.getvalue().encode("utf-8-sig")
    return MadeFile(name, "text/csv; charset=utf-8", data)


def bring_in(
    site: Any,
    newsletter: INewsletter,
    data: bytes,
    source: str,
    day: date | None,
    dry_run: bool,
) -> Report:
    """Put the people of a CSV on the list; all of it or nothing.

    :param source: where and how they agreed, and where the proof is; ``day``: when.
    :raises MayNot: the user does not keep the newsletter.
    :raises BadFile, SourceMissing, ImportRefused: nothing was written.
    """
    require(MANAGE_NEWSLETTER, newsletter)
    entrants = read_entrants(data, topics_of(newsletter))
    name = newsletter_list(newsletter)
    return people.bring_in(site, name, entrants, source, day, dry_run)


def bring_in_rows(
    site: Any,
    newsletter: INewsletter,
    rows: Iterable[Mapping[str, Any]],
    source: str,
    day: date | None,
    dry_run: bool,
) -> Report:
    """Put people on the list, given as rows with ``address`` and ``topics``.

    Raises as ``bring_in``.
    """
    require(MANAGE_NEWSLETTER, newsletter)
    known = topics_of(newsletter)
    entrants = [
        Entrant(
            str(row.get("address") or ""),
            {TOPICS: chosen_topics(map(str, row.get("topics") or ()), known)},
        )
        for row in rows
    ]
    name = newsletter_list(newsletter)
    return people.bring_in(site, name, entrants, source, day, dry_run)


def _person(site: Any, newsletter: INewsletter, id: str) -> Subscriber:
    require(MANAGE_NEWSLETTER, newsletter)
    found = people.person(site, newsletter_list(newsletter), id)
    if found is None:
        raise NoSuchPerson(name=id)
    return found


def _cells(one: Subscriber) -> list[str]:
    chosen = one.wishes.get(TOPICS, ())
    themes = ",".join(map(str, chosen)) if isinstance(chosen, list | tuple) else ""
    confirmed = one.confirmed_at.isoformat() if one.confirmed_at else ""
    source = str(one.consent.get("source") or "double confirmation")
    standing = STANDINGS[Standing(one.standing)]
    return [one.address, themes, standing, one.asked_at.isoformat(), confirmed, source]


def _data_file(one: Subscriber) -> MadeFile:
    text = json.dumps(people.personal_data(one), ensure_ascii=False, indent=2)
    return MadeFile("mes-donnees.json", "application/json", text.encode())
