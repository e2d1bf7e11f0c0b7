"""Hand one letter to the post of the site; what became of it is kept elsewhere."""

from communes.core.jobs.errors import Unavailable
from email.message import EmailMessage
from plone import api
import smtplib


class Refused(Exception):
    """The post refuses this letter for good: its reason is told to the sender."""


def send_letter(
    address: str, subject: str, text: str, name: str = "", data: bytes = b""
) -> None:
    """Send a letter at once, with a PDF when there is one.

    :param name: of the file that is joined.
    :raises Refused: the server does not take this letter.
    :raises Unavailable: the server does not answer, or the site has none: later.
    """
    sender = api.portal.get_registry_record("plone.email_from_address", default="")
    if not sender:
        raise Unavailable("the site has no address to send from")
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = sender
    message["To"] = address
    message.set_content(text)
    if data:
        message.add_attachment(
            data, maintype="application", subtype="pdf", filename=name
        )
    try:
        api.portal.get_tool("MailHost").send(message, immediate=True)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as error:
        raise Refused(str(error)) from error
    except (OSError, smtplib.SMTPException) as error:
        raise Unavailable(str(error)) from error
