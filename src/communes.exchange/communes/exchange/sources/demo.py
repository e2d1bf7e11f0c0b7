"""Sources of the invented commune: what the demonstration and the tests read."""

from collections.abc import Mapping
from communes.core.jobs.errors import Unavailable
from communes.exchange.sources.domain.reading import Found
from communes.exchange.sources.domain.reading import Holding
from communes.exchange.sources.domain.reading import Level
from communes.exchange.sources.interfaces import IAuthenticSource
import hashlib
import json
from typing import Any
from zope.interface import implementer


@implementer(IAuthenticSource)
class DemoSource:
    """A source whose values stand in a mapping, and that can be made to fall silent."""

    def __init__(
        self,
        title: str,
        level: Level,
        holds: Holding,
        valid_days: int,
        values: Mapping[str, Mapping[str, object]],
    ) -> None:
        self.title = title
        self.level = level
        self.holds = holds
        self.valid_days = valid_days
        self.values = dict(values)
        self.silent = False

    def read(self, site: Any, key: str) -> Found:
        """See ``IAuthenticSource``; the reference is made of what is said."""
        if self.silent:
            raise Unavailable(f"« {self.title} » ne répond pas")
        value = self.values.get(key)
        text = json.dumps(value, sort_keys=True).encode()
        return Found(value, hashlib.sha256(text).hexdigest()[:12])


STREETS = DemoSource(
    "Registre des adresses (démonstration)",
    Level.REGIONAL,
    Holding.ADDRESSES,
    90,
    {
        "5999-0112": {"street": "Rue du Moulin", "postal_code": "5999", "from": 1},
        "5999-0113": {"street": "Place du Perron", "postal_code": "5999", "from": 1},
    },
)
ENTERPRISES = DemoSource(
    "Banque-carrefour des entreprises (démonstration)",
    Level.NATIONAL,
    Holding.ENTERPRISES,
    30,
    {"0999999922": {"name": "Ateliers du Val SRL", "address": "Rue du Moulin 4"}},
)
PEOPLE = DemoSource(
    "Registre national (démonstration)",
    Level.NATIONAL,
    Holding.PEOPLE,
    1,
    {"99010100197": {"last_name": "Lambert", "first_name": "Odile"}},
)
PARCELS = DemoSource(
    "Plan cadastral (démonstration)",
    Level.NATIONAL,
    Holding.PARCELS,
    365,
    {"91999A0123/00B000": {"area_m2": 812, "nature": "maison"}},
)
