"""The files of a plan, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import WHOLE
from communes.pst.api.report import TYPES
from communes.pst.api.workbook import XLSX
from communes.pst.services import schemas


_PATH = f"{schemas.IN_PLAN}/@pst-documents"
_REASON = obj({"code": TEXT, "message": TEXT})
_ROW = obj({"number": WHOLE, "key": TEXT, "fate": TEXT}, reasons=many(_REASON))

SCHEMAS = {
    "PstImport": obj(
        {
            "dry_run": FLAG,
            "written": FLAG,
            "counts": {"type": "object", "additionalProperties": WHOLE},
            "rows": many(_ROW),
        }
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.PLAN,
        "A report, the whole workbook, or the file for the accounts",
        {
            200: Given(
                "The file.",
                {"type": "string", "format": "binary"},
                (*TYPES.values(), XLSX, "application/xml"),
                {"Content-Disposition": "The name of the file."},
            )
        },
        "Workbook and accounts hold every element: for who keeps the plan.",
        query=(
            Query("kind", "`detailed`, `follow_up`, `evaluation`, `workbook`, "
                  "`ecomptes`."),
            Query("form", "`pdf` or `odt`, for a report."),
            Query("evaluation", "The id of the evaluation that is told."),
        ),
        refusals=(400, 403, 404),
    ),
    Operation(
        "POST",
        _PATH,
        schemas.PLAN,
        "Bring a workbook, or what the accounts give back; a dry run first",
        {200: Given("The fate of each row.", ref("PstImport"))},
        "All rows are written, or none.",
        body=closed(
            obj(
                {"kind": one_of("workbook", "ecomptes"), "data": TEXT}, dry_run=FLAG
            )
        ),
        refusals=(400, 403, 404, 422),
    ),
)  # fmt: skip
