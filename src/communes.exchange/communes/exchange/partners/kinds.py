"""The messages of finance and population, in which every back office is spoken to."""

from communes.exchange.messages.domain.kind import Change
from communes.exchange.messages.domain.kind import MessageKind
from communes.exchange.messages.interfaces import IMessageKinds
import datetime
from zope.interface import implementer


COMMITMENT_REQUEST = "communes.finance.commitment-request.v1"
COMMITMENT = "communes.finance.commitment.v1"
PERSON_CHANGED = "communes.population.person-changed.v1"
UNTRANSLATED = "communes.exchange.untranslated.v1"
_FIRST = (Change(datetime.date(2026, 11, 23), "Première version."),)
_TEXT = {"type": "string", "minLength": 1, "maxLength": 300}
_DAY = {"type": "string", "format": "date"}
_YEAR = {"type": "integer", "minimum": 2000, "maximum": 2100}


def _schema(required: dict[str, object], **optional: object) -> dict[str, object]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": list(required),
        "properties": {**required, **optional},
        # A field may be added within v1: who receives passes over what it ignores.
        "additionalProperties": True,
    }


_REQUEST = MessageKind(
    name=COMMITMENT_REQUEST,
    title="Demande d'engagement budgétaire",
    description=(
        "Une décision engage une dépense : la comptabilité est priée de l'inscrire. "
        "Elle répond par « communes.finance.commitment.v1 », ou refuse, et la "
        "demande attend d'être corrigée."
    ),
    schema=_schema(
        {
            "reference": _TEXT,
            "year": _YEAR,
            "article": {"type": "string", "pattern": r"^\d{3,5}/\d{2,3}-\d{2}$"},
            "amount": {"type": "string", "pattern": r"^\d{1,12}\.\d{2}$"},
            "label": _TEXT,
            "decided_on": _DAY,
            "decided_by": {"enum": ["college", "conseil", "bourgmestre"]},
        },
        creditor=_TEXT,
    ),
    example={
        "reference": "99901/college/2026/44/12",
        "year": 2026,
        "article": "421/731-60",
        "amount": "184500.00",
        "label": "Réfection de la rue du Moulin",
        "decided_on": "2026-11-23",
        "decided_by": "college",
        "creditor": "0999999922",
    },
    changes=_FIRST,
)
_COMMITMENT = MessageKind(
    name=COMMITMENT,
    title="Engagement inscrit",
    description=(
        "La comptabilité a inscrit l'engagement demandé : son numéro et son jour. "
        "« inreplyto » nomme la demande."
    ),
    schema=_schema({"reference": _TEXT, "number": _TEXT, "committed_on": _DAY}),
    example={
        "reference": "99901/college/2026/44/12",
        "number": "2026/004512",
        "committed_on": "2026-11-24",
    },
    changes=_FIRST,
)
_PERSON = MessageKind(
    name=PERSON_CHANGED,
    title="Changement d'une personne",
    description=(
        "Le registre de la population a changé : naissance, décès, nom, arrivée, "
        "départ ou adresse. « person » est le numéro que lui donne la population."
    ),
    schema=_schema(
        {
            "person": _TEXT,
            "change": {
                "enum": ["born", "deceased", "renamed", "arrived", "left", "moved"]
            },
            "last_name": _TEXT,
            "first_name": {"type": "string", "maxLength": 300},
            "effective_on": _DAY,
        },
        address=_schema(
            {"street": _TEXT, "postal_code": {"type": "string", "pattern": r"^\d{4}$"}},
            number={"type": "string", "maxLength": 20},
            box={"type": "string", "maxLength": 20},
            locality={"type": "string", "maxLength": 100},
        ),
    ),
    example={
        "person": "P-004217",
        "change": "moved",
        "last_name": "Lambert",
        "first_name": "Odile",
        "effective_on": "2026-11-20",
        "address": {
            "street": "Rue du Moulin",
            "number": "4",
            "postal_code": "5999",
            "locality": "Valmont-sur-Lesse",
        },
    },
    changes=_FIRST,
    personal=True,
)
_UNTRANSLATED = MessageKind(
    name=UNTRANSLATED,
    title="Dit par un partenaire, sans traduction",
    description=(
        "Ce qu'un partenaire a dit et que son connecteur ne comprend pas : gardé tel "
        "quel parmi les messages refusés, pour que rien ne se perde."
    ),
    schema=_schema({"problem": _TEXT, "said": {"type": "object"}}),
    example={"problem": "le genre « XYZ » est inconnu", "said": {"Type": "XYZ"}},
    changes=_FIRST,
    personal=True,
)


@implementer(IMessageKinds)
class PartnerMessages:
    """Declares them."""

    kinds = (_REQUEST, _COMMITMENT, _PERSON, _UNTRANSLATED)
