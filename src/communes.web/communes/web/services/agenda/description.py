"""Events, news and pictures, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import created
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
from communes.web.domain.agenda.event import EventStatus
from communes.web.domain.agenda.period import Span
from communes.web.domain.pictures import Crop
from communes.web.domain.states import WebState
from communes.web.services.schemas import PAGING
from communes.web.services.schemas import REVISION
from communes.web.services.schemas import ROWS
from communes.web.services.schemas import SITE
from communes.web.services.schemas import writing


_AGENDA = ("communes.web.content.agenda.IAgenda",)
_FOLDER = ("communes.web.content.news.INewsFolder",)
_ANY = ("communes.web.content.base.IWebContent",)
_WALL = {**TEXT, "description": "A wall of the commune's clocks: `2026-12-24T20:00`."}
_POINT = or_null({"type": "number"})
_EVENT_VALUES = {
    **dict.fromkeys(
        ("description", "text", "location", "street", "number", "postcode", "town",
         "online_url", "ticket_url", "video_url", "contact", "external_id", "picture"),
        TEXT,
    ),
    "kind": one_of("event", "activity"),
    "status": one_of(*EventStatus),
    "event_ends": or_null(_WALL),
    "whole_day": FLAG,
    "rule": {**TEXT, "description": "RRULE of RFC 5545, by day or longer."},
    "excluded": many(_WALL),
    "added": many(_WALL),
    "latitude": _POINT,
    "longitude": _POINT,
    "organisers": many(TEXT),
    "free": FLAG,
    "wheelchair": FLAG,
    "categories": many(TEXT),
    "audiences": many(TEXT),
}  # fmt: skip
_NEWS_VALUES = {
    **dict.fromkeys(
        ("description", "text", "link", "video_url", "external_id", "picture"), TEXT
    ),
    "categories": many(TEXT),
    "audiences": many(TEXT),
}
_PLACED = {"@id": URL, "page": URL, "id": TEXT, "title": TEXT}
_KEPT = {"state": one_of(*WebState), "revision": WHOLE}
_SHOWN = obj(
    {"src": URL, "srcset": TEXT, "width": WHOLE, "height": WHOLE, "alternative": TEXT,
     "page": URL}
)  # fmt: skip
_BOX = obj({"left": WHOLE, "top": WHOLE, "width": WHOLE, "height": WHOLE})
_CROPS = obj({}, **{crop.value: or_null(_BOX) for crop in Crop})

SCHEMAS = {
    "WebEvent": obj(
        {**_PLACED, **_KEPT, "event_starts": _WALL},
        again={**TEXT, "description": "The recurrence in words."},
        modified=TEXT,
        **_EVENT_VALUES,
    ),
    "WebEventTime": obj(
        {**_PLACED, "begins": TEXT, "over": TEXT, "open_end": FLAG, "when": TEXT,
         "event_starts": _WALL},
        again=TEXT, modified=TEXT,
        **{**_EVENT_VALUES, "picture": or_null(_SHOWN)},
    ),
    "WebNews": obj(
        {**_PLACED, **_KEPT, "published": TEXT}, modified=TEXT,
        expires=or_null(TEXT), **_NEWS_VALUES,
    ),
    "WebNewsRow": obj(
        {**_PLACED, "published": TEXT, "expires": or_null(TEXT), "description": TEXT,
         "categories": many(TEXT), "picture": or_null(_SHOWN)},
    ),
    "WebPicture": obj(
        {"@id": URL, "page": URL, "id": TEXT, "title": TEXT, "alternative": TEXT,
         "author": TEXT, "width": WHOLE, "height": WHOLE, "crops": _CROPS,
         "leads": FLAG, "revision": WHOLE, "original": URL, "shown": _SHOWN,
         **{crop.value: _SHOWN for crop in Crop}},
    ),
}  # fmt: skip


def _events(path: str, place: tuple[str, ...]) -> Operation:
    return Operation(
        "GET",
        f"{path}/@web-events",
        place,
        "What takes place in a period",
        {
            200: Given(
                "One page, the first first; no event is woken.",
                obj({"@id": URL, "items": many(ref("WebEventTime")),
                     "choices": obj({"category": {"type": "object"},
                                     "audience": {"type": "object"}}), **ROWS}),
            )
        },
        "Without an end, each event stands once, at its next time; in a period, at "
        "each of its times.",
        query=(
            Query("span", "The period.", one_of(*Span)),
            Query("day", "A day of the period: `2026-12-24`; today without it."),
            Query("q", "Words of the title, the summary or the place."),
            Query("category", "A theme."),
            Query("audience", "For whom."),
            Query("kind", "", one_of("event", "activity")),
            Query("free", "`1`: those that cost nothing."),
            Query("wheelchair", "`1`: those that wheelchairs reach."),
            *PAGING,
        ),
        refusals=(400, 404),
    )  # fmt: skip


def _news(path: str, place: tuple[str, ...]) -> Operation:
    return Operation(
        "GET",
        f"{path}/@web-news",
        place,
        "The news shown now, the latest first",
        {200: Given("One page.", obj({"@id": URL, "items": many(ref("WebNewsRow")),
                                      **ROWS}))},
        query=(
            Query("q", "Words of the title or the summary."),
            Query("category", "A theme."),
            *PAGING,
        ),
        refusals=(400, 404),
    )  # fmt: skip


_PICTURES = "/{content}/@web-pictures"
_PICTURE = f"{_PICTURES}/{{id}}"
_ALL = obj({"@id": URL, "items": many(ref("WebPicture")), "items_total": WHOLE})
OPERATIONS = (
    _events("", SITE),
    _events("/{agenda}", _AGENDA),
    *writing("/{agenda}/@web-events", _AGENDA, "WebEvent", "an event",
             {"title": TEXT, "event_starts": _WALL}, _EVENT_VALUES, rules=(422,)),
    _news("", SITE),
    _news("/{folder}", _FOLDER),
    *writing("/{folder}/@web-news", _FOLDER, "WebNews", "a piece of news",
             {"title": TEXT}, _NEWS_VALUES, rules=(422,)),
    Operation("GET", _PICTURES, _ANY, "The pictures of a content, in their order",
              {200: Given("All of them.", _ALL)}),
    Operation("GET", _PICTURE, _ANY, "One picture",
              {200: Given("It.", ref("WebPicture"))}),
    Operation(
        "POST", _PICTURES, _ANY, "Put a picture in",
        {201: created("WebPicture")},
        "`data` is base64: JPEG, PNG, WebP or GIF. What cameras add is not kept.",
        body=closed(obj({"filename": TEXT, "data": TEXT}, alternative=TEXT,
                        title=TEXT)),
        refusals=(400, 403, 404),
    ),
    Operation(
        "PATCH", _PICTURE, _ANY, "Describe, crop or replace a picture",
        {200: Given("It.", ref("WebPicture"))},
        "Other pixels drop the crops. `leads`: it stands at the head of its content.",
        body=closed(obj({}, alternative=TEXT, title=TEXT, author=TEXT, crops=_CROPS,
                        data=TEXT, filename=TEXT, leads=FLAG, revision=REVISION)),
        refusals=(400, 403, 404, 409),
    ),
    Operation(
        "PATCH", _PICTURES, _ANY, "Put the pictures in an order",
        {200: Given("All of them.", _ALL)}, "Those not named come after.",
        body=closed(obj({"order": many(TEXT)})), refusals=(400, 403, 404),
    ),
    Operation("DELETE", _PICTURE, _ANY, "Take a picture away",
              {204: Given("It is gone.")}, refusals=(403, 404)),
)  # fmt: skip
