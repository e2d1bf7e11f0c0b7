"""From our messages to the fields of the back office, and back.

Its days are « 23/11/2026 », its amounts « 184500,00 », its words in capitals.
"""

from collections.abc import Mapping
from communes.exchange.partners.domain.errors import NotUnderstood
from datetime import date
from datetime import datetime


_CHANGES = {
    "NAISS": "born",
    "DECES": "deceased",
    "CHG_NOM": "renamed",
    "ENTREE": "arrived",
    "SORTIE": "left",
    "CHG_ADR": "moved",
}
_ADDRESS = {
    "Rue": "street",
    "Num": "number",
    "Bte": "box",
    "CP": "postal_code",
    "Localite": "locality",
}
Said = Mapping[str, object]


def to_commitment(message_id: str, body: Said) -> dict[str, object]:
    """Return the fields of ``POST /engagements`` for a request of ours.

    ``RefExterne`` is the id of the message: asked twice, it is inscribed once.
    """
    return {
        "RefExterne": message_id,
        "Exercice": body["year"],
        "Article": body["article"],
        "Montant": str(body["amount"]).replace(".", ","),
        "Libelle": body["label"],
        "DateDecision": _their_day(str(body["decided_on"])),
        "Organe": str(body["decided_by"]).upper(),
        "Tiers": body.get("creditor", ""),
    }


def from_commitment(reference: str, said: Said) -> dict[str, object]:
    """Return the body of our answer for what the back office inscribed.

    :raises NotUnderstood: a field is missing or is no day.
    """
    return {
        "reference": reference,
        "number": _text(said, "NumEngagement"),
        "committed_on": _our_day(_text(said, "DateEngagement")),
    }


def from_change(said: Said) -> dict[str, object]:
    """Return the body of ``person-changed`` for a mutation of the population.

    :raises NotUnderstood: its kind is unknown, or a field is missing or is no day.
    """
    kind = _text(said, "Type")
    if kind not in _CHANGES:
        raise NotUnderstood(problem=f"le genre de mutation « {kind} » est inconnu")
    first = said.get("Prenom", "")
    body: dict[str, object] = {
        "person": _text(said, "Matricule"),
        "change": _CHANGES[kind],
        "last_name": _text(said, "Nom"),
        "first_name": first if isinstance(first, str) else "",
        "effective_on": _our_day(_text(said, "DateEffet")),
    }
    address = said.get("Adresse")
    if isinstance(address, Mapping):
        body["address"] = {
            ours: str(address[theirs])
            for theirs, ours in _ADDRESS.items()
            if address.get(theirs)
        }
    return body


def sequence_of(said: Said) -> int:
    """Return the number the back office gives a mutation: 1, 2, 3…

    :raises NotUnderstood: it has none; what follows can not be put in order.
    """
    number = said.get("Seq")
    if type(number) is not int or number < 1:
        raise NotUnderstood(problem="une mutation n'a pas de numéro « Seq »")
    return number


def subject_of(said: Said) -> str:
    """Return what a mutation is about: the order is kept for one person."""
    person = said.get("Matricule")
    known = isinstance(person, str) and person.isascii() and person.isprintable()
    name = person if known and " " not in str(person) else ""
    return f"person:{name or sequence_of(said)}"


def _text(said: Said, name: str) -> str:
    found = said.get(name)
    if not isinstance(found, str) or not found.strip():
        raise NotUnderstood(problem=f"le champ « {name} » manque")
    return found.strip()


def _our_day(text: str) -> str:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date().isoformat()
    except ValueError as error:
        raise NotUnderstood(problem=f"« {text} » n'est pas un jour") from error


def _their_day(text: str) -> str:
    return date.fromisoformat(text).strftime("%d/%m/%Y")
