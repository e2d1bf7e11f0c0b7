"""The message ``communes.pst.programme.v1``: its schema and its example."""

from collections.abc import Mapping
from communes.exchange.messages.domain.kind import Change
from communes.exchange.messages.domain.kind import MessageKind
from communes.pst.domain.choices import Institution
from communes.pst.domain.choices import Kind
from communes.pst.domain.plan import Plan
from communes.pst.domain.public import PUBLIC_LEVELS
from communes.pst.domain.public import PublicElement
from communes.pst.domain.public_files import FORMAT
from communes.pst.domain.public_files import public_document
from communes.pst.domain.public_files import VERSION
from datetime import date
from decimal import Decimal


_TEXT = {"type": "string"}
_DAY = {"type": "string", "format": "date"}
_FIGURE = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}


def _object(required: Mapping[str, object], **optional: object) -> dict[str, object]:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **optional},
        # A field may be added within v1: who receives passes over what it ignores.
        "additionalProperties": True,
    }


def _many(kind: Mapping[str, object]) -> dict[str, object]:
    return {"type": "array", "items": kind}


def _or_null(kind: Mapping[str, object]) -> dict[str, object]:
    return {"anyOf": [kind, {"type": "null"}]}


_YEAR = _object(
    {
        "year": {"type": "integer"},
        "target": _or_null(_FIGURE),
        "value": _or_null(_FIGURE),
    }
)
_GOAL = {"type": "integer", "minimum": 1, "maximum": 17}
_ELEMENT = _object(
    {
        "id": {"type": "string", "pattern": r"^[A-Za-z0-9._-]{1,64}$"},
        "kind": {"enum": [one.value for one in PUBLIC_LEVELS]},
        "title": {"type": "string", "minLength": 1, "maxLength": 255},
        "parent": _TEXT,
    },
    reference=_TEXT,
    also_under=_many(_TEXT),
    text=_TEXT,
    status=_TEXT,
    progress={"type": "integer", "minimum": 0, "maximum": 100},
    begins=_DAY,
    ends=_DAY,
    sdgs=_many(_object({"number": _GOAL, "title": _TEXT})),
    budget=_FIGURE,
    indicators=_many(_object({"label": _TEXT, "unit": _TEXT, "years": _many(_YEAR)})),
    partners=_many(_TEXT),
)
_DOCUMENT = _object(
    {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "updated": _DAY,
        "plan": _object(
            {"id": _TEXT, "title": _TEXT, "institution": _TEXT},
            starts=_or_null(_DAY),
            ends=_or_null(_DAY),
        ),
        "elements": _many(_ELEMENT),
    }
)
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object(
        {
            "id": {"type": "string", "pattern": r"^[a-z0-9][a-z0-9._-]{0,60}$"},
            "version": {"type": "integer", "minimum": 1},
            "published_at": {"type": "string", "format": "date-time"},
            "document": _or_null(_DOCUMENT),
        }
    ),
}


def programme_body(
    id: str, version: int, published_at: str, document: Mapping[str, object] | None
) -> dict[str, object]:
    """Return the body of the message.

    :param id: name of the plan in addresses, the same for all its versions.
    :param document: None when the programme is withdrawn.
    """
    return {
        "id": id,
        "version": version,
        "published_at": published_at,
        "document": None if document is None else dict(document),
    }


_PLAN = Plan(
    "3f2a9c0d5b6e4f7a8c1d2e3f4a5b6c7d",
    "PST 2024-2030",
    Institution.COMMUNE,
    starts=date(2024, 12, 2),
    ends=date(2030, 12, 1),
)
_ELEMENTS = (
    PublicElement(
        "8c1d2e3f", Kind.STRATEGIC, "OS.1", "Une commune sobre en énergie", "",
        text="<p>Réduire d'un tiers ce que consomment nos bâtiments.</p>",
        status="En cours", progress=40, sdgs=((7, "Énergie propre"),),
    ),
    PublicElement(
        "4a5b6c7d", Kind.OPERATIONAL, "OO.2", "Isoler les bâtiments", "8c1d2e3f",
        status="En cours", progress=40,
    ),
    PublicElement(
        "5b6e4f7a", Kind.ACTION, "A.3", "Isoler l'école du Centre", "4a5b6c7d",
        text="<p>Toiture, murs et châssis.</p>", status="En cours", progress=35,
        begins=date(2026, 1, 1), ends=date(2027, 6, 30),
        sdgs=((7, "Énergie propre"), (13, "Climat")), budget=Decimal("184500.37"),
        partners=("SPW Énergie",),
    ),
)  # fmt: skip

PROGRAMME = MessageKind(
    name="communes.pst.programme.v1",
    title="Programme stratégique publié",
    description=(
        "Le programme stratégique transversal tel que le citoyen peut le lire, entier "
        "à chaque version : les niveaux et les données que l'institution a choisis, "
        "et rien d'autre. Responsables, commentaires, risques et santé n'y sont "
        "jamais. Une version remplace la précédente ; un document vide retire le "
        "programme."
    ),
    schema=SCHEMA,
    example=programme_body(
        "pst-2024-2030",
        3,
        "2026-11-23T10:00:00+01:00",
        public_document(_PLAN, _ELEMENTS, date(2026, 11, 23)),
    ),
    changes=(Change(date(2026, 11, 23), "Première version."),),
)
