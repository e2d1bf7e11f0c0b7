"""A mandate is a seat somebody holds in a body, from one day to another."""

from collections.abc import Iterable
from communes.core.errors.domain import InvalidInput
from communes.core.organisation.domain.person import Person
from dataclasses import dataclass
from datetime import date


class MandateEndsBeforeItStarts(InvalidInput):
    """The two days of a mandate are exchanged: correct the end."""

    code = "mandate_ends_before_it_starts"
    template = "Le mandat finit le ${ends}, avant de commencer le ${starts}."


@dataclass(frozen=True)
class Mandate:
    """One seat of one person in one body.

    :param person: who holds it.
    :param body: id of the assembly ("college", "conseil").
    :param role: the function, in French ("échevin", "conseiller communal").
    :param group: political group, empty when the seat has none.
    :param precedence: rank in the order of precedence, 1 comes first.
    :param starts: first day in office.
    :param ends: last day in office, included; None while it lasts.
    :param votes: whether the seat has a deliberative voice.
    :param id: unique among the mandates of the person.
    """

    person: Person
    body: str
    role: str
    group: str
    precedence: int
    starts: date
    ends: date | None = None
    votes: bool = True
    id: str = ""

    def __post_init__(self) -> None:
        """Refuse a mandate that ends before it starts."""
        if self.ends is not None and self.ends < self.starts:
            raise MandateEndsBeforeItStarts(
                field="ends", starts=self.starts, ends=self.ends
            )

    def covers(self, day: date) -> bool:
        """Tell whether the person is in office on ``day``."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


def in_office(mandates: Iterable[Mandate], body: str, day: date) -> tuple[Mandate, ...]:
    """Return the mandates of ``body`` that run on ``day``, by order of precedence.

    Two of the same rank stand by seniority, then by the id of the person, so that
    the order never depends on the order of the input.
    """
    found = (mandate for mandate in mandates if mandate.body == body)
    return tuple(
        sorted(
            (mandate for mandate in found if mandate.covers(day)),
            key=lambda mandate: (
                mandate.precedence,
                mandate.starts,
                mandate.person.id,
                mandate.id,
            ),
        )
    )
