"""``GET <assembly>/@deliberations-statistics?year=2026``: a year, member by member."""

from communes.core.web import body
from communes.deliberations.api.statistics import statistics
from communes.deliberations.domain.statistics.year import MemberYear
from communes.deliberations.domain.statistics.year import percent
from communes.deliberations.services import serialise
from datetime import date
from plone.restapi.services import Service
from typing import Any


class StatisticsGet(Service):
    """Answers with the members by precedence, and the groups."""

    def reply(self) -> dict[str, Any]:
        today = date.today()
        year = body.parameter(self.request, "year", 1831, 9998, today.year)
        found = statistics(self.context, year)
        return {
            "@id": f"{self.context.absolute_url()}/@deliberations-statistics",
            "year": found.year,
            "meetings": found.meetings,
            "items": [_member(one) for one in found.members],
            "items_total": len(found.members),
            "groups": [
                {
                    "name": one.name,
                    "votes": one.votes,
                    "cohesion": percent(one.cohesion),
                }
                for one in found.groups
            ],
        }


def _member(one: MemberYear) -> dict[str, Any]:
    return {
        "seat": serialise.seat(one.seat),
        "meetings": one.meetings,
        "present": one.present,
        "excused": one.excused,
        "absent": one.absent,
        "replaced": one.replaced,
        "under_way": one.under_way,
        "rate": percent(one.rate),
        "agenda_items": one.items,
        "agenda_items_of": one.items_of,
        "withdrawals": one.withdrawals,
        "voices": {value.value: count for value, count in one.voices.items()},
    }
