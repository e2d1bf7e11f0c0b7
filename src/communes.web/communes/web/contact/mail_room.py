"""A message goes to the mail room by the exchange, once one listens."""

from communes.exchange.outbox.api import send
from communes.exchange.peers.api import peers
from communes.web.content.contact_form import IContactForm
from communes.web.domain.contact_message import body_of
from communes.web.domain.contact_message import NAME
from communes.web.storage.contact import keep
from communes.web.storage.contact import Kept
from dataclasses import replace
from typing import Any


def mail_room_listens(site: Any, form: IContactForm) -> bool:
    """Return whether the correspondent of a form gets such messages."""
    return any(
        one.name == form.mail_room and NAME in one.receives for one in peers(site)
    )


def hand_to_mail_room(site: Any, form: IContactForm, one: Kept) -> Kept:
    """Send a message on after the commit; one nobody listens to yet is owed."""
    if not form.mail_room:
        return one
    if not mail_room_listens(site, form):
        return replace(one, owed=True)
    body = body_of(one.id, form.title, one.subject, one.message, one.received_at)
    send(site, form.mail_room, NAME, f"contact:{one.id}", body)
    return replace(one, owed=False)


def pay_debts(site: Any, form: IContactForm, known: list[Kept]) -> int:
    """Send the owed messages of a form to whoever listens now; return how many."""
    owed = [one for one in known if one.owed]
    if not owed or not form.mail_room or not mail_room_listens(site, form):
        return 0
    for one in owed:
        keep(form, hand_to_mail_room(site, form, one))
    return len(owed)
