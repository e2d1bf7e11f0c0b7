"""The door of proposed changes: who knows a place corrects it, who keeps it decides."""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.core.mailing.api import send_once
from communes.core.mailing.domain.subscriber import checked_address
from communes.web.content.directory import IDirectory
from communes.web.content.directory import IEntry
from communes.web.directory import listing
from communes.web.directory import storage
from communes.web.directory.links import address_of
from communes.web.directory.links import CLAIM
from communes.web.directory.links import CONFIRM
from communes.web.directory.links import link
from communes.web.directory.writing import checked_values
from communes.web.directory.writing import write_entry
from communes.web.domain.directory_errors import NoSuchClaim
from communes.web.domain.directory_errors import NothingProposed
from communes.web.domain.directory_errors import TooManyClaims
from communes.web.domain.reading import tell
from communes.web.i18n import _
from communes.web.permissions import MANAGE_DIRECTORY
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import UTC
from plone import api
from typing import Any
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.i18n import translate


KEY = "communes.web.claims"
#: What somebody from outside may propose to change.
OPEN = ("description", "phones", "mails", "links", "address", "hours")
#: Nobody decides on more for one directory; a machine would fill the database.
MOST = 500
LONGEST_NOTE = 2000


@dataclass(frozen=True)
class Claim:
    """What somebody proposes for an entry: plain ``values`` and a ``note``."""

    id: str
    entry: str
    address: str
    at: datetime
    values: Mapping[str, Any]
    note: str


def ask_link(entry: IEntry, typed: str, today: date) -> None:
    """Send a link to the address somebody typed; once a day for one address.

    :raises AddressRefused: it is no address.
    """
    address = checked_address(typed)
    url = link(entry, CLAIM, "proposer", address, today)
    subject = _("claim_subject", default="Corriger la fiche « ${title} »",
                mapping={"title": entry.title})  # fmt: skip
    text = _(
        "claim_text",
        default="Bonjour,\n\nPour corriger la fiche « ${title} » de l'annuaire, ouvrez "
        "cette page :\n${url}\n\nCe lien vaut sept jours. Si vous n'avez rien demandé, "
        "ne faites rien.",
        mapping={"title": entry.title, "url": url},
    )
    _write_to(f"claim:{entry.UID()}:{address}:{today}", address, subject, text)


def claimant(entry: IEntry, text: str, today: date) -> str:
    """Return who opened a link to propose changes. :raises LinkRefused:"""
    return address_of(entry, text, today, (CLAIM, CONFIRM))


def propose(
    entry: IEntry, text: str, values: Mapping[str, Any], note: str, today: date
) -> None:
    """Keep a proposal for who keeps the directory; the entry stays as it is.

    :param text: the token of the link that was opened.
    :param values: plain values among ``OPEN``; what is as it was is left out.
    :raises LinkRefused, InvalidInput, NothingProposed, TooManyClaims: nothing is kept.
    """
    address = claimant(entry, text, today)
    directory = storage.directory_of(entry)
    kept = storage.values_of(entry)
    given = {name: one for name, one in values.items() if name in OPEN}
    plain = checked_values(directory, given, kept)
    before = tell(storage.record_of(entry))
    changes = {name: one for name, one in plain.items() if one != before[name]}
    note = note.strip()[:LONGEST_NOTE]
    if not changes and not note:
        raise NothingProposed
    book = _book(directory)
    if len(book) >= MOST:
        raise TooManyClaims
    id = uuid4().hex
    book[id] = (entry.UID(), address, datetime.now(UTC), changes, note)
    record("web.claim_made", entry, fields=sorted(changes))


def claims(directory: IDirectory) -> list[Claim]:
    """Return the proposals that wait, the oldest first.

    :raises MayNot: the user does not keep the directory.
    """
    require(MANAGE_DIRECTORY, directory)
    found = [Claim(id, *row) for id, row in _kept(directory).items()]
    return sorted(found, key=lambda one: one.at)


def count(directory: IDirectory) -> int:
    """Return how many proposals wait."""
    return len(_kept(directory))


def accept(directory: IDirectory, id: str) -> IEntry:
    """Write a proposal into its entry, and say so to who made it.

    Who corrects an entry that nobody is asked about is asked from then on.

    :raises MayNot, NoSuchClaim, NoSuchEntry, InvalidInput: nothing was changed.
    """
    claim = _claim(directory, id)
    entry = listing.entry_of(directory, claim.entry)
    confirmed = {"confirmed_on": datetime.now(UTC).date().isoformat()}
    write_entry(entry, {**claim.values, **confirmed})
    private = storage.private_of(entry)
    if not private.keeper:
        storage.write_private(entry, replace(private, keeper=claim.address))
    del _book(directory)[id]
    record("web.claim_accepted", entry)
    text = _(
        "claim_accepted_text",
        default="Bonjour,\n\nVotre correction de la fiche « ${title} » est publiée :\n"
        "${url}\n\nMerci.",
        mapping={"title": entry.title, "url": entry.absolute_url()},
    )
    _answer(claim, entry, text)
    return entry


def refuse(directory: IDirectory, id: str, reason: str) -> None:
    """Turn a proposal down, and say why to who made it.

    :raises MayNot, NoSuchClaim: nothing was changed.
    """
    claim = _claim(directory, id)
    del _book(directory)[id]
    entry = listing.entry_of(directory, claim.entry)
    record("web.claim_refused", entry)
    text = _(
        "claim_refused_text",
        default="Bonjour,\n\nVotre correction de la fiche « ${title} » n'a pas été "
        "retenue.\n\n${reason}",
        mapping={"title": entry.title, "reason": reason.strip()},
    )
    _answer(claim, entry, text)


def forget_entry(entry: IEntry) -> None:
    """Drop what was proposed for an entry that is taken away."""
    book = _kept(storage.directory_of(entry))
    for id in [id for id, row in book.items() if row[0] == entry.UID()]:
        del book[id]


def _claim(directory: IDirectory, id: str) -> Claim:
    require(MANAGE_DIRECTORY, directory)
    row = _kept(directory).get(id)
    if row is None:
        raise NoSuchClaim
    return Claim(id, *row)


def _answer(claim: Claim, entry: IEntry, text: str) -> None:
    subject = _("claim_answer_subject", default="Votre correction de « ${title} »",
                mapping={"title": entry.title})  # fmt: skip
    _write_to(f"claim-answer:{claim.id}", claim.address, subject, text)


def _write_to(id: str, address: str, subject: str, text: str) -> None:
    said = [translate(one, context=getRequest()) for one in (subject, text)]
    send_once(api.portal.get(), id, address, *said)


def _kept(directory: IDirectory) -> Any:
    return IAnnotations(directory).get(KEY, {})


def _book(directory: IDirectory) -> Any:
    annotations = IAnnotations(directory)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    return annotations[KEY]
