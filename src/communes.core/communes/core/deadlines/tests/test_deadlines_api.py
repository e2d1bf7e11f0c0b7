"""The closing days a commune sets change its calendar."""

from communes.core.deadlines import api
from datetime import date
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


BRIDGE = date(2026, 12, 24)


def test_closing_days_of_the_site_are_not_worked(portal):
    assert api.working_calendar().is_working(BRIDGE)
    getUtility(IRegistry)["communes.core.closing_days"] = [BRIDGE]
    assert not api.working_calendar().is_working(BRIDGE)
