"""The subscribers of a site, and the secret its links are sealed with."""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from communes.core.mailing.domain.subscriber import Subscriber
from dataclasses import asdict
import hashlib
import hmac
from persistent import Persistent
import secrets
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.core.mailing"


class Book(Persistent):
    """Who is on which list; ``places`` finds one by list and address.

    ``gone``: sums of those who left or complained, so that no file brings them back.
    """

    gone: OOBTree | None = None

    def __init__(self) -> None:
        self.secret = secrets.token_bytes(32)
        self.people = OOBTree()
        self.places = OOBTree()


def book_of(site: Any) -> Book | None:
    """Return the book of a site; None before the first request."""
    found: Book | None = IAnnotations(site).get(KEY)
    return found


def ensure_book(site: Any) -> Book:
    """Return the book of a site, made when it is not there."""
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = Book()
    return annotations[KEY]


def find(site: Any, id: str) -> Subscriber | None:
    """Return a subscriber by id, or None."""
    book = book_of(site)
    values = None if book is None else book.people.get(id)
    return None if values is None else Subscriber(**values)


def find_address(site: Any, name: str, address: str) -> Subscriber | None:
    """Return who of a list has that address, or None."""
    book = book_of(site)
    id = None if book is None else book.places.get(_place(name, address))
    return None if id is None else find(site, id)


def save(site: Any, one: Subscriber) -> None:
    """Keep a subscriber."""
    book = ensure_book(site)
    book.people[one.id] = asdict(one)
    book.places[_place(one.list, one.address)] = one.id


def remove(site: Any, one: Subscriber) -> None:
    """Forget a subscriber: nothing of the address is kept."""
    book = ensure_book(site)
    book.people.pop(one.id, None)
    book.places.pop(_place(one.list, one.address), None)


def mark_gone(site: Any, one: Subscriber, day: str) -> None:
    """Remember that somebody wanted no more, without their address."""
    book = ensure_book(site)
    if book.gone is None:
        book.gone = OOBTree()
    book.gone[_sum(book, one.list, one.address)] = day


def unmark_gone(site: Any, one: Subscriber) -> None:
    """Forget that somebody left: they asked again."""
    book = ensure_book(site)
    if book.gone:
        book.gone.pop(_sum(book, one.list, one.address), None)


def is_gone(site: Any, name: str, address: str) -> bool:
    """Return whether who has that address left the list."""
    book = book_of(site)
    return bool(book and book.gone and _sum(book, name, address) in book.gone)


def sealed(site: Any, text: str) -> str:
    """Return a sum of a text that only this site can make: proof without the text."""
    return _seal(ensure_book(site), text)


def everyone(site: Any, name: str | None = None) -> Iterator[Subscriber]:
    """Yield the subscribers of a list, of all lists without a name."""
    book = book_of(site)
    for values in () if book is None else book.people.values():
        if name is None or values["list"] == name:
            yield Subscriber(**values)


def _sum(book: Book, name: str, address: str) -> str:
    return _seal(book, _place(name, address))


def _seal(book: Book, text: str) -> str:
    return hmac.new(book.secret, text.encode(), hashlib.sha256).hexdigest()


def _place(name: str, address: str) -> str:
    # The name before the @ may be written either way by the same person.
    return f"{name}|{address.lower()}"
