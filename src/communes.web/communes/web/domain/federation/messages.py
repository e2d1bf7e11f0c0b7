"""The kinds of messages by which communes share what they publish."""

from collections.abc import Mapping
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import TEXT
from communes.exchange.messages.domain.kind import Change
from communes.exchange.messages.domain.kind import MessageKind
from communes.web.domain.agenda.event import EventStatus
from communes.web.domain.directory import EntryKind
from communes.web.domain.directory import Facility
from communes.web.domain.federation import examples
from datetime import date
from types import MappingProxyType
from typing import Any


_TITLE = {"type": "string", "minLength": 1, "maxLength": 255}
_DAY = {"type": "string", "format": "date"}
#: What clocks show, without zone.
_WALL = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$"}
_MOMENT = {"type": "string", "format": "date-time"}
_TEXTS = many(TEXT)
_NUMBER = {"type": "number"}
_ADDRESS = obj({}, street=TEXT, number=TEXT, postcode=TEXT, town=TEXT, country=TEXT)
_PLACE = or_null(obj({"latitude": _NUMBER, "longitude": _NUMBER}))
_OPENING = many({"type": "string", "pattern": r"^\d\d:\d\d-\d\d:\d\d$"})
_HOURS = obj(
    {
        "schedules": many(
            obj(
                {"name": TEXT, "week": many(obj({"intervals": _OPENING},
                                                comment=TEXT))},
                starts=or_null(_DAY), ends=or_null(_DAY), by_appointment=FLAG,
            )
        ),
        "exceptions": many(
            obj({"first": _DAY, "last": _DAY, "label": TEXT}, intervals=_OPENING)
        ),
    },
    closed_on_holidays=FLAG,
)  # fmt: skip
#: Name of the kind -> what of the record is told, and nothing else.
SCHEMAS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "event": obj(
            {"title": _TITLE, "starts": _WALL, "modified": _MOMENT},
            ends=or_null(_WALL), whole_day=FLAG, rule=TEXT, excluded=many(_WALL),
            added=many(_WALL), description=TEXT, kind=TEXT, address=_ADDRESS,
            location=TEXT, place=_PLACE, online_url=TEXT, contact=TEXT,
            ticket_url=TEXT, free=FLAG, wheelchair=FLAG, audiences=_TEXTS,
            categories=_TEXTS, status=one_of(*(one.value for one in EventStatus)),
        ),
        "news": obj(
            {"title": _TITLE, "published": _MOMENT, "modified": _MOMENT},
            summary=TEXT, text=TEXT, categories=_TEXTS, image_text=TEXT,
            expires=or_null(_MOMENT),
        ),
        "entry": obj(
            {"title": _TITLE, "modified": _MOMENT},
            kind=one_of(*(one.value for one in EntryKind)), subtitle=TEXT,
            description=TEXT, enterprise_number=TEXT,
            phones=many(obj({"number": TEXT}, label=TEXT, kind=TEXT)),
            mails=many(obj({"address": TEXT}, label=TEXT)),
            links=many(obj({"url": TEXT}, label=TEXT, kind=TEXT)),
            address=_ADDRESS, place=_PLACE, categories=_TEXTS,
            facilities=many(one_of(*(one.value for one in Facility))), hours=_HOURS,
        ),
    }
)  # fmt: skip
_PICTURE = obj(
    {
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "size": {"type": "integer", "minimum": 1, "maximum": 20_000_000},
        "filename": {"type": "string", "minLength": 1, "maxLength": 250},
        "content_type": {"type": "string", "pattern": "^image/(jpeg|png|webp)$"},
        "alternative": TEXT,
    }
)


def _kind(name: str, title: str, what: str, example: Mapping[str, Any]) -> MessageKind:
    schema = obj(
        {
            "id": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,80}$"},
            "version": {"type": "integer", "minimum": 1},
            "published_at": _MOMENT,
            "origin": obj(
                {
                    "commune": _TITLE,
                    "url": {"type": "string", "pattern": r"^https?://[^\s<>\"]+$"},
                }
            ),
            "document": or_null(SCHEMAS[name]),
        },
        summary={"type": "string", "maxLength": 600},
        picture=_PICTURE,
    )
    return MessageKind(
        name=f"communes.web.{name}.v1",
        title=title,
        description=(
            f"{what} tel qu'une commune le publie, entier à chaque version, avec "
            "l'adresse où elle le montre. Une version remplace la précédente ; un "
            "document vide dit qu'il n'est plus publié, et l'adresse reste connue."
        ),
        schema={"$schema": "https://json-schema.org/draft/2020-12/schema", **schema},
        example=example,
        changes=(Change(date(2026, 11, 23), "Première version."),),
        # An entry may be a person's: a function, a self-employed merchant.
        personal=name == "entry",
    )


EVENT = _kind("event", "Événement partagé", "Un événement", examples.EVENT)
NEWS = _kind("news", "Actualité partagée", "Une actualité", examples.NEWS)
ENTRY = _kind(
    "entry", "Fiche d'annuaire partagée",
    "La partie publique d'une fiche de l'annuaire,", examples.ENTRY,
)  # fmt: skip
KINDS = (EVENT, NEWS, ENTRY)
