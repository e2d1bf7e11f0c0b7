"""The message ``communes.publications.interpellation.v1``."""

from communes.exchange.messages.domain.kind import Change
from communes.exchange.messages.domain.kind import MessageKind
from communes.publications.domain.interpellation.request import Interpellation
from communes.publications.domain.interpellation.request import KINDS
from communes.publications.domain.interpellation.request import LONGEST
from dataclasses import asdict
from datetime import date
from datetime import datetime
from datetime import UTC


NAME = "communes.publications.interpellation.v1"
#: The assembly that hears interpellations.
ASSEMBLY = "conseil"


def body_of(
    id: str, nis: str, asked: Interpellation, moment: datetime
) -> dict[str, object]:
    """Return the body of the message about what was filed at a moment."""
    return {
        "id": id,
        "nis": nis,
        "assembly": ASSEMBLY,
        "received_at": moment.isoformat(),
        **asdict(asked),
    }


def _text(most: int) -> dict[str, object]:
    return {"type": "string", "minLength": 1, "maxLength": most}


_EXAMPLE = Interpellation(
    kind="interpellation",
    name="Anne Delvaux",
    address="Rue de l'Église 12, 5999 Valmont-sur-Lesse",
    mail="anne.delvaux@exemple.be",
    title="La fermeture de la gare",
    question="Que fait la commune pour que les trains s'arrêtent à nouveau à la gare ?",
)

INTERPELLATION = MessageKind(
    name=NAME,
    title="Interpellation d'un citoyen",
    description=(
        "Ce qu'un habitant demande au conseil, déposé sur le portail (CDLD, art. "
        "L1122-14). Le destinataire en fait un point ; l'identifiant ne change pas, "
        "et le même message n'en fait jamais deux."
    ),
    schema={
        "type": "object",
        "required": [
            "id", "nis", "assembly", "received_at", "kind", "name", "address", "mail",
            "title", "question",
        ],
        "properties": {
            "id": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "nis": {"type": "string", "pattern": r"^\d{5}$"},
            "assembly": {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,40}$"},
            "received_at": {"type": "string", "format": "date-time"},
            "kind": {"enum": list(KINDS)},
            "mail": {"type": "string", "format": "email", "maxLength": 254},
            **{name: _text(most) for name, most in LONGEST.items()},
        },
        "additionalProperties": True,
    },
    example=body_of("0" * 31 + "1", "99901", _EXAMPLE,
                    datetime(2026, 11, 2, 9, 30, tzinfo=UTC)),
    changes=(Change(date(2026, 11, 23), "Première version."),),
    personal=True,
)  # fmt: skip
