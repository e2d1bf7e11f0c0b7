"""What the end of a mandate means: the right to read belongs to the office.

Source: CDLD, art. L1122-10.
"""

from collections.abc import Collection
from collections.abc import Iterable
from communes.core.organisation.domain import Mandate
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Ended:
    """An office that is over: of whom, their account, its last day."""

    person: str
    user: str
    last_day: date

    @property
    def key(self) -> str:
        """What tells this end from another one of the same person."""
        return f"{self.person}:{self.last_day.isoformat()}"


def ended(
    mandates: Iterable[Mandate], day: date, known: Collection[str] = ()
) -> tuple[Ended, ...]:
    """Return the offices in one assembly that are over on ``day``.

    Whoever sits again, or still, in another quality has not left.

    :param known: keys of the ends already dealt with.
    """
    last: dict[str, Ended] = {}
    sits = set()
    for one in mandates:
        if one.covers(day):
            sits.add(one.person.id)
        elif one.ends is not None and one.ends < day and one.person.user:
            end = Ended(one.person.id, one.person.user, one.ends)
            earlier = last.get(end.person)
            if earlier is None or earlier.last_day < end.last_day:
                last[end.person] = end
    found = (one for id, one in last.items() if id not in sits)
    return tuple(one for one in found if one.key not in known)
