"""What is due when: one small book for the whole portal, read by the worker."""

from communes.core.jobs.due import Due
from communes.core.jobs.due import DueBook


__all__ = ["ARCHIVE", "BOOK", "PUBLISH", "Due", "all_due", "first", "forget", "put"]

PUBLISH, ARCHIVE = "publish", "archive"
BOOK = DueBook("communes.publications.schedule")
put = BOOK.put
forget = BOOK.forget
first = BOOK.first
all_due = BOOK.all_due
