"""What the descriptions of the services share: places, parameters of lists, shapes."""

from collections.abc import Mapping
from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import Schema
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from enum import StrEnum


_CONTENT = "communes.deliberations.content"
SITE = ("plone.base.interfaces.siteroot.IPloneSiteRoot",)
ASSEMBLY = (f"{_CONTENT}.assembly.IAssembly",)
ITEM = (f"{_CONTENT}.meeting_item.IMeetingItem",)
MEETING = (f"{_CONTENT}.meeting.IMeeting",)
TEMPLATE = (f"{_CONTENT}.item_template.IItemTemplate",)
# Items and meetings stand side by side in their assembly: one path for both.
FILE = (*ITEM, *MEETING)

IN_ASSEMBLY = "/deliberations/{assembly}"
IN_ITEM = "/deliberations/{assembly}/{item}"
IN_TEMPLATE = "/deliberations/{assembly}/{template}"
IN_MEETING = "/deliberations/{assembly}/{meeting}"
IN_FILE = "/deliberations/{assembly}/{file}"

#: "2026-12-03T20:00", the local time of the commune.
MOMENT: Schema = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$",
    "examples": ["2026-12-03T20:00"],
}
#: "2026-12-03".
DAY: Schema = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d\d-\d\d$",
    "examples": ["2026-12-03"],
}
#: Euro, with a point and at most two decimals, as text so that no cent is lost.
AMOUNT: Schema = {
    "type": ["string", "null"],
    "pattern": r"^-?\d{1,12}(\.\d{1,2})?$",
    "examples": ["184500.00"],
}
#: A choice is sent as its token and answered with its title.
CHOICE = or_null(obj({"token": TEXT, "title": TEXT}))
#: Formatted text is sent as HTML and answered with its type.
RICH = or_null(obj({"content-type": TEXT, "data": TEXT, "encoding": TEXT}))
REVISION: Schema = {
    "type": "integer",
    "minimum": 0,
    "description": "The revision that was read; another one in between is told (409). "
    "Left out: no check.",
}
#: What a deletion brings: an object, perhaps empty, announced as JSON.
READ = closed(obj({}, revision=REVISION))
COLUMN: Schema = {"type": ["string", "integer", "boolean", "null"]}
#: A list is asked about its columns as it answers them: the names of `items`.
PAGING = (
    Query("q", "Words to look for, each the beginning of a word."),
    Query("sort", "A sortable column; with a leading `-`, from last to first."),
    Query("page", "From 1.", {"type": "integer", "minimum": 1}),
    Query("size", "Rows of a page.", {"type": "integer", "minimum": 1, "maximum": 100}),
)

SEAT = {"id": TEXT, "name": TEXT, "title": TEXT, "gender": TEXT, "votes": FLAG,
        "group": TEXT, "weight": WHOLE}  # fmt: skip

SCHEMAS: Mapping[str, Schema] = {
    "Seat": obj(SEAT),
    "Outcome": obj({"result": TEXT, "explanation": TEXT}),
}


def values(kind: type[StrEnum]) -> Schema:
    """Return the schema of a value of an enumeration."""
    return one_of(*(one.value for one in kind))


def page_of(columns: Mapping[str, Schema]) -> Given:
    """Return the answer of a list: one page of rows, read without their objects."""
    row = obj({"@id": URL, "UID": TEXT, **columns})
    page = {"items": many(row), "items_total": WHOLE, "page": WHOLE, "pages": WHOLE,
            "size": WHOLE, "degraded": FLAG}  # fmt: skip
    return Given("One page of what this account may see.", obj({"@id": URL, **page}))


def filters(*names: str) -> tuple[Query, ...]:
    """Return the parameters that narrow a list."""
    return tuple(
        Query(f"f.{name}", f"Keep these values of `{name}`.", many=True)
        for name in names
    )
