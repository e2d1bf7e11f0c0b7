"""The terms that press, for the dashboard of the secretariat."""

from communes.core.dashboards.blocks import Alarm
from communes.deliberations.api.legal_clock import legal_alarms
from communes.deliberations.browser import words
from communes.deliberations.browser.legal_clock import words as clock_words
from datetime import date
from zope.i18n import translate


def alarms(site: object, request: object) -> list[Alarm]:
    """Return the alarms of the assemblies this person manages, late ones first."""
    today = date.today()
    return [
        Alarm(
            title=words.joined(
                (
                    clock_words.title(one.line),
                    translate(clock_words.standing(one.line), context=request),
                ),
                request,
            ),
            text=words.joined(
                (one.meeting, clock_words.at_the_latest(one.line, today)), request
            ),
            calculation=clock_words.calculation(one.line),
        )
        for one in legal_alarms(site)
    ]
