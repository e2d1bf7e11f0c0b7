"""``POST <plan>/@pst-takeovers``: carry a plan over, or bring an export in."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.pst.api.carrying import carry_over
from communes.pst.api.carrying import import_imio
from communes.pst.api.plan import plan
from plone import api
from typing import Any


KNOWN = ("plan", "actions", "export", "names", "dry_run")


class TakeoversPost(WritingService):
    """Reads ``plan`` and ``actions``, or ``export`` and ``names``; and ``dry_run``."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, KNOWN)
        dry_run = body.value(given, "dry_run", bool, True)
        if "export" in given:
            export = body.value(given, "export", dict)
            names = body.value(given, "names", dict, {})
            return import_imio(self.context, export, names, dry_run).as_dict()
        source = plan(api.portal.get(), body.value(given, "plan", str))
        chosen = body.texts(given, "actions") if "actions" in given else None
        return carry_over(self.context, source, chosen, dry_run).as_dict()
