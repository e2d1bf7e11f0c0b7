"""One body of each kind of message, for those who write a program."""

from collections.abc import Mapping
from typing import Any


def _body(id: str, path: str, document: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "id": id,
        "version": 3,
        "published_at": "2026-11-23T10:00:00+01:00",
        "origin": {
            "commune": "Valmont-sur-Lesse",
            "url": f"https://www.valmont-sur-lesse.example/{path}",
        },
        "document": dict(document),
    }


_TOWN = {
    "street": "Place du Perron", "number": "1", "postcode": "5999",
    "town": "Valmont-sur-Lesse", "country": "BE",
}  # fmt: skip
_OFFICE = {"intervals": ["08:30-12:00", "13:30-16:00"], "comment": ""}
_CLOSED: Mapping[str, Any] = {"intervals": [], "comment": ""}

EVENT = _body(
    "3f2a9c0d5b6e4f7a8c1d2e3f4a5b6c7d",
    "agenda/marche-de-noel",
    {
        "title": "Marché de Noël",
        "starts": "2026-12-12T10:00:00",
        "ends": "2026-12-12T20:00:00",
        "modified": "2026-11-20T09:12:00+01:00",
        "whole_day": False,
        "rule": "FREQ=DAILY;COUNT=2",
        "excluded": [],
        "added": [],
        "description": "<p>Quarante chalets autour du Perron, et une fanfare.</p>",
        "kind": "event",
        "address": _TOWN,
        "location": "Place du Perron",
        "place": {"latitude": 50.2311, "longitude": 5.1044},
        "free": True,
        "wheelchair": True,
        "audiences": [],
        "categories": ["marche"],
        "status": "planned",
    },
)
NEWS = _body(
    "8c1d2e3f4a5b6c7d3f2a9c0d5b6e4f7a",
    "actualites/rue-haute",
    {
        "title": "La rue Haute fermée du 30 novembre au 4 décembre",
        "published": "2026-11-23T08:00:00+01:00",
        "modified": "2026-11-23T08:00:00+01:00",
        "expires": "2026-12-05T00:00:00+01:00",
        "summary": "Pose de la conduite d'eau entre les numéros 12 et 48.",
        "text": "<p>La déviation passe par la rue du Moulin.</p>",
        "categories": ["travaux"],
        "image_text": "",
    },
)
ENTRY = _body(
    "5b6e4f7a8c1d2e3f4a5b6c7d3f2a9c0d",
    "annuaire/bibliotheque",
    {
        "title": "Bibliothèque communale",
        "modified": "2026-11-02T14:30:00+01:00",
        "kind": "organisation",
        "subtitle": "Réseau de lecture publique",
        "description": "<p>12 000 livres, une salle de lecture et un jardin.</p>",
        "enterprise_number": "",
        "phones": [{"number": "+3281000010", "label": "Accueil", "kind": "work"}],
        "mails": [{"address": "bibliotheque@valmont-sur-lesse.example", "label": ""}],
        "links": [],
        "address": _TOWN,
        "place": {"latitude": 50.2313, "longitude": 5.1049},
        "categories": ["culture"],
        "facilities": ["wheelchair_access", "wifi"],
        "hours": {
            "schedules": [
                {
                    "name": "Horaire",
                    "week": [
                        *(dict(_OFFICE) for _day in range(5)),
                        *(dict(_CLOSED) for _day in range(2)),
                    ],
                    "starts": None,
                    "ends": None,
                    "by_appointment": False,
                }
            ],
            "exceptions": [],
            "closed_on_holidays": True,
        },
    },
)
