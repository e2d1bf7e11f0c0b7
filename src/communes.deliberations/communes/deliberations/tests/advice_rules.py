"""The rules of the advices that the tests share; no Plone is asked for them."""

from communes.core.deadlines.domain.working_calendar import WorkingCalendar
from communes.deliberations.domain.advices import course as courses
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.settings import AdviserRule
from dataclasses import replace
from datetime import date


TODAY = date(2026, 11, 23)
CALENDAR = WorkingCalendar()
LEGALITY = AdviserRule(
    id="legalite",
    title="Avis de légalité",
    service="finances",
    mandatory=True,
    budget=True,
    threshold=True,
    legal_delay="legality_advice",
)
URGENT = replace(
    LEGALITY,
    id="legalite-urgente",
    legal_delay="legality_advice_urgent",
    chained_to="legalite",
)
LONGER = replace(
    LEGALITY,
    id="legalite-prolongee",
    title="Avis de légalité (prolongé)",
    legal_delay="legality_advice_longer",
    chained_to="legalite",
)


def asked(**values):
    return Course(service="finances", rule="legalite", asked_on=TODAY, **values)


def running(today=TODAY, rule=LEGALITY):
    return courses.started(asked(), rule, today, CALENDAR)
