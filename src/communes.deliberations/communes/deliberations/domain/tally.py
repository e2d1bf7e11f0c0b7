"""How the voices of one vote add up."""

from communes.deliberations.domain.errors import NegativeCount
from dataclasses import dataclass
from dataclasses import fields
from enum import StrEnum


class VoteValue(StrEnum):
    """What one member expressed, or what one ballot says."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    DOES_NOT_VOTE = "does_not_vote"
    NOT_FOUND = "not_found"
    INVALID = "invalid"
    BLANK = "blank"
    NOT_ENCODED = "not_encoded"


VOTE_VALUE_LABELS = {
    VoteValue.YES: "Pour",
    VoteValue.NO: "Contre",
    VoteValue.ABSTAIN: "Abstention",
    VoteValue.DOES_NOT_VOTE: "Ne vote pas",
    VoteValue.NOT_FOUND: "Bulletin non trouvé",
    VoteValue.INVALID: "Bulletin invalide",
    VoteValue.BLANK: "Blanc",
    VoteValue.NOT_ENCODED: "Pas encodé",
}

# A ballot paper tells these; "not encoded" is a state of the work, not of a paper.
BALLOT_VALUES = tuple(value for value in VoteValue if value != VoteValue.NOT_ENCODED)


@dataclass(frozen=True)
class Tally:
    """The counts of one vote, one per value; none may be negative."""

    yes: int = 0
    no: int = 0
    abstain: int = 0
    does_not_vote: int = 0
    not_found: int = 0
    invalid: int = 0
    blank: int = 0
    not_encoded: int = 0

    def __post_init__(self) -> None:
        for name in COUNTS:
            count = getattr(self, name)
            if count < 0:
                raise NegativeCount(field=name, count=count)

    @property
    def voters(self) -> int:
        """How many members the counts stand for."""
        return sum(getattr(self, name) for name in COUNTS)

    @property
    def complete(self) -> bool:
        """Whether every voter is encoded."""
        return not self.not_encoded

    @property
    def unanimous(self) -> bool:
        """Whether every voter said yes."""
        return self.yes > 0 and self.yes == self.voters


COUNTS = tuple(one.name for one in fields(Tally))
