"""The door of the room: subscribe, confirm, leave, send, and hear what came back.

A list is named ``<solution>:<list>``; the part before the colon names the utility
``IMailingLists`` that knows it. An address enters a list only once its owner confirmed.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.i18n import _
from communes.core.jobs.api import intend
from communes.core.mailing import storage
from communes.core.mailing.domain.bounce import Bounce
from communes.core.mailing.domain.bounce import Complaint
from communes.core.mailing.domain.bounce import read_report
from communes.core.mailing.domain.errors import TokenRefused
from communes.core.mailing.domain.letter import as_payload
from communes.core.mailing.domain.letter import from_payload
from communes.core.mailing.domain.letter import Letter
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.domain.subscriber import checked_address
from communes.core.mailing.domain.subscriber import MOST_SOFT_BOUNCES
from communes.core.mailing.domain.subscriber import Standing
from communes.core.mailing.domain.subscriber import Subscriber
from communes.core.mailing.domain.tokens import CONFIRM
from communes.core.mailing.domain.tokens import LEAVE
from communes.core.mailing.domain.tokens import read_token
from communes.core.mailing.domain.tokens import token
from communes.core.mailing.interfaces import IMailingLists
from communes.core.mailing.log import Line
from communes.core.mailing.log import log_of
from communes.core.mailing.mailings.api import start_mailing
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from typing import Any
from uuid import uuid4
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


#: The intent that sends one letter; its key is the letter's id.
SEND = "communes.core.mailing.send"
CONFIRM_PAGE, LEAVE_PAGE = "abonnement-confirmer", "abonnement-quitter"


def lists_of(name: str) -> Any:
    """Return who knows a list (``IMailingLists``). :raises LookupError: nobody."""
    return getUtility(IMailingLists, name=name.partition(":")[0])


def subscribe(
    site: Any,
    name: str,
    address: str,
    wishes: Mapping[str, object],
    consent: Mapping[str, object] | None = None,
) -> None:
    """Ask the owner of an address to confirm that they want the letters of a list.

    The answer is the same whether the address was known: nobody learns who is on a
    list. Somebody already on it confirms new wishes the same way.

    :param consent: what proves it, kept with the subscriber (``proof``).
    :raises AddressRefused: it is no address.
    """
    checked, now = checked_address(address), datetime.now(UTC)
    known = storage.find_address(site, name, checked)
    asked = Subscriber(uuid4().hex, name, checked, now, dict(wishes),
                       consent=dict(consent or {}))  # fmt: skip
    if known is not None and known.gets_letters:
        # The old wishes hold until the new ones are confirmed.
        asked = replace(known, asked_at=now, wishes={**known.wishes, "next": wishes})
    elif known is not None:
        asked = replace(asked, id=known.id)
    storage.save(site, asked)
    intend(SEND, f"confirm:{asked.id}:{now.timestamp()}",
           as_payload(_confirmation(site, asked, now)))  # fmt: skip


def read_confirmation(site: Any, text: str) -> Subscriber:
    """Return who a link of confirmation was sent to, without confirming anything.

    :raises TokenRefused: it is not valid, or too old.
    """
    found = _of_token(site, CONFIRM, text)
    if found.too_late(datetime.now(UTC)):
        raise TokenRefused(field="token")
    return found


def proof(site: Any, request: Any, read: str = "") -> dict[str, str]:
    """Return what proves that somebody asked: a sum of the connection, what they read.

    :param read: the sentence they agreed with.
    """
    connection = storage.sealed(site, str(request.getClientAddr()))
    return {"connection": connection, **({"read": read} if read else {})}


def confirm(site: Any, text: str, by: Mapping[str, str] | None = None) -> Subscriber:
    """Put the owner of a link on the list; doing it twice changes nothing.

    :param by: what proves it (``proof``).
    :raises TokenRefused: see ``read_confirmation``.
    """
    found = read_confirmation(site, text)
    first = found.standing != Standing.CONFIRMED
    wishes = dict(found.wishes)
    wishes = dict(wishes.pop("next", None) or wishes)
    confirmed = replace(
        found,
        wishes=wishes,
        standing=Standing.CONFIRMED.value,
        confirmed_at=found.confirmed_at or datetime.now(UTC),
        soft_bounces=0,
        consent={**found.consent, **({"confirmed": by} if by and first else {})},
    )
    if confirmed != found:
        storage.save(site, confirmed)
        storage.unmark_gone(site, confirmed)
    return confirmed


def read_leaving(site: Any, text: str) -> Subscriber | None:
    """Return who a link to leave was sent to, None when they have left already.

    :raises TokenRefused: it was not made here.
    """
    book = storage.book_of(site)
    if book is None:
        raise TokenRefused(field="token")
    return storage.find(site, read_token(book.secret, LEAVE, text))


def leave(site: Any, text: str) -> None:
    """Take the owner of a link off the list and forget the address; once is enough.

    :raises TokenRefused: it was not made here.
    """
    found = read_leaving(site, text)
    if found is not None:
        forget(site, found)


def forget(site: Any, one: Subscriber) -> None:
    """Take somebody off a list and forget the address; no file brings them back."""
    storage.mark_gone(site, one, datetime.now(UTC).date().isoformat())
    storage.remove(site, one)
    log_of(site).forget_person(one.id)


def subscribers(site: Any, name: str | None = None) -> Iterator[Subscriber]:
    """Yield those who get the letters of a list, of all lists without a name."""
    return (one for one in storage.everyone(site, name) if one.gets_letters)


def leave_url(site: Any, one: Subscriber) -> str:
    """Return the address that takes a subscriber off the list when it is pressed."""
    return f"{site.absolute_url()}/@@{LEAVE_PAGE}?jeton={_token(site, LEAVE, one)}"


def send(site: Any, one: Subscriber, id: str, subject: str, text: str) -> None:
    """Send a letter to a subscriber after the current commit, once.

    :param id: which letter it is ("announce:<uid>:1"): the same is sent once to each.
    :param text: plain text, 24 KB at most; how to leave is added below it.
    """
    url = leave_url(site, one)
    below = translate(
        _(
            "mailing_below",
            default="-- \nVous recevez ce message parce que vous vous êtes abonné à "
            "« ${list} ».\nPour ne plus en recevoir : ${url}",
            mapping={"list": lists_of(one.list).title(site, one.list), "url": url},
        ),
        context=getRequest(),
    )
    letter = Letter(f"{id}:{one.id}", one.list, one.address, subject,
                    f"{text}\n\n{below}\n", url, one.id)  # fmt: skip
    intend(SEND, letter.id, as_payload(letter))


def send_once(
    site: Any, id: str, address: str, subject: str, text: str, reply_to: str = ""
) -> None:
    """Send one letter to somebody on no list: the answer to what they just did.

    :param id: which letter it is; the same is sent once.
    :param reply_to: who gets the answer, when it is not who sends.
    :raises AddressRefused: it is no address.
    """
    letter = Letter(id, "", checked_address(address), subject, f"{text}\n",
                    reply_to=reply_to and checked_address(reply_to))  # fmt: skip
    intend(SEND, id, as_payload(letter))


def letters(site: Any, *ways: Way) -> list[Line]:
    """Return the letters that are somewhere, the last changed first; 200 at most."""
    return log_of(site).lines(ways or tuple(Way))


def send_again(site: Any, id: str) -> None:
    """Send a letter that is uncertain or was refused once more: a person says so.

    :raises NoSuchLetter, LetterNotOpen: there is nothing to decide.
    """
    line = log_of(site).reopen(id, Way.WAITING)
    if line.payload.get("text"):
        intend(SEND, id, as_payload(from_payload(line.payload)))
    else:
        # One of a whole mailing: its solution makes it again.
        start_mailing(line.list, id.rpartition(":")[0])


def drop(site: Any, id: str) -> None:
    """Say that an uncertain or refused letter needs no more.

    :raises NoSuchLetter, LetterNotOpen: there is nothing to decide.
    """
    log_of(site).reopen(id, Way.DROPPED)


def take_report(site: Any, raw: bytes) -> bool:
    """Take the report of a mail server; return whether it was about a letter of ours.

    An address that does not work any more gets no letters; one that fails a few times
    in a row neither; who complained about a letter gets none from then on.

    :raises BounceUnreadable: it is no report.
    """
    report, log = read_report(raw), log_of(site)
    line = log.by_mark(report.mark) if report.mark else None
    line = line or (log.by_message(report.message_id) if report.message_id else None)
    if line is None or line.way in (Way.BOUNCED, Way.COMPLAINED):
        return line is not None
    found = storage.find(site, line.subscriber)
    if isinstance(report, Complaint):
        log.settle(line.id, Way.COMPLAINED, report.kind)
        if found is not None:
            storage.mark_gone(site, found, datetime.now(UTC).date().isoformat())
            storage.save(site, replace(found, standing=Standing.COMPLAINED.value))
        return True
    log.settle(line.id, Way.BOUNCED, report.reason)
    if found is not None and found.gets_letters:
        storage.save(site, _failed(found, report))
    return True


def _failed(one: Subscriber, bounce: Bounce) -> Subscriber:
    failures = MOST_SOFT_BOUNCES if bounce.lasting else one.soft_bounces + 1
    standing = Standing.BOUNCED if failures >= MOST_SOFT_BOUNCES else Standing.CONFIRMED
    return replace(one, soft_bounces=failures, standing=standing.value)


def _confirmation(site: Any, one: Subscriber, now: datetime) -> Letter:
    url = f"{site.absolute_url()}/@@{CONFIRM_PAGE}?jeton={_token(site, CONFIRM, one)}"
    known = lists_of(one.list)
    mapping = {"list": known.title(site, one.list), "url": url}
    subject = _(
        "mailing_confirm_subject",
        default="Confirmez votre abonnement à « ${list} »",
        mapping=mapping,
    )
    text = _(
        "mailing_confirm_text",
        default="Bonjour,\n\nQuelqu'un, sans doute vous, a demandé à recevoir "
        "« ${list} » à cette adresse.\n\nPour confirmer, ouvrez cette page et "
        "appuyez sur « Confirmer » :\n${url}\n\nSi vous n'avez rien demandé, "
        "ne faites rien : vous ne recevrez rien, et votre adresse sera oubliée "
        "dans sept jours.",
        mapping=mapping,
    )
    said = [translate(each, context=getRequest()) for each in (subject, text)]
    return Letter(f"confirm:{one.id}:{now.timestamp()}", one.list, one.address, *said,
                  subscriber=one.id)  # fmt: skip


def _token(site: Any, purpose: str, one: Subscriber) -> str:
    return token(storage.ensure_book(site).secret, purpose, one.id)


def _of_token(site: Any, purpose: str, text: str) -> Subscriber:
    book = storage.book_of(site)
    found = (
        None
        if book is None
        else storage.find(site, read_token(book.secret, purpose, text))
    )
    if found is None:
        raise TokenRefused(field="token")
    return found
