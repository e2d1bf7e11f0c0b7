"""``@web-shares``: what other communes share here; one shown, hidden or brought."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api.contents import by_uid
from communes.web.api.desk import takes_part
from communes.web.federation import api as door
from communes.web.services.naming import Named
from plone.restapi.services import Service
from typing import Any
from zExceptions import Unauthorized


class SharesGet(Service):
    """What came from elsewhere, and who gets what is shared."""

    def reply(self) -> dict[str, Any]:
        if not takes_part(self.context):
            raise Unauthorized("@web-shares")
        found = door.arrived(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@web-shares",
            "partners": door.partners(self.context),
            "items": [share_json(self.context, one) for one in found],
            "items_total": len(found),
        }


class SharesPost(Named, WritingService):
    """Reads ``shown`` or ``agenda`` of what came, ``shared`` of what is ours."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("shown", "agenda", "shared"))
        obj = by_uid(self.uid)
        if "shown" in given:
            shown = body.value(given, "shown", bool)
            door.show_here(self.context, obj, shown)
        if "agenda" in given:
            agenda = by_uid(body.value(given, "agenda", str))
            obj = door.bring(obj, agenda)
        if "shared" in given:
            door.share(obj, body.value(given, "shared", bool))
        return {
            "@id": f"{self.context.absolute_url()}/@web-shares/{self.uid}",
            "id": self.uid,
            "page": obj.absolute_url(),
            "shared": door.shares(obj),
        }


def share_json(site: Any, one: door.Arrived) -> dict[str, Any]:
    """Return a content of another commune, as it stands here."""
    return {
        "@id": f"{site.absolute_url()}/@web-shares/{one.uid}",
        "id": one.uid,
        "page": one.url,
        "title": one.title,
        "kind": one.name,
        "state": one.state,
        "hidden": one.hidden,
        "commune": one.provenance.commune,
        "origin": one.provenance.url,
    }
