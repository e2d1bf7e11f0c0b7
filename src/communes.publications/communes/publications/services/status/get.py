"""``GET @publications-status``"""

from communes.publications.api.status import status
from dataclasses import asdict
from plone.restapi.services import Service
from typing import Any


class PublicationsStatusGet(Service):
    """The same numbers as Prometheus gets."""

    def reply(self) -> dict[str, Any]:
        found = status(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@publications-status",
            "next_at": found.next_at.isoformat() if found.next_at else None,
            "latest_seconds": round(found.latest_seconds),
            "proofs_waiting": found.proofs_waiting,
            "institutions": [asdict(one) for one in found.institutions],
        }
