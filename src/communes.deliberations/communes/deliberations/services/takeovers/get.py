"""``GET <assembly>/@deliberations-takeovers[/id]``: what was brought, how far it is."""

from communes.deliberations.api.takeover import source_names
from communes.deliberations.api.takeover import takeover
from communes.deliberations.api.takeover import takeovers
from communes.deliberations.api.takeover import TakeoverView
from plone.restapi.services import Service
from typing import Any
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


NOUN = "@deliberations-takeovers"


def takeover_json(assembly: Any, view: TakeoverView) -> dict[str, Any]:
    """Return one taking over as plain values."""
    one = view.takeover
    return {
        "@id": f"{assembly.absolute_url()}/{NOUN}/{one.id}",
        "id": one.id,
        "origin": one.origin,
        "asked_by": one.asked_by,
        "asked_on": view.at.isoformat(),
        "state": one.state.value,
        "service": one.service,
        "counts": dict(one.counts),
        "refused": [{"key": key, "message": why} for key, why in one.refused],
        "problem": one.problem or view.trouble,
        "done": view.done,
        "total": view.total,
    }


@implementer(IPublishTraverse)
class Named:
    """Reads which one is meant from the address; empty for all of them."""

    wanted = ""

    def publishTraverse(self, _request: Any, name: str) -> "Named":  # noqa: N802
        self.wanted = name
        return self


class TakeoversGet(Named, Service):
    """Answers whoever manages the assembly."""

    def reply(self) -> dict[str, Any]:
        if self.wanted:
            return takeover_json(self.context, takeover(self.context, self.wanted))
        found = takeovers(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/{NOUN}",
            "items": [takeover_json(self.context, one) for one in found],
            "items_total": len(found),
            "sources": list(source_names()),
        }
