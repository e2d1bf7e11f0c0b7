"""``GET <assembly>/@deliberations-scans``: the papers and where each is."""

from communes.deliberations.api.scanning import scans
from communes.deliberations.domain.scanning.scan import Scan
from plone.restapi.services import Service
from typing import Any


def scans_json(assembly: Any) -> dict[str, Any]:
    """Return the papers of an assembly this account sees, the latest first."""
    found = [_scan(one) for one in scans(assembly)]
    return {
        "@id": f"{assembly.absolute_url()}/@deliberations-scans",
        "items": found,
        "items_total": len(found),
    }


def _scan(one: Scan) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "at": one.at.isoformat(),
        "state": one.state.value,
        "item": one.item,
        "cause": one.cause,
    }


class ScansGet(Service):
    """Answers who makes items here."""

    def reply(self) -> dict[str, Any]:
        return scans_json(self.context)
