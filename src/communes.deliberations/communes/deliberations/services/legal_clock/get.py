"""``GET <meeting>/@deliberations-legal-clock``: the terms the law sets around it."""

from communes.deliberations.api.legal_clock import legal_clock
from communes.deliberations.domain.legal_clock.clock import ClockLine
from communes.deliberations.domain.legal_clock.clock import TERM_LABELS
from communes.deliberations.i18n import label
from datetime import date
from plone.restapi.services import Service
from typing import Any
from zope.i18n import translate


class LegalClockGet(Service):
    """Answers with each term, its last day, where it stands and how it was counted."""

    def reply(self) -> dict[str, Any]:
        found = legal_clock(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@deliberations-legal-clock",
            "items": [self._line(line) for line in found],
            "items_total": len(found),
        }

    def _line(self, line: ClockLine) -> dict[str, Any]:
        return {
            "term": line.term.value,
            "title": translate(label(TERM_LABELS, line.term), context=self.request),
            "latest_on": line.deadline.date.isoformat(),
            "days_left": line.days_left,
            "standing": line.standing.value,
            "alarm": line.alarms,
            "done_on": _day(line.done_on),
            "rule": {
                "article": line.rule.article,
                "source": line.rule.source,
                "verified_on": _day(line.rule.verified_on),
            },
            "clear_days": line.days,
            "counted": [_day(one) for one in line.counted or ()],
            "excluded": [_day(one) for one in line.excluded],
            "steps": list(line.deadline.steps),
        }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
