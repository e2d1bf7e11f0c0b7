"""Who has taken an item over, and who has it again when it comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace


@dataclass(frozen=True)
class Claim:
    """``holder`` is an account, empty when nobody has the item.

    ``past`` tells who last had it, by state.
    """

    holder: str = ""
    past: Mapping[str, str] = field(default_factory=dict)


def claimed(claim: Claim, state: str, account: str) -> Claim:
    """Return the claim once ``account`` took the item over in ``state``."""
    return Claim(account, {**claim.past, state: account})


def released(claim: Claim, state: str) -> Claim:
    """Return the claim once the item was given back; it does not come back either."""
    past = {where: who for where, who in claim.past.items() if where != state}
    return replace(claim, holder="", past=past)


def moved(claim: Claim, state: str) -> Claim:
    """Return the claim of an item that has just come to ``state``.

    Another person's turn begins; where it was before, its former holder has it.
    """
    return replace(claim, holder=claim.past.get(state, ""))
