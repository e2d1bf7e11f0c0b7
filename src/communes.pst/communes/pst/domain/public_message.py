"""The message ``communes.pst.programme.v1``: its schema and its example."""

from collections.abc import Mapping
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import or_null
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
_YEAR = obj(
    {
        "year": {"type": "integer"},
        "target": or_null(_FIGURE),
        "value": or_null(_FIGURE),
    }
)
_GOAL = {"type": "integer", "minimum": 1, "maximum": 17}
_ELEMENT = obj(
    {
        "id": {"type": "string", "pattern": r"^[A-Za-z0-9._-]{1,64}$"},
        "kind": {"enum": [one.value for one in PUBLIC_LEVELS]},
        "title": {"type": "string", "minLength": 1, "maxLength": 255},
        "parent": _TEXT,
    },
    reference=_TEXT,
    also_under=many(_TEXT),
    text=_TEXT,
    status=_TEXT,
    progress={"type": "integer", "minimum": 0, "maximum": 100},
    begins=_DAY,
    ends=_DAY,
    sdgs=many(obj({"number": _GOAL, "title": _TEXT})),
    budget=_FIGURE,
    indicators=many(obj({"label": _TEXT, "unit": _TEXT, "years": many(_YEAR)})),
    partners=many(_TEXT),
)
_DOCUMENT = obj(
    {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "updated": _DAY,
        "plan": obj(
            {"id": _TEXT, "title": _TEXT, "institution": _TEXT},
            starts=or_null(_DAY),
            ends=or_null(_DAY),
        ),
        "elements": many(_ELEMENT),
    }
)
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **obj(
        {
            "id": {"type": "string", "pattern": r"^[a-z0-9][a-z0-9._-]{0,60}$"},
            "version": {"type": "integer", "minimum": 1},
            "published_at": {"type": "string", "format": "date-time"},
            "document": or_null(_DOCUMENT),
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
