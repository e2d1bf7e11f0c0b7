"""The directory, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.web.domain.directory import EntryKind
from communes.web.domain.directory import Facility
from communes.web.domain.states import WebState
from communes.web.services.schemas import PAGING
from communes.web.services.schemas import REVISION
from communes.web.services.schemas import ROWS
from communes.web.services.schemas import writing


_AT = ("communes.web.content.directory.IDirectory",)
_IN = "/{directory}"
_NUMBER = {"type": "number"}
_INTERVALS = many({**TEXT, "description": "`08:30-12:00`"})
_PHONE = obj({"number": TEXT}, label=TEXT, kind=TEXT)
_MAIL = obj({"address": TEXT}, label=TEXT)
_LINK = obj({"url": URL}, label=TEXT, kind=TEXT)
_ADDRESS = obj({}, street=TEXT, number=TEXT, postcode=TEXT, town=TEXT, country=TEXT)
_PLACE = obj({"latitude": _NUMBER, "longitude": _NUMBER})
_WEEK = obj({}, intervals=_INTERVALS, comment=TEXT)
_SCHEDULE = obj(
    {"name": TEXT, "week": many(_WEEK)},
    starts=or_null(DAY), ends=or_null(DAY), by_appointment=FLAG,
)  # fmt: skip
_DAYS = {"first": DAY, "last": DAY, "label": TEXT}
_SPECIAL = obj(_DAYS, intervals=_INTERVALS)
_HOURS = obj(
    {}, schedules=many(_SCHEDULE), exceptions=many(_SPECIAL), closed_on_holidays=FLAG
)
_VALUES = {
    "kind": one_of(*EntryKind),
    "subtitle": TEXT,
    "description": TEXT,
    "enterprise_number": TEXT,
    "phones": many(_PHONE),
    "mails": many(_MAIL),
    "links": many(_LINK),
    "address": _ADDRESS,
    "place": or_null(_PLACE),
    "categories": many(TEXT),
    "facilities": many(one_of(*Facility)),
    "hours": ref("WebOpeningHours"),
    "entity": TEXT,
    "shown_in": many(TEXT),
    "confirmed_on": or_null(DAY),
}
_PRIVATE = {
    "phones": many(_PHONE),
    "mails": many(_MAIL),
    "links": many(_LINK),
    "note": TEXT,
    "keeper": TEXT,
}
_ENTRY = obj(
    {"@id": URL, "page": URL, "id": TEXT, "title": TEXT, "state": one_of(*WebState),
     "modified": TEXT, "parent": TEXT},
    external_id=TEXT, revision=WHOLE, **_VALUES,
)  # fmt: skip
_HIDDEN = f"{_IN}/@web-entry-private/{{uid}}"

SCHEMAS = {
    "WebOpeningHours": _HOURS,
    "WebEntry": _ENTRY,
    "WebEntryPrivate": obj({"@id": URL, "revision": WHOLE}, **_PRIVATE),
}

OPERATIONS = (
    Operation(
        "GET",
        f"{_IN}/@web-entries",
        _AT,
        "The entries of a directory, by name",
        {
            200: Given(
                "One page of what this account may see.",
                obj({"@id": URL, "items": many(ref("WebEntry")), **ROWS}),
            )
        },
        "Private data are in no answer of this service.",
        query=(
            Query("q", "Words of the entry."),
            Query("category", "One of the tree, those below it included."),
            Query("facility", "What one finds there.", one_of(*Facility)),
            Query("kind", "", one_of(*EntryKind)),
            Query("entity", "The commune that keeps or shows it."),
            Query("open", "`1`: those open now."),
            *PAGING,
        ),
        refusals=(400, 404),
    ),
    *writing(
        f"{_IN}/@web-entries", _AT, "WebEntry", "an entry", {"title": TEXT},
        {"external_id": TEXT, **_VALUES}, {"parent": TEXT}, rules=(422,),
    ),
    Operation(
        "GET",
        _HIDDEN,
        _AT,
        "What of an entry is not for everybody",
        {200: Given("To who may read it; noted.", ref("WebEntryPrivate"))},
        refusals=(403, 404),
    ),
    Operation(
        "PATCH",
        _HIDDEN,
        _AT,
        "Change what of an entry is not for everybody",
        {200: Given("What it is now.", ref("WebEntryPrivate"))},
        body=closed(obj({}, revision=REVISION, **_PRIVATE)),
        refusals=(400, 403, 404, 409),
    ),
    Operation(
        "POST",
        f"{_IN}/@web-closures",
        _AT,
        "Write exceptional days down for several entries: all, or none",
        {
            200: Given(
                "What was written.",
                obj({"@id": URL, "entries": many(TEXT), **_DAYS,
                     "intervals": _INTERVALS}),
            )
        },
        "Without `intervals` they are closed; the same days replace what was there.",
        body=closed(obj({"entries": many(TEXT), **_DAYS}, intervals=_INTERVALS)),
        refusals=(400, 403, 404),
    ),
)  # fmt: skip
