"""``@web-corrections``: what the account may mend; one content looked over again."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api.contents import by_uid
from communes.web.api.desk import takes_part
from communes.web.checks.api import confirm_review
from communes.web.checks.api import corrections
from communes.web.checks.api import look_again
from communes.web.domain.links.corrections import Fault
from communes.web.domain.links.corrections import Finding
from communes.web.domain.reading import BadValue
from communes.web.services.naming import Named
from datetime import date
from plone.restapi.services import Service
from typing import Any
from zExceptions import Unauthorized


MOST = 500


class CorrectionsGet(Service):
    """Reads ``mine`` (``0``: all one may write), ``fault``, ``page`` and ``size``."""

    def reply(self) -> dict[str, Any]:
        if not takes_part(self.context):
            raise Unauthorized("@web-corrections")
        form = self.request.form
        fault = str(form.get("fault", ""))
        if fault and fault not in set(Fault):
            raise BadValue(field="fault", name="fault", expected=", ".join(Fault))
        size = body.parameter(self.request, "size", 1, MOST, 50)
        page = body.parameter(self.request, "page", 1, 100_000, 1)
        mine = form.get("mine") != "0"
        found = corrections(self.context, mine, fault, (page - 1) * size, size)
        url = self.context.absolute_url()
        return {
            "@id": f"{url}/@web-corrections",
            "items": [
                {
                    "@id": f"{url}/@web-corrections/{one.uid}",
                    "id": one.uid,
                    "page": one.url,
                    "title": one.title,
                    "type": one.portal_type,
                    "state": one.state,
                    "changed_on": one.modified.isoformat(),
                    "findings": [finding_json(each) for each in one.findings],
                }
                for one in found.rows
            ],
            "items_total": found.total,
            "counts": dict(found.counts),
            "page": page,
            "pages": max(1, -(-found.total // size)),
            "size": size,
        }


class CorrectionsPost(Named, WritingService):
    """Looks one content over now; ``reviewed``: somebody read it, it is still right."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("reviewed",))
        obj, today = by_uid(self.uid), date.today()
        if body.value(given, "reviewed", bool, False):
            confirm_review(obj, today)
        left = look_again(self.context, obj, today)
        url = self.context.absolute_url()
        return {
            "@id": f"{url}/@web-corrections/{self.uid}",
            "findings": [finding_json(one) for one in left],
        }


def finding_json(one: Finding) -> dict[str, str]:
    """Return one thing to mend."""
    return {"fault": one.fault.value, "detail": one.detail}
