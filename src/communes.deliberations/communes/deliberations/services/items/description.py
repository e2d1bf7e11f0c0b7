"""The items of an assembly, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.services import schemas


_RICH = ("summary", "motivation", "decision", "vote_text", "observations",
         "internal_notes", "manager_notes", "marginal_notes", "budget_text",
         "send_to_motivation", "send_to_decision")  # fmt: skip
_CHOICES = ("category", "list_type", "privacy", "treatment", "poll_type",
            "preferred_meeting", "urgency", "send_to_privacy",
            "fixes_agenda_of")  # fmt: skip
_LISTS = ("groups_in_charge", "send_to", "copy_groups", "restricted_copy_groups")
_FLAGS = ("oral_question", "budget_related", "tutelle", "out_of_meeting",
          "out_of_meeting_emergency")  # fmt: skip
_PLAIN = {
    **dict.fromkeys(_FLAGS, FLAG),
    **dict.fromkeys(("initiators", "keywords"), many(TEXT)),
    **dict.fromkeys(
        (
            "urgency_motivation",
            "budget_article",
            "send_to_title",
            "external_id",
            "origin",
            "origin_url",
        ),
        TEXT,
    ),
    "budget_amount": schemas.AMOUNT,
    "budget_year": or_null(WHOLE),
    "meeting_deadline": schemas.DAY,
}
_COLUMNS = (
    "title",
    "reference",
    "service",
    "category",
    "state",
    "privacy",
    "meeting",
    "taken_over_by",
    "completeness",
    "budget",
    "meeting_deadline",
    "modified",
)
_LABELS = {"labels": many(TEXT)}
_SENT = {
    **dict.fromkeys((*_RICH, *_CHOICES), or_null(TEXT)),
    **dict.fromkeys(_LISTS, many(TEXT)),
    **_PLAIN,
}

SCHEMAS = {
    "Item": obj(
        {
            "@id": URL,
            "UID": TEXT,
            "title": TEXT,
            "proposing_service": schemas.CHOICE,
            "reference": TEXT,
            "review_state": TEXT,
            "meeting": TEXT,
            "number": TEXT,
            "predecessor": TEXT,
            "revision": WHOLE,
        },
        **dict.fromkeys(_RICH, schemas.RICH),
        **dict.fromkeys(_CHOICES, schemas.CHOICE),
        **dict.fromkeys(_LISTS, many(schemas.CHOICE)),
        **_PLAIN,
    ),
    "NewItem": closed(obj({"title": TEXT, "proposing_service": TEXT}, **_SENT)),
    "ItemChange": closed(
        obj({}, title=TEXT, proposing_service=TEXT, revision=schemas.REVISION, **_SENT)
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_ASSEMBLY}/@deliberations-items",
        schemas.ASSEMBLY,
        "The items of an assembly, newest first",
        {200: schemas.page_of({**dict.fromkeys(_COLUMNS, schemas.COLUMN), **_LABELS})},
        query=(*schemas.filters("state", "service", "category", "meeting"),
               *schemas.PAGING),
        refusals=(400, 404),
    ),
    Operation(
        "POST",
        f"{schemas.IN_ASSEMBLY}/@deliberations-items",
        schemas.ASSEMBLY,
        "Create an item, once per external id",
        {
            201: Given("The item.", ref("Item"), headers={"Location": "Its address."}),
            200: Given("The item of this `external_id` exists.", ref("Item")),
        },
        "Formatted text is HTML, a choice its token. Sent again with the same "
        "`external_id`, nothing is made or changed.",
        body=ref("NewItem"),
        refusals=(400, 403, 404, 409),
    ),
    Operation(
        "GET",
        f"{schemas.IN_ITEM}/@deliberations-items",
        schemas.ITEM,
        "One item: the fields this account may read, and where it stands",
        {200: Given("The item.", ref("Item"))},
    ),
    Operation(
        "PATCH",
        f"{schemas.IN_ITEM}/@deliberations-items",
        schemas.ITEM,
        "Change some fields of an item",
        {200: Given("The item.", ref("Item"))},
        body=ref("ItemChange"),
        refusals=(400, 403, 404, 409),
    ),
    Operation(
        "DELETE",
        f"{schemas.IN_ITEM}/@deliberations-items",
        schemas.ITEM,
        "Delete an item that is still a draft, when its state allows",
        {204: Given("It is gone, and the journal says so.")},
        body=schemas.READ,
        refusals=(400, 403, 404, 409, 422),
    ),
)  # fmt: skip
