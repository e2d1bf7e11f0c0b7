"""A whole plan as a workbook, out and in; what is wrong is said row by row."""

from communes.core.access.permission import require
from communes.core.hardening.giving import MadeFile
from communes.core.importing.api import run
from communes.core.importing.domain import Report
from communes.core.journal.api import record
from communes.pst.content.plan import IPlan
from communes.pst.domain.tables.filling import to_tables
from communes.pst.domain.tables.reading import from_tables
from communes.pst.permissions import MANAGE_PLAN
from communes.pst.spreadsheets.reading import read
from communes.pst.spreadsheets.writing import written
from communes.pst.storage.merging import merge
from communes.pst.storage.programme import full_programme
from uuid import uuid4


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def export_workbook(plan: IPlan) -> MadeFile:
    """Return every element and table of a plan as XLSX, to be read back.

    :raises MayNot: the user does not manage the plan: it holds every element.
    """
    require(MANAGE_PLAN, plan)
    data = written(plan.title, to_tables(full_programme(plan)))
    record("pst.exported", plan, form="xlsx")
    return MadeFile(f"{plan.getId()}.xlsx", XLSX, data)


def import_workbook(plan: IPlan, data: bytes, dry_run: bool) -> Report:
    """Bring a workbook into a plan; a dry run says the fate of each row only.

    :raises MayNot: the user does not manage the plan.
    :raises UnreadableWorkbook: the file is none.
    :raises ImportRefused: a row is refused, and it was no dry run: nothing is written.
    """
    require(MANAGE_PLAN, plan)
    found = from_tables(read(data), full_programme(plan), lambda: uuid4().hex)

    def bring() -> None:
        merge(plan, found.tree, found.changed)
        record("pst.imported", plan, elements=len(found.changed))

    return run(lambda: found.rows, bring, dry_run)
