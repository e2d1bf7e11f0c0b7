"""What an import would write, or what stands against it: nothing in between."""

from communes.core.errors.domain import Reason
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.errors import ImportRefused
from communes.deliberations.domain.majority import Outcome
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.domain.votes import SecretVote
from dataclasses import dataclass
from datetime import date
from datetime import time


@dataclass(frozen=True)
class ImportFault:
    """One thing to correct: the row as a person finds it, the field, the reason."""

    row: str
    field: str
    reason: Reason

    def __str__(self) -> str:
        """Return "point 1, vote.yes : ..."."""
        place = f"{self.row}, {self.field}" if self.field else self.row
        return f"{place} : {self.reason}"


@dataclass(frozen=True)
class ItemPlan:
    """One item to write; texts are plain. ``decided``: the file says its decision.

    ``urgent`` items were accepted in session; ``outcome`` is computed from the vote.
    """

    number: int
    title: str
    public: bool
    motivation: str = ""
    decision: str = ""
    vote: PublicVote | SecretVote | None = None
    outcome: Outcome | None = None
    urgent: bool = False
    external_id: str = ""

    @property
    def decided(self) -> bool:
        """Whether the file tells what was decided."""
        return bool(self.decision)


@dataclass(frozen=True)
class ImportPlan:
    """One meeting to write, with the assembly its seats make."""

    assembly: str
    seats: tuple[Seat, ...]
    day: date
    presences: dict[str, Presence]
    items: tuple[ItemPlan, ...]
    opened_at: time | None = None
    closed_at: time | None = None
    place: str = ""
    chair: str = ""
    secretary: str = ""
    urgency_in_favour: tuple[Seat, ...] = ()
    source: str = ""
    external_id: str = ""

    @property
    def urgent_items(self) -> tuple[ItemPlan, ...]:
        """The items whose urgency the members declared."""
        return tuple(item for item in self.items if item.urgent)

    @property
    def voters(self) -> tuple[Seat, ...]:
        """Who is there with the right to vote, by precedence."""
        return tuple(
            seat
            for seat in self.seats
            if seat.votes and self.presences.get(seat.id) == Presence.PRESENT
        )


@dataclass(frozen=True)
class ImportReport:
    """The answer of a dry run: a plan, or every fault at once."""

    plan: ImportPlan | None
    faults: tuple[ImportFault, ...] = ()

    def accepted(self) -> ImportPlan:
        """Return the plan.

        :raises ImportRefused: there are faults; its reasons are the rows.
        """
        if self.plan is None:
            raise ImportRefused(
                *(
                    Reason(
                        fault.reason.code,
                        "${row}, ${field} : ${sentence}",
                        {
                            "row": fault.row,
                            "field": fault.field,
                            "sentence": fault.reason,
                        },
                        fault.reason.i18n_domain,
                    )
                    for fault in self.faults
                )
            )
        return self.plan
