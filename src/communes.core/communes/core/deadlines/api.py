"""The door to the delays of one site: its own calendar."""

from communes.core.deadlines.domain.working_calendar import WorkingCalendar
from communes.core.interfaces import ICoreSettings
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


def working_calendar() -> WorkingCalendar:
    """Return the calendar of the current site: holidays and its own closing days."""
    settings = getUtility(IRegistry).forInterface(ICoreSettings, prefix="communes.core")
    return WorkingCalendar(frozenset(settings.closing_days or ()))
