"""What the descriptions of the services of pages share."""

from collections.abc import Mapping
from communes.core.openapi.domain import closed
from communes.core.openapi.domain import created_once
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
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
#: What a list says of itself, and how one page of it is asked for.
ROWS: dict[str, Schema] = {
    "items_total": WHOLE,
    "page": WHOLE,
    "pages": WHOLE,
    "size": WHOLE,
}
PAGING = (
    Query("page", "Which page, from 1.", WHOLE),
    Query("size", "How many on a page, 500 at most.", WHOLE),
)
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


def writing(
    at: str,
    place: tuple[str, ...],
    kind: str,
    noun: str,
    needed: Mapping[str, Schema],
    values: Mapping[str, Schema],
    new_only: Mapping[str, Schema] | None = None,
    rules: tuple[int, ...] = (),
) -> tuple[Operation, ...]:
    """Return the services that make, read, change and delete one kind of content.

    :param at: the path of the list of them; ``noun`` is « an event ».
    :param needed: what a new one must bring; ``new_only``: what only a new one may.
    :param rules: what else may be refused when one is written or taken away.
    """
    one, new = f"{at}/{{uid}}", new_only or {}
    bare = noun.partition(" ")[2]
    answer = {200: Given("It.", ref(kind))}
    return (
        Operation(
            "POST",
            at,
            place,
            f"Make {noun}, once per external id",
            created_once(kind),
            "Nobody else sees it before it is published.",
            body=closed(obj(needed, **new, **values)),
            refusals=(400, 403, 404, 409, *rules),
        ),
        Operation("GET", one, place, f"One {bare}", answer),
        Operation(
            "PATCH",
            one,
            place,
            f"Change some values of {noun}",
            answer,
            "Lists are sent whole.",
            body=closed(obj({}, revision=REVISION, **needed, **values)),
            refusals=(400, 403, 404, 409, *rules),
        ),
        Operation(
            "DELETE",
            one,
            place,
            f"Take {noun} away",
            {204: Given("It is gone; its address answers 410.")},
            refusals=(403, 404, *rules),
        ),
    )
