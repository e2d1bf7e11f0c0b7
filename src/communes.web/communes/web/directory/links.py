"""Links that prove who a letter was sent to: a merchant has no account."""

from communes.core.mailing.domain.errors import TokenRefused
from communes.core.mailing.domain.tokens import read_token
from communes.core.mailing.domain.tokens import token
from communes.web.content.directory import IEntry
from communes.web.domain.directory_errors import LinkRefused
from datetime import date
from datetime import timedelta
from plone.keyring.interfaces import IKeyManager
from urllib.parse import urlencode
from zope.component import getUtility


#: What a link lets one do, and how many days it does.
CLAIM, CONFIRM = "web-claim", "web-confirm"
VALID = {CLAIM: timedelta(days=7), CONFIRM: timedelta(days=60)}


def link(entry: IEntry, purpose: str, page: str, address: str, today: date) -> str:
    """Return the address of a page of an entry, sealed for one address."""
    id = f"{entry.UID()}|{address}|{today.isoformat()}"
    given = urlencode({"jeton": token(_secrets()[0], purpose, id)})
    return f"{entry.absolute_url()}/{page}?{given}"


def address_of(entry: IEntry, text: str, today: date, purposes: tuple[str, ...]) -> str:
    """Return the address a link to an entry was sent to.

    :raises LinkRefused: it was not made here, for this, or is too old.
    """
    for purpose in purposes:
        for secret in _secrets():
            try:
                id = read_token(secret, purpose, text)
            except TokenRefused:
                continue
            uid, address, day = id.split("|")
            fresh = today - date.fromisoformat(day) <= VALID[purpose]
            if uid == entry.UID() and fresh:
                return address
    raise LinkRefused(field="jeton")


def _secrets() -> list[bytes]:
    ring = getUtility(IKeyManager)["_system"]
    return [str(key).encode() for key in ring if key]
