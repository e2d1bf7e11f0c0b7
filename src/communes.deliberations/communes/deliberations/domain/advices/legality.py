"""The legality advice of the finance director: dated thresholds and delays."""

from collections.abc import Mapping
from communes.core.parts.domain.writing import amount as written_amount
from communes.deliberations.domain.advices.settings import ThresholdRow
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
from functools import cache
from pathlib import Path
import tomllib
from typing import Any


_TABLE = Path(__file__).with_name("legality.toml")


@dataclass(frozen=True)
class Threshold:
    """An amount from which the advice is compulsory, over one period.

    ``strict``: above it, else from it on; ``basis``: "htva" or "tvac", where
    ``vat_percent`` is added to an amount known without VAT.
    ``verified_on`` is the day the source was read, None when it was not yet.
    """

    amount: Decimal
    strict: bool
    basis: str
    starts: date
    source: str
    ends: date | None = None
    article: str = ""
    verified_on: date | None = None
    vat_percent: int = 21

    def passed(self, amount: Decimal) -> bool:
        """Return whether an amount without VAT, spent or received, asks for advice."""
        counted = abs(amount)
        if self.basis == "tvac":
            counted += counted * self.vat_percent / 100
        return counted > self.amount if self.strict else counted >= self.amount

    @property
    def sentence(self) -> str:
        """The threshold as an agent says it: « plus de 30 000 € HTVA »."""
        words = "plus de" if self.strict else "à partir de"
        return f"{words} {written_amount(self.amount)} {self.basis.upper()}"


@dataclass(frozen=True)
class LegalDelay:
    """How many working days the law gives for an advice, over one period."""

    id: str
    days: int
    starts: date
    article: str
    source: str
    ends: date | None = None
    verified_on: date | None = None


def threshold_at(day: date, own: tuple[ThresholdRow, ...] = ()) -> Threshold | None:
    """Return the threshold in force on ``day``, or None.

    :param own: the rows of the assembly, which replace the law's table.
    """
    rows = tuple(map(_own, own)) or _law()[0]
    found = [one for one in rows if _covers(one.starts, one.ends, day)]
    return max(found, key=lambda one: one.starts) if found else None


def delay_at(id: str, day: date) -> LegalDelay | None:
    """Return the delay ``id`` that the law gives on ``day``, or None."""
    found = [
        one for one in _law()[1] if one.id == id and _covers(one.starts, one.ends, day)
    ]
    return max(found, key=lambda one: one.starts) if found else None


def threshold_problem(row: ThresholdRow) -> str:
    """Return what is wrong in a row of the settings; empty when it can be read."""
    try:
        _own(row)
    except InvalidOperation:
        return f"« {row.amount} » n'est pas un montant"
    except ValueError:
        return f"« {row.starts} » – « {row.ends} » : une date s'écrit 2024-09-01"
    return ""


@cache
def _law() -> tuple[tuple[Threshold, ...], tuple[LegalDelay, ...]]:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return (
        tuple(_threshold(row) for row in table["threshold"]),
        tuple(LegalDelay(**row) for row in table["delay"]),
    )


def _threshold(row: Mapping[str, Any]) -> Threshold:
    return Threshold(**{**row, "amount": Decimal(row["amount"])})


def _own(row: ThresholdRow) -> Threshold:
    return Threshold(
        amount=Decimal(row.amount),
        strict=row.strict,
        basis=row.basis,
        vat_percent=row.vat_percent,
        starts=date.fromisoformat(row.starts) if row.starts else date.min,
        ends=date.fromisoformat(row.ends) if row.ends else None,
        source=row.source,
    )


def _covers(starts: date, ends: date | None, day: date) -> bool:
    return starts <= day and (ends is None or day <= ends)
