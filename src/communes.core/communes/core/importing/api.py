"""The door to imports: check everything first, then write everything."""

from collections.abc import Callable
from collections.abc import Iterable
from communes.core.importing.domain import Report
from communes.core.importing.domain import report_of
from communes.core.importing.domain import Row


def run(
    check: Callable[[], Iterable[Row]],
    write: Callable[[], object],
    dry_run: bool,
) -> Report:
    """Check the rows, and write them when every row is good and it is no dry run.

    :param check: says the fate of every row and writes nothing.
    :param write: writes all rows; an error it raises aborts the whole transaction.
    :return: what was done, or on a dry run what would be done.
    :raises ImportRefused: a row is refused, it is no dry run; nothing was written.
    """
    report = report_of(check(), dry_run)
    if report.written:
        write()
    return report
