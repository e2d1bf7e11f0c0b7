"""Who and what the ids of a programme stand for, as the accounts want to read it."""

from collections.abc import Mapping
from communes.pst.domain.ecomptes.document import Civility
from communes.pst.domain.ecomptes.document import Contact
from dataclasses import dataclass
from dataclasses import field


_CIVILITIES = {"f": Civility.MRS, "m": Civility.MR}


@dataclass(frozen=True)
class PersonCard:
    """What the directory knows of a person. ``gender``: "f", "m", "x" or empty."""

    last_name: str
    first_name: str = ""
    gender: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Directory:
    """The people and services of one administration.

    :param people: cards of carriers, agents and mandataries, by id.
    :param services: titles of services, by id.
    """

    people: Mapping[str, PersonCard] = field(default_factory=dict)
    services: Mapping[str, str] = field(default_factory=dict)

    def name(self, id: str) -> str:
        """Return the name of a person, the id when nothing is known."""
        card = self.people.get(id)
        return f"{card.first_name} {card.last_name}".strip() if card else id

    def contact(self, id: str) -> Contact | None:
        """Return the person for the file; None when their title is not known.

        The schema wants Monsieur or Madame, and nobody's is guessed.
        """
        card = self.people.get(id)
        if card is None or card.gender not in _CIVILITIES:
            return None
        return Contact(
            _CIVILITIES[card.gender],
            card.last_name[:100],
            card.first_name[:50],
            "".join(card.phone.split())[:15],
            card.email[:255],
        )
