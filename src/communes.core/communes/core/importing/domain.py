"""What an import says about each row, whatever is imported."""

from collections import Counter
from collections.abc import Iterable
from communes.core.errors.domain import Reason
from communes.core.errors.domain import RuleRefused
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What becomes of one row."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Row:
    """One row of an import.

    :param number: its place in the input, from 1 on; 0 is the input as a whole.
    :param key: what a person recognises the row by ("point 3", "conseiller-2").
    :param fate: what becomes of it.
    :param reasons: why it is refused; empty on any other row.
    """

    number: int
    key: str
    fate: Fate
    reasons: tuple[Reason, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Return the row as plain values, as services answer it."""
        plain: dict[str, object] = {
            "number": self.number,
            "key": self.key,
            "fate": self.fate.value,
        }
        if self.reasons:
            plain["reasons"] = [
                {"code": reason.code, "message": str(reason)} for reason in self.reasons
            ]
        return plain


def refused(number: int, key: str, *reasons: Reason) -> Row:
    """Return a row that is refused for ``reasons``."""
    return Row(number, key, Fate.REFUSED, reasons)


@dataclass(frozen=True)
class Report:
    """What an import did, or would do.

    :param dry_run: True when nothing was meant to be written.
    """

    rows: tuple[Row, ...]
    dry_run: bool

    @property
    def refused(self) -> tuple[Row, ...]:
        """The rows that can not be imported."""
        return tuple(row for row in self.rows if row.fate is Fate.REFUSED)

    @property
    def written(self) -> bool:
        """Whether the import was done: never half, never on a dry run."""
        return not self.dry_run and not self.refused

    @property
    def counts(self) -> dict[str, int]:
        """How many rows met each fate, fates without a row left out."""
        return dict(Counter(row.fate.value for row in self.rows))

    def as_dict(self) -> dict[str, object]:
        """Return the report as plain values, as services answer it."""
        return {
            "dry_run": self.dry_run,
            "written": self.written,
            "counts": self.counts,
            "rows": [row.as_dict() for row in self.rows],
        }


class ImportRefused(RuleRefused):
    """Some rows can not be imported, so none was: correct them and start again."""

    code = "import_refused"
    template = (
        "L'import est refusé et rien n'a été écrit : ${refused} ligne(s) sur ${total} "
        "à corriger."
    )

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(refused=len(report.refused), total=len(report.rows))

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """The refused rows as plain values, for the edges."""
        return tuple(row.as_dict() for row in self.report.refused)


def report_of(rows: Iterable[Row], dry_run: bool) -> Report:
    """Return the report of a check, rows by their place in the input.

    :raises ImportRefused: rows are refused and something was to be written.
    """
    report = Report(tuple(sorted(rows, key=lambda row: row.number)), dry_run)
    if report.refused and not dry_run:
        raise ImportRefused(report)
    return report
