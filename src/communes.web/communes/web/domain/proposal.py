"""What a citizen proposes: an event or a piece of news, and who to answer to."""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import RuleRefused
from communes.web.domain.errors import DOMAIN
from dataclasses import dataclass
import re


LONGEST = {"title": 200, "description": 600, "text": 8000, "name": 120}
_MAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]{2,}")


class NotOpenHere(RuleRefused):
    """Cause: this agenda or folder takes no proposals. Cure: write to the commune."""

    i18n_domain = DOMAIN
    code = "web_proposals_closed"
    template = "« ${name} » ne reçoit pas de propositions : écrivez à la commune."


class ProposalRefused(InvalidInput):
    """Cause: something a person needs to answer is missing. Cure: fill the field."""

    i18n_domain = DOMAIN
    code = "web_proposal_refused"
    template = "« ${name} » : ${problem}."


@dataclass(frozen=True)
class Proposer:
    """Who proposes; read by those who moderate, forgotten after the answer."""

    name: str
    mail: str


def read_proposer(typed: Mapping[str, object]) -> Proposer:
    """Return who proposes.

    :raises ProposalRefused: the name or the address is missing or none.
    """
    name, mail = _text(typed, "name"), _text(typed, "mail")
    if not name or len(name) > LONGEST["name"]:
        raise _refused("name", "Votre nom", "il est nécessaire, et court")
    if not _MAIL.fullmatch(mail) or len(mail) > 200:
        problem = "écrivez une adresse comme nom@exemple.be"
        raise _refused("mail", "Votre adresse électronique", problem)
    if not typed.get("consent"):
        problem = "cochez la case pour envoyer"
        raise _refused("consent", "Votre accord", problem)
    return Proposer(name, mail)


def refuse_long(values: Mapping[str, object]) -> None:
    """Refuse texts longer than a proposal needs.

    :raises ProposalRefused: it names the field and the bound.
    """
    for name, most in LONGEST.items():
        if len(str(values.get(name) or "")) > most:
            raise _refused(name, name, f"{most} signes au plus")
    if not str(values.get("title") or "").strip():
        raise _refused("title", "Titre", "il est nécessaire")


def _text(typed: Mapping[str, object], name: str) -> str:
    return " ".join(str(typed.get(name) or "").split())


def _refused(field: str, name: str, problem: str) -> ProposalRefused:
    return ProposalRefused(field=field, name=name, problem=problem)
