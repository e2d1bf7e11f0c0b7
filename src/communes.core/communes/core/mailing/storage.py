"""The subscribers of a site, and the secret its links are sealed with."""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from communes.core.mailing.domain.subscriber import Subscriber
from dataclasses import asdict
from persistent import Persistent
import secrets
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.core.mailing"


class Book(Persistent):
    """Who is on which list; ``places`` finds one by list and address."""

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


def everyone(site: Any, name: str | None = None) -> Iterator[Subscriber]:
    """Yield the subscribers of a list, of all lists without a name."""
    book = book_of(site)
    for values in () if book is None else book.people.values():
        if name is None or values["list"] == name:
            yield Subscriber(**values)


def _place(name: str, address: str) -> str:
    # The name before the @ may be written either way by the same person.
    return f"{name}|{address.lower()}"
