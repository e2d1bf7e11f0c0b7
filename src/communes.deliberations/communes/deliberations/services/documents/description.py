"""The documents of items and meetings, told to programs."""

from communes.core.openapi.domain import Given
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import Query
from communes.deliberations.services import schemas


OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_FILE}/@deliberations-documents/{{kind}}",
        schemas.FILE,
        "One document, as a file",
        {
            200: Given(
                "The file.",
                {"type": "string", "format": "binary"},
                ("application/pdf", "application/vnd.oasis.opendocument.text"),
                {"Content-Disposition": "The name of the file."},
            )
        },
        "`kind` of a meeting: convocation, agenda or minutes; of an item: "
        "deliberation or extract.",
        query=(
            Query("form", "PDF/A, or a copy to edit; `pdf` by default.",
                  one_of("pdf", "odt")),
            Query("closed", "`1`: with the closed part."),
        ),
        refusals=(400, 403, 404, 422),
    ),
)  # fmt: skip
