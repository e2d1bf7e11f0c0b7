"""A form to write to a service, and where a message goes."""

from communes.core.mailing.domain.subscriber import checked_address
from communes.web.domain.errors import MessageRefused
from dataclasses import dataclass
from dataclasses import replace


LONGEST_MESSAGE = 10_000


@dataclass(frozen=True)
class Subject:
    """What one writes about, and the service that reads it."""

    id: str
    title: str
    service: str


@dataclass(frozen=True)
class ContactForm:
    """``to_mail_room``: a message is also made an incoming mail."""

    id: str
    title: str
    subjects: tuple[Subject, ...]
    consent: str
    to_mail_room: bool = False


@dataclass(frozen=True)
class Message:
    """What somebody wrote; ``copy`` when they want it by mail."""

    name: str
    address: str
    subject: str
    text: str
    consented: bool = False
    copy: bool = False


def routed(form: ContactForm, message: Message) -> tuple[Message, Subject]:
    """Return the message as it is kept, and the subject that says who reads it.

    :raises MessageRefused: it names the first field at fault.
    :raises AddressRefused: there is no such address.
    """
    subjects = {one.id: one for one in form.subjects}
    fields = (
        ("name", "votre nom", message.name.strip()),
        ("subject", "le sujet", message.subject in subjects),
        ("text", "le message", message.text.strip()),
        ("text", "un message plus court", len(message.text) <= LONGEST_MESSAGE),
        ("consented", "l'accord sur vos données", message.consented),
    )
    for name, said, there in fields:
        if not there:
            raise MessageRefused(field=name, value=said)
    # A name goes into a header of the mail: it is one line.
    name = " ".join(message.name.split())
    address = checked_address(message.address)
    kept = replace(message, name=name, address=address, text=message.text.strip())
    return kept, subjects[message.subject]
