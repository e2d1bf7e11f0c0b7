"""What is due when: one small book for the whole portal, read by the worker."""

from communes.core.jobs.due import Due
from communes.core.jobs.due import DueBook


__all__ = ["ARCHIVE", "PUBLISH", "Due", "all_due", "first", "forget", "put"]

PUBLISH, ARCHIVE = "publish", "archive"
_BOOK = DueBook("communes.publications.schedule")
put = _BOOK.put
forget = _BOOK.forget
first = _BOOK.first
all_due = _BOOK.all_due
