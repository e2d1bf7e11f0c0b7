"""The convocation of each member by e-mail, and the proof of it."""

from collections.abc import Mapping
from communes.core.errors.domain import RuleRefused
from communes.core.parts.domain.writing import hour
from communes.core.parts.domain.writing import long_date
from communes.deliberations.domain.errors import I18N_DOMAIN
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from enum import StrEnum


#: A letter in flight for longer was cut off: nobody can say whether it went.
FLIGHT = timedelta(minutes=10)


class Posting(StrEnum):
    """Where the letter to one member stands.

    ``SENDING`` is written before the server of the post is asked: a process that
    dies there leaves it so, and the letter is never sent twice by itself.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    NO_ADDRESS = "no_address"
    UNCERTAIN = "uncertain"


POSTING_LABELS = {
    Posting.WAITING: "En attente d'envoi",
    Posting.SENDING: "Envoi en cours",
    Posting.SENT: "Envoyée",
    Posting.FAILED: "Envoi refusé",
    Posting.NO_ADDRESS: "Sans adresse",
    Posting.UNCERTAIN: "Envoi incertain",
}


class NotToBeConvened(RuleRefused):
    """The agenda is not frozen, or the meeting is over. Cure: freeze it first."""

    code = "not_to_be_convened"
    template = (
        "La convocation part d'un ordre du jour gelé et d'une séance à venir : gelez "
        "l'ordre du jour, ou corrigez la date."
    )
    i18n_domain = I18N_DOMAIN


@dataclass(frozen=True)
class ConvocationLetter:
    """The convocation of one member; ``seat`` is the id of theirs."""

    seat: str
    name: str
    address: str = ""
    posting: Posting = Posting.WAITING
    asked_at: datetime | None = None
    sent_at: datetime | None = None
    acknowledged_at: datetime | None = None
    reason: str = ""


def shown(letter: ConvocationLetter, now: datetime) -> Posting:
    """Return where a letter stands for a person: what flies too long is uncertain."""
    if letter.posting is not Posting.SENDING or letter.asked_at is None:
        return letter.posting
    return Posting.UNCERTAIN if now - letter.asked_at > FLIGHT else Posting.SENDING


def may_go(letter: ConvocationLetter) -> bool:
    """Return whether the worker may send it.

    Never what was in flight or has gone; what failed waits for a person to ask again.
    """
    return letter.posting is Posting.WAITING


def to_send_again(
    letters: Mapping[str, ConvocationLetter], now: datetime
) -> tuple[str, ...]:
    """Return the seats whose letter a person may ask to send again."""
    again = (Posting.FAILED, Posting.UNCERTAIN)
    return tuple(seat for seat, one in letters.items() if shown(one, now) in again)


def text_of(
    letter: ConvocationLetter, assembly: str, moment: datetime, place: str, url: str
) -> tuple[str, str]:
    """Return the subject and the plain text of a letter; the document is joined."""
    when = f"{long_date(moment.date())} à {hour(moment)}"
    where = f", {place}" if place else ""
    return (
        f"Convocation – {assembly} du {long_date(moment.date())}",
        f"Madame, Monsieur {letter.name},\n\n"
        f"Vous êtes convoqué(e) à la séance de {assembly} du {when}{where}.\n"
        "La convocation et l'ordre du jour sont joints à ce message.\n\n"
        f"Les points et leurs pièces, et l'accusé de réception :\n{url}\n",
    )
