"""``GET @exchange-sources``: what may be read, from whom."""

from communes.exchange.sources.api import sources
from dataclasses import asdict
from plone.restapi.services import Service
from typing import Any


class ExchangeSourcesGet(Service):
    """The sources the commune has opened, with what is kept of them."""

    def reply(self) -> dict[str, Any]:
        return {
            "@id": f"{self.context.absolute_url()}/@exchange-sources",
            "items": [
                {name: plain(value) for name, value in asdict(one).items()}
                for one in sources(self.context)
            ],
        }


def plain(value: object) -> object:
    """Return an enumerated word as text, anything else as it is."""
    return str(value) if isinstance(value, str) else value
