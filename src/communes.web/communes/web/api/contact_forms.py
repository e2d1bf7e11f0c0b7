"""The door to contact forms: make one, write by it, and see what was written."""

from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.core.mailing.api import send_once
from communes.core.protection.api import limit_all
from communes.core.protection.domain.bucket import Rate
from communes.web.api.contents import create
from communes.web.api.contents import edit
from communes.web.contact.mail_room import hand_to_mail_room
from communes.web.contact.mail_room import mail_room_listens
from communes.web.contact.mail_room import pay_debts
from communes.web.content.contact_form import IContactForm
from communes.web.domain.contact_form import ContactForm
from communes.web.domain.contact_form import copy_letter
from communes.web.domain.contact_form import may_copy
from communes.web.domain.contact_form import Message
from communes.web.domain.contact_form import read_subjects
from communes.web.domain.contact_form import routed
from communes.web.domain.contact_form import service_letter
from communes.web.domain.content_errors import UnknownContent
from communes.web.permissions import EDIT
from communes.web.permissions import VIEW_PRIVATE
from communes.web.storage import contact as storage
from communes.web.storage.contact import form_of
from communes.web.storage.contact import FORM_TYPE
from communes.web.storage.contact import Kept
from communes.web.storage.newsletters import set_values
from dataclasses import asdict
from datetime import datetime
from datetime import UTC
from typing import Any
from uuid import uuid4


#: So many copies go to one address, from wherever the form is sent.
COPIES = Rate(burst=3, seconds=3600.0)


def forms() -> list[IContactForm]:
    """Return the forms the current user sees, by title."""
    found = visible(portal_type=FORM_TYPE, sort_on="sortable_title")
    return [one.getObject() for one in found]


def create_form(where: Any, values: Mapping[str, Any], id: str = "") -> IContactForm:
    """Make a form, private at first.

    :param values: field of ``IContactForm`` -> value; ``subjects``: rows with
        ``title``, ``mail``, and perhaps ``id`` and ``service``.
    :raises MayNot: the user may not make one there.
    :raises InvalidInput: a value is unknown, missing or wrong.
    """
    subjects = read_subjects(values.get("subjects") or ())
    made = create(where, "ContactForm", _fields(values), id)
    set_values(made, {"subjects": tuple(asdict(one) for one in subjects)})
    return made


def edit_form(
    form: IContactForm, values: Mapping[str, Any], revision: int | None = None
) -> int:
    """Change a form; return its revision.

    :raises MayNot, StaleRevision, InvalidInput: nothing was changed.
    """
    require("Modify portal content", form)
    subjects = read_subjects(values["subjects"]) if "subjects" in values else None
    done = edit(form, _fields(values), revision)
    if subjects is not None:
        set_values(form, {"subjects": tuple(asdict(one) for one in subjects)})
    return done


def may_edit(form: IContactForm) -> bool:
    """Return whether the current user changes the form."""
    return may(EDIT, form)


def may_read_messages(form: IContactForm) -> bool:
    """Return whether the current user reads what was written by the form."""
    return may(VIEW_PRIVATE, form)


def record_of_form(form: IContactForm) -> ContactForm:
    """Return a form as a record. :raises MayNot: the user may not see it."""
    require("View", form)
    return form_of(form)


def write(site: Any, form: IContactForm, message: Message) -> str:
    """Send what somebody wrote to its service after the commit; return its number.

    The mail room gets it too when the form says so, now or once one listens; who
    wrote gets a copy when they wish one.

    :raises MayNot: the form is not public.
    :raises MessageRefused, AddressRefused: the first field at fault; nothing is sent.
    :raises TooOften: the address got several copies within the hour.
    """
    require("View", form)
    known = form_of(form)
    clean, subject = routed(known, message)
    one = Kept(uuid4().hex, clean, subject, datetime.now(UTC))
    letter = service_letter(known, subject, clean, one.number)
    send_once(site, f"contact:{one.id}", subject.mail, *letter, reply_to=clean.address)
    if form.copy_offered and may_copy(clean):
        limit_all(f"contact-copy|{clean.address.lower()}", COPIES)
        copy = copy_letter(known, subject, clean, one.number)
        send_once(site, f"contact-copy:{one.id}", clean.address, *copy)
    storage.keep(form, hand_to_mail_room(site, form, one))
    return one.number


def messages(form: IContactForm) -> list[Kept]:
    """Return what the form keeps, the last first.

    :raises MayNot: the user may not read what people wrote.
    """
    require(VIEW_PRIVATE, form)
    return storage.kept(form)


def message(form: IContactForm, id: str) -> Kept:
    """Return one message, and note in the journal that it was read.

    :raises MayNot: the user may not read it. :raises UnknownContent: there is none.
    """
    require(VIEW_PRIVATE, form)
    found = storage.find(form, id)
    if found is None:
        raise UnknownContent(name=id)
    record("web.contact_read", form, message=id)
    return found


def erase_message(form: IContactForm, id: str) -> None:
    """Forget a message, at the request of who wrote it or once it is done with.

    :raises MayNot: the user may not. :raises UnknownContent: there is none.
    """
    require(VIEW_PRIVATE, form)
    if storage.find(form, id) is None:
        raise UnknownContent(name=id)
    storage.drop(form, id)
    record("web.contact_erased", form, message=id)


def listens(site: Any, form: IContactForm) -> bool:
    """Return whether the mail room of a form gets its messages."""
    return mail_room_listens(site, form)


def send_owed(site: Any, form: IContactForm) -> int:
    """Send what the mail room has not got to it, if it listens; return how many.

    :raises MayNot: the user does not change the form.
    """
    require(EDIT, form)
    return pay_debts(site, form, storage.kept(form))


def _fields(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "subjects"}
