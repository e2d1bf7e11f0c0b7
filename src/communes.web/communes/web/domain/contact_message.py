"""The message ``communes.web.contact.v1``: what somebody wrote, for the mail room."""

from communes.core.mailing.domain.subscriber import LONGEST_ADDRESS
from communes.exchange.messages.domain.kind import Change
from communes.exchange.messages.domain.kind import MessageKind
from communes.web.domain.contact_form import LONGEST_MESSAGE
from communes.web.domain.contact_form import LONGEST_NAME
from communes.web.domain.contact_form import Message
from communes.web.domain.contact_form import Subject
from datetime import date
from datetime import datetime
from datetime import UTC


NAME = "communes.web.contact.v1"


def body_of(
    id: str, form: str, subject: Subject, message: Message, moment: datetime
) -> dict[str, object]:
    """Return the body of the message about what was written at a moment."""
    return {
        "id": id,
        "form": form,
        "subject": subject.title,
        "service": subject.service,
        "received_at": moment.isoformat(),
        "name": message.name,
        "mail": message.address,
        "text": message.text,
    }


def _text(most: int, least: int = 1) -> dict[str, object]:
    return {"type": "string", "minLength": least, "maxLength": most}


CONTACT = MessageKind(
    name=NAME,
    title="Message d'un formulaire de contact",
    description=(
        "Ce qu'une personne a écrit sur le site de la commune. Le destinataire en fait "
        "un courrier entrant ; l'identifiant ne change pas, et le même message n'en "
        "fait jamais deux. L'adresse est celle que la personne a tapée : rien ne "
        "prouve qu'elle est la sienne."
    ),
    schema={
        "type": "object",
        "required": [
            "id", "form", "subject", "service", "received_at", "name", "mail", "text",
        ],
        "properties": {
            "id": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "form": _text(255),
            "subject": _text(255),
            "service": _text(255, least=0),
            "received_at": {"type": "string", "format": "date-time"},
            "name": _text(LONGEST_NAME),
            "mail": {
                "type": "string", "format": "email", "maxLength": LONGEST_ADDRESS,
            },
            "text": _text(LONGEST_MESSAGE),
        },
        "additionalProperties": True,
    },
    example=body_of(
        "0" * 31 + "1",
        "Écrire au service Travaux",
        Subject("voirie", "Voirie et trottoirs", "travaux"),
        Message(
            "Anne Delvaux",
            "anne.delvaux@exemple.be",
            "voirie",
            "Un pavé manque devant le numéro 12 de la rue de l'Église, un enfant y est "
            "tombé ce matin.",
        ),
        datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
    ),
    changes=(Change(date(2026, 11, 23), "Première version."),),
    personal=True,
)  # fmt: skip
