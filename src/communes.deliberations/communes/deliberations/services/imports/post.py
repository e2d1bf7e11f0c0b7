"""``POST @deliberations-imports?dry_run=1``: check a meeting, or bring it in."""

from communes.core.errors.i18n import to_sentence
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations import api
from communes.deliberations.domain.importing.plan import ImportPlan
from plone import api as plone_api
from typing import Any


class ImportsPost(WritingService):
    """Reads the meeting itself as body; ``service`` brings its items."""

    def write(self) -> dict[str, Any]:
        site = plone_api.portal.get()
        text = body.raw_body(self.request)
        if self.request.form.get("dry_run") in ("1", "true"):
            return self._report(api.dry_run(site, text))
        service = self.request.form.get("service") or None
        meeting = api.import_meeting(site, text, service)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", meeting.absolute_url())
        return {"@id": meeting.absolute_url(), "UID": meeting.UID()}

    def _report(self, report: Any) -> dict[str, Any]:
        return {
            "accepted": report.plan is not None,
            "rows": [
                {
                    "row": fault.row,
                    "field": fault.field,
                    "code": fault.reason.code,
                    "message": to_sentence(fault.reason, self.request),
                }
                for fault in report.faults
            ],
            "preview": None if report.plan is None else preview(report.plan),
        }


def preview(plan: ImportPlan) -> dict[str, Any]:
    """Return what would be written, shortly."""
    return {
        "assembly": plan.assembly,
        "date": plan.day.isoformat(),
        "seats": len(plan.seats),
        "present": len(plan.voters),
        "urgent_items": len(plan.urgent_items),
        "items": [
            {
                "number": item.number,
                "title": item.title,
                "result": None if item.outcome is None else str(item.outcome.result),
            }
            for item in plan.items
        ],
    }
