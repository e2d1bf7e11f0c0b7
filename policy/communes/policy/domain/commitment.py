"""What a decision asks of the accounts, and what became of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
import re


#: An article of the communal accounts: function, economic code, kind.
ARTICLE = re.compile(r"(?<!\d)\d{3,5}/\d{2,3}-\d{2}(?!\d)")
#: The organs whose decisions the message knows.
ORGANS = frozenset({"college", "conseil", "bourgmestre"})
LONGEST_LABEL = 300


@dataclass(frozen=True)
class Spending:
    """What an item says of its money; ``amount`` in euro as it was decided."""

    reference: str
    label: str
    organ: str
    decided_on: date
    amount: Decimal | None
    article: str
    year: int | None


@dataclass(frozen=True)
class Commitment:
    """What was asked, and the number once the accounts gave one."""

    reference: str
    asked_on: date
    number: str = ""
    committed_on: date | None = None


def request_of(spending: Spending) -> dict[str, object] | None:
    """Return the body that asks to commit a spending; None when there is nothing to.

    A decision that brings money in, or of which the amount or the article is not
    known, is the business of people. The year is that of the decision unless it says
    another.
    """
    found = ARTICLE.search(spending.article or "")
    asks = spending.amount is not None and spending.amount > 0
    if not asks or found is None or spending.organ not in ORGANS:
        return None
    return {
        "reference": spending.reference,
        "year": spending.year or spending.decided_on.year,
        "article": found[0],
        "amount": f"{spending.amount:.2f}",
        "label": spending.label[:LONGEST_LABEL],
        "decided_on": spending.decided_on.isoformat(),
        "decided_by": spending.organ,
    }
