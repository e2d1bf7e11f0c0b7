"""Hands a message to the mail server of the site; says how sure the outcome is."""

from communes.core.jobs.errors import Unavailable
from plone import api
import smtplib


class Refused(Exception):
    """The server refuses this letter for good; the reason is its own."""


class NotNow(Exception):
    """The server does not take this letter yet: another time."""


class Uncertain(Exception):
    """The line broke after the letter was given: the server may have taken it."""


def hand_over(sender: str, address: str, message: bytes) -> None:
    """Give a message to the server; returning, it has accepted it.

    :raises Unavailable: the server is away; nothing was given.
    :raises Refused, NotNow, Uncertain: see there.
    """
    mailer = api.portal.get_tool("MailHost")._makeMailer()
    try:
        # The connection first: what fails here has given nothing away.
        mailer.vote(sender, [address], message)
    except (OSError, smtplib.SMTPException, RuntimeError) as error:
        raise Unavailable(str(error)) from error
    try:
        mailer.send(sender, [address], message)
    except smtplib.SMTPRecipientsRefused as error:
        code, said = error.recipients[address]
        raise _refusal(code, said) from error
    except smtplib.SMTPDataError as error:
        raise _refusal(error.smtp_code, error.smtp_error) from error
    except (
        smtplib.SMTPSenderRefused,
        smtplib.SMTPAuthenticationError,
        smtplib.SMTPNotSupportedError,
        RuntimeError,
    ) as error:
        # About us, not about the letter: the operator mends it, the letters wait.
        raise Unavailable(str(error)) from error
    except (OSError, smtplib.SMTPException) as error:
        raise Uncertain(str(error)) from error


def _refusal(code: int, said: bytes | str) -> Exception:
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    return (Refused if code >= 500 else NotNow)(f"{code} {text}")
