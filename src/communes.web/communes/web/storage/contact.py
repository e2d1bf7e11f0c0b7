"""Contact forms as records, and the messages they keep for a while."""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from communes.core.access.catalog import unrestricted
from communes.web.content.contact_form import IContactForm
from communes.web.domain.contact_form import ContactForm
from communes.web.domain.contact_form import Message
from communes.web.domain.contact_form import Subject
from dataclasses import asdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.web.contact.messages"
FORM_TYPE = "communes.web.ContactForm"


@dataclass(frozen=True)
class Kept:
    """A message as the form keeps it; ``owed``: the mail room has not got it yet."""

    id: str
    message: Message
    subject: Subject
    received_at: datetime
    owed: bool = False

    @property
    def number(self) -> str:
        """What the person and the service call it."""
        return self.id[:8].upper()


def form_of(obj: IContactForm) -> ContactForm:
    """Return a form as a record."""
    return ContactForm(
        id=obj.UID(),
        title=obj.title,
        subjects=tuple(Subject(**row) for row in obj.subjects),
        consent=obj.consent or "",
        to_mail_room=bool(obj.mail_room),
    )


def keep(obj: IContactForm, one: Kept) -> None:
    """Keep a message, or what changed of it."""
    annotations = IAnnotations(obj)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    annotations[KEY][one.id] = {
        "message": asdict(one.message),
        "subject": asdict(one.subject),
        "received_at": one.received_at,
        "owed": one.owed,
    }


def kept(obj: IContactForm) -> list[Kept]:
    """Return the messages a form keeps, the last first."""
    found = [_read(id, row) for id, row in (IAnnotations(obj).get(KEY) or {}).items()]
    return sorted(found, key=lambda one: one.received_at, reverse=True)


def find(obj: IContactForm, id: str) -> Kept | None:
    """Return a message by id, or None."""
    row = (IAnnotations(obj).get(KEY) or {}).get(id)
    return None if row is None else _read(id, row)


def drop(obj: IContactForm, id: str) -> None:
    """Forget a message."""
    (IAnnotations(obj).get(KEY) or {}).pop(id, None)


def every_form() -> Iterator[IContactForm]:
    """Yield the forms of the site, whoever asks."""
    for brain in unrestricted(portal_type=FORM_TYPE):
        yield brain._unrestrictedGetObject()


def _read(id: str, row: dict[str, Any]) -> Kept:
    return Kept(
        id,
        Message(**row["message"]),
        Subject(**row["subject"]),
        row["received_at"],
        row["owed"],
    )
