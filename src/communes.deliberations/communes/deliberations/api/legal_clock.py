"""The terms the law sets around a meeting, and those that press today."""

from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.legal_clock.clock import ClockLine
from communes.deliberations.domain.legal_clock.clock import legal_clock as lines_of
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.legal_clock import coming_facts
from communes.deliberations.storage.legal_clock import facts_of
from dataclasses import dataclass


@dataclass(frozen=True)
class Alarm:
    """One term that is late or about to be, and the meeting it is about."""

    meeting: str
    path: str
    assembly: str
    line: ClockLine


def legal_clock(meeting: IMeeting) -> tuple[ClockLine, ...]:
    """Return the legal terms of a meeting, the first one first.

    :raises MayNot: the user may not see the meeting.
    """
    require("View", meeting)
    settings = settings_of(assembly_of(meeting)).legal_clock
    return lines_of(facts_of(meeting, now().date()), settings.alarm_days)


def legal_alarms(site: object) -> list[Alarm]:
    """Return the terms that press in the assemblies the user manages, late first.

    One query for each such assembly; no meeting is woken.
    """
    today, found = now().date(), []
    for assembly in assemblies(site):
        if not may(MANAGE_MEETING, assembly):
            continue
        settings = settings_of(assembly).legal_clock
        for brain, facts in coming_facts(assembly, today, settings.watched_days):
            found += [
                Alarm(brain.Title, brain.getPath(), assembly.title, line)
                for line in lines_of(facts, settings.alarm_days)
                if line.alarms
            ]
    return sorted(found, key=lambda one: one.line.days_left)
