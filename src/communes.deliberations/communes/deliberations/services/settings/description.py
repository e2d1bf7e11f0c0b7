"""The settings of an assembly, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
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
from communes.deliberations.domain.configuring.setting import Kind
from communes.deliberations.domain.configuring.setting import Origin
from communes.deliberations.services import schemas


_RULE = dict.fromkeys(("rule", "article", "source"), TEXT)
SCHEMAS = {
    "Setting": obj(
        {
            "key": {**TEXT, "description": "As in commune.toml, dotted."},
            "section": TEXT,
            "doc": TEXT,
            "kind": schemas.values(Kind),
            "value": {"description": "Of the kind that is said."},
            "origin": schemas.values(Origin),
            "choices": many(TEXT),
            "columns": many(
                obj(
                    {
                        "key": TEXT,
                        "doc": TEXT,
                        "kind": schemas.values(Kind),
                        "choices": many(TEXT),
                    }
                )
            ),
            "ordered": {
                **FLAG,
                "description": "The order of the chosen values says something.",
            },
            "minimum": or_null(WHOLE),
            "maximum": or_null(WHOLE),
        }
    ),
    "Settings": obj(
        {
            "@id": URL,
            "settings": many(ref("Setting")),
            "revision": WHOLE,
            "law_to_verify": {
                **many(obj({**_RULE, "starts": DAY})),
                "description": "Legal rules in force whose text was not read yet.",
            },
        }
    ),
    "SettingsChange": closed(
        obj({"settings": {"type": "object"}}, revision=schemas.REVISION)
    ),
}

_PATH = f"{schemas.IN_ASSEMBLY}/@deliberations-settings"
OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.ASSEMBLY,
        "Every setting of the assembly, and whence its value comes",
        {200: Given("The settings.", ref("Settings"))},
        refusals=(401, 403, 404),
    ),
    Operation(
        "PATCH",
        _PATH,
        schemas.ASSEMBLY,
        "Change some settings; refused whole when they can not be so",
        {200: Given("The settings.", ref("Settings"))},
        body=ref("SettingsChange"),
        refusals=(400, 403, 404, 409, 422),
    ),
)
