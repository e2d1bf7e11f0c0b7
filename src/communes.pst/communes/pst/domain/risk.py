"""What may go wrong with an element, and what is done about it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Risk:
    """One risk of the register.

    :param id: stable within its element.
    :param probability: from 1 (rare) to 5 (nearly sure).
    :param impact: from 1 (negligible) to 5 (the element fails).
    :param owner: who watches over it: a service or an account.
    :param closed_on: the day the risk was over; None while it is open.
    """

    id: str
    title: str
    probability: int
    impact: int
    mitigation: str = ""
    owner: str = ""
    review_on: date | None = None
    closed_on: date | None = None
