"""What the descriptions of the services of pages share."""

from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Schema
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.web.domain.sections.kinds import KINDS
from communes.web.domain.sections.record import WIDTHS
from communes.web.domain.states import WebState


SITE = ("plone.base.interfaces.siteroot.IPloneSiteRoot",)
REVISION: Schema = {
    **WHOLE,
    "description": "The one that was read; another one in between is told (409).",
}
MOMENT: Schema = {**TEXT, "format": "date-time"}
SECTION = obj(
    {"id": TEXT, "kind": one_of(*KINDS), "holds": {"type": "object"}},
    title=TEXT,
    title_shown=FLAG,
    width={"type": "integer", "enum": list(WIDTHS)},
    background=TEXT,
    background_picture=TEXT,
    style=TEXT,
    hidden=FLAG,
)
#: Of a page, a folder or an alert: a type takes those it has.
VALUES: dict[str, Schema] = {
    "title": TEXT,
    "description": TEXT,
    "categories": many(TEXT),
    "audiences": many(TEXT),
    "external_id": TEXT,
    "in_menu": FLAG,
    "picture": TEXT,
    "portal": FLAG,
    "sections": many(SECTION),
    "arrangement": one_of("summary", "block", "list"),
    "pictures": FLAG,
    "quick_access": many(TEXT),
    "site": one_of("", "subsite", "minisite"),
    "site_colour": TEXT,
    "site_logo": TEXT,
    "text": TEXT,
    "level": one_of("info", "warning", "urgent"),
    "link": TEXT,
    "branch": TEXT,
    "starts": or_null(MOMENT),
    "ends": or_null(MOMENT),
    "closable": FLAG,
}
CONTENT = obj(
    {
        "@id": URL,
        "page": URL,
        "id": TEXT,
        "kind": TEXT,
        "state": one_of(*WebState),
        "revision": WHOLE,
        "parent": {**TEXT, "description": "UID; empty at the root of the site."},
        "title": TEXT,
    },
    **{name: one for name, one in VALUES.items() if name != "title"},
)
