"""The item templates of an assembly, told to programs."""

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


_RICH = ("summary", "motivation", "decision")
_CHOICES = ("recurring_at", "proposing_service", "category", "privacy", "poll_type")
_LISTS = ("services", "groups_in_charge", "copy_groups")
_SENT = {
    **dict.fromkeys((*_RICH, *_CHOICES), or_null(TEXT)),
    **dict.fromkeys(_LISTS, many(TEXT)),
    "folder": TEXT,
    "budget_related": FLAG,
}
_ROW = {"@id": URL, "UID": TEXT, "title": TEXT, "folder": TEXT, "offered": FLAG}

SCHEMAS = {
    "Templates": obj({"@id": URL, "items": many(obj({**_ROW, "recurring_at": TEXT}))}),
    "Template": obj(
        {**_ROW, "revision": WHOLE, "budget_related": FLAG},
        **dict.fromkeys(_RICH, schemas.RICH),
        **dict.fromkeys(_CHOICES, schemas.CHOICE),
        **dict.fromkeys(_LISTS, many(schemas.CHOICE)),
    ),
    "NewTemplate": closed(obj({"title": TEXT}, **_SENT)),
    "TemplateChange": closed(
        obj({}, title=TEXT, offered=FLAG, revision=schemas.REVISION, **_SENT)
    ),
    "Nothing": closed(obj({})),
}

_ALL = f"{schemas.IN_ASSEMBLY}/@deliberations-templates"
_ONE = f"{schemas.IN_TEMPLATE}/@deliberations-templates"
OPERATIONS = (
    Operation(
        "GET",
        _ALL,
        schemas.ASSEMBLY,
        "The templates offered to this account, by folder",
        {200: Given("The templates.", ref("Templates"))},
    ),
    Operation(
        "POST",
        _ALL,
        schemas.ASSEMBLY,
        "Write a template, offered at once",
        {201: Given("The template.", ref("Template"),
                    headers={"Location": "Its address."})},
        body=ref("NewTemplate"),
        refusals=(400, 403, 404),
    ),
    Operation(
        "GET",
        _ONE,
        schemas.TEMPLATE,
        "One template",
        {200: Given("The template.", ref("Template"))},
    ),
    Operation(
        "PATCH",
        _ONE,
        schemas.TEMPLATE,
        "Change a template, offer it or no longer",
        {200: Given("The template.", ref("Template"))},
        body=ref("TemplateChange"),
        refusals=(400, 403, 404, 409),
    ),
    Operation(
        "DELETE",
        _ONE,
        schemas.TEMPLATE,
        "Delete a template; the items made from it stay",
        {204: Given("It is gone, and the journal says so.")},
        body=ref("Nothing"),
        refusals=(400, 403, 404),
    ),
    Operation(
        "POST",
        f"{schemas.IN_ITEM}/@deliberations-items",
        schemas.TEMPLATE,
        "Create an item that begins with the words of a template, asked of it",
        {201: Given("The item.", ref("Item"),
                    headers={"Location": "Its address."})},
        body=ref("ItemChange"),
        refusals=(400, 403, 404, 409),
    ),
)  # fmt: skip
