"""A form to write to a service, and where a message goes."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.mailing.domain.errors import AddressRefused
from communes.core.mailing.domain.subscriber import checked_address
from communes.web.domain.errors import BadSubjects
from communes.web.domain.errors import MessageRefused
from communes.web.domain.newsletter.reading import slug
from dataclasses import dataclass
from dataclasses import replace
import re


LONGEST_MESSAGE = 10_000
LONGEST_NAME = 100
MOST_SUBJECTS = 40
_LINK = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Subject:
    """What one writes about, and the service that reads it, at ``mail``."""

    id: str
    title: str
    service: str
    mail: str = ""


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
        ("name", "un nom plus court", len(message.name) <= LONGEST_NAME),
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


def read_subjects(rows: Iterable[Mapping[str, object]]) -> tuple[Subject, ...]:
    """Return the subjects of a form; one without an id gets it of its title.

    :raises BadSubjects: one lacks its name, or the address of who reads it.
    """
    found: dict[str, Subject] = {}
    for row in rows:
        said = {name: " ".join(str(row.get(name) or "").split()) for name in _KEYS}
        id = said["id"] or slug(said["title"])
        if not said["title"] or not id or id in found:
            raise BadSubjects(field="subjects", name=said["title"])
        try:
            mail = checked_address(said["mail"])
        except AddressRefused as error:
            raise BadSubjects(field="subjects", name=said["title"]) from error
        found[id] = Subject(id, said["title"], said["service"], mail)
    if not found or len(found) > MOST_SUBJECTS:
        raise BadSubjects(field="subjects", name=f"{len(found)} sujets")
    return tuple(found.values())


_KEYS = ("id", "title", "service", "mail")


def link_count(text: str) -> int:
    """Return how many links a message holds: who reads it is told."""
    return len(_LINK.findall(text))


def may_copy(message: Message) -> bool:
    """Return whether a copy goes to the address that was typed.

    Nobody proved to own it: a message with links is copied to nobody, or the form
    would send other people's advertising in the commune's name.
    """
    return message.copy and not link_count(f"{message.name} {message.text}")


def service_letter(
    form: ContactForm, subject: Subject, message: Message, number: str
) -> tuple[str, str]:
    """Return subject and text of the letter to the service that reads it."""
    links = link_count(message.text)
    lines = [
        f"Message {number} du formulaire « {form.title} », sujet « {subject.title} ».",
        f"De : {message.name} <{message.address}>",
        f"Attention : le message contient {links} lien(s)." if links else "",
        "Répondez à ce courriel pour écrire à cette personne.",
        "",
        message.text,
    ]
    return (
        f"[{subject.title}] Message de {message.name} ({number})",
        "\n".join(line for place, line in enumerate(lines) if line or place == 4),
    )


def copy_letter(
    form: ContactForm, subject: Subject, message: Message, number: str
) -> tuple[str, str]:
    """Return subject and text of the copy that goes to who wrote."""
    return (
        f"Votre message « {subject.title} » ({number})",
        f"Bonjour,\n\nVotre message à « {form.title} » est bien arrivé sous le numéro "
        f"{number}. En voici la copie.\n\n{message.text}\n\nSi vous n'avez rien "
        "écrit, quelqu'un s'est trompé d'adresse : ne faites rien.",
    )
