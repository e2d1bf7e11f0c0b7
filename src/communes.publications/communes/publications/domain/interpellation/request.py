"""An interpellation or a question as a citizen files it (CDLD, art. L1122-14)."""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import RuleRefused
from communes.core.mailing.domain.subscriber import checked_address
from communes.publications.domain.errors import DOMAIN
from dataclasses import dataclass


LONGEST = {"name": 100, "address": 200, "title": 150, "question": 10_000}
LABELS = {
    "name": "Nom et prénom",
    "address": "Adresse dans la commune",
    "title": "Objet",
    "question": "Question",
}
KINDS = {"interpellation": "Interpellation", "question": "Question écrite"}


class AnswerMissing(InvalidInput):
    """Cause: something that is asked for is not there, or is too long."""

    i18n_domain = DOMAIN
    code = "interpellation_field"
    template = "« ${name} » : écrivez de 1 à ${most} signes."


class NotAnInhabitant(InvalidInput):
    """Cause: the person does not say to be an inhabitant of the commune."""

    i18n_domain = DOMAIN
    code = "interpellation_inhabitant"
    template = (
        "Le droit d'interpeller le conseil est celui des habitants de la commune "
        "(CDLD, art. L1122-14) : cochez la case si vous en êtes."
    )


class NotFiledHere(RuleRefused):
    """Cause: the institution takes no interpellation by the portal.

    Cure: write to it; or have it declared as a correspondent that gets them.
    """

    i18n_domain = DOMAIN
    code = "interpellation_not_here"
    template = (
        "« ${name} » ne reçoit pas d'interpellation par ce portail : écrivez à ${mail}."
    )


@dataclass(frozen=True)
class Interpellation:
    """Who asks what; plain texts."""

    kind: str
    name: str
    address: str
    mail: str
    title: str
    question: str


def read_interpellation(values: Mapping[str, str], inhabitant: bool) -> Interpellation:
    """Return what was typed, without blanks around it.

    :raises AnswerMissing, NotAnInhabitant, AddressRefused: the first thing wrong.
    """
    texts = {name: values.get(name, "").strip() for name in LONGEST}
    for name, most in LONGEST.items():
        if not 0 < len(texts[name]) <= most:
            raise AnswerMissing(field=name, name=LABELS[name], most=most)
    mail = checked_address(values.get("mail", ""))
    if not inhabitant:
        raise NotAnInhabitant(field="inhabitant")
    kind = values.get("kind", "")
    texts["title"] = " ".join(texts["title"].split())
    return Interpellation(
        kind=kind if kind in KINDS else "interpellation", mail=mail, **texts
    )
