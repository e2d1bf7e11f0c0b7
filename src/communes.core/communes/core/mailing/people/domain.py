"""Addresses that come in a file, and what each of its lines becomes."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.core.importing.domain import Fate
from communes.core.importing.domain import refused
from communes.core.importing.domain import Row
from communes.core.mailing.domain.errors import AddressRefused
from communes.core.mailing.domain.subscriber import checked_address
from dataclasses import dataclass
from datetime import date
from typing import Literal


#: A sentence, not a word: who reads it later must find the proof again.
SHORTEST_SOURCE = 20
LEFT = "s'est désabonné : cette personne seule peut se réabonner"
Known = Literal["", "there", "gone"]


class SourceMissing(InvalidInput):
    """Cause: nobody says where the people of a file agreed, or when.

    Cure: say how they were asked, and where the proof is kept.
    """

    code = "mailing_source_missing"
    template = (
        "Dites où et comment ces personnes ont donné leur accord, et où la preuve est "
        "conservée (${least} signes au moins), avec la date, qui n'est pas à venir."
    )


@dataclass(frozen=True)
class Source:
    """Where people agreed: told by who brings their addresses in."""

    said: str
    day: date


@dataclass(frozen=True)
class Entrant:
    """One line of a file: an address and what it wishes, plain JSON values."""

    address: str
    wishes: Mapping[str, object]


def checked_source(said: str, day: date | None, today: date) -> Source:
    """Return the source of a file. :raises SourceMissing: it proves nothing."""
    text = " ".join(said.split())
    if len(text) < SHORTEST_SOURCE or day is None or day > today:
        raise SourceMissing(field="source", least=SHORTEST_SOURCE)
    return Source(text, day)


def fates(
    entrants: Iterable[Entrant], known: Mapping[str, Known]
) -> tuple[list[Row], list[Entrant]]:
    """Return what becomes of each line, and those who enter.

    Who is there already stays as they are; who left is not brought back; the same
    address twice enters once.

    :param known: address in small letters -> what the list knows of it.
    """
    rows: list[Row] = []
    entering: dict[str, Entrant] = {}
    for number, one in enumerate(entrants, 1):
        try:
            address = checked_address(one.address)
        except AddressRefused as error:
            rows.append(refused(number, one.address[:80], error.reason))
            continue
        low = address.lower()
        if known.get(low) == "gone":
            # Nothing wrong with the file: the line is passed over, and says why.
            rows.append(Row(number, f"{address} ({LEFT})", Fate.UNCHANGED))
        elif known.get(low) or low in entering:
            rows.append(Row(number, address, Fate.UNCHANGED))
        else:
            entering[low] = Entrant(address, one.wishes)
            rows.append(Row(number, address, Fate.CREATED))
    return rows, list(entering.values())
