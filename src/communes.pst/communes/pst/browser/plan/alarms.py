"""The days the law sets for a plan, told to who keeps it, with their calculation."""

from communes.core.dashboards.blocks import Alarm
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.writing import long_date
from communes.core.parts.domain.writing import time_left
from communes.pst.api import reading
from communes.pst.api.plan import describe_plan
from communes.pst.browser import words
from communes.pst.domain.law import days_left
from communes.pst.domain.law import evaluation_days
from communes.pst.domain.law import noting_deadline
from communes.pst.i18n import _
from communes.pst.permissions import MANAGE_PLAN
from datetime import date


#: Days before a term from which it is told.
NOTING_DAYS = 120
EVALUATION_DAYS = 180


def alarms(plan: object, request: object) -> list[Alarm]:
    """Return the terms that press; nothing for who does not keep the plan."""
    if not reading.may_do(MANAGE_PLAN, plan):
        return []
    record, today = describe_plan(plan), date.today()
    found = []
    noting = noting_deadline(record)
    if noting is not None and record.noted_on is None:
        if days_left(noting, today) <= NOTING_DAYS:
            title = _("alarm_noting", default="Prise d'acte par le Conseil")
            found.append(_alarm(title, noting, plan, today, request))
    for one in evaluation_days(record):
        if 0 <= days_left(one, today) <= EVALUATION_DAYS:
            title = _("alarm_evaluation", default="Évaluation du programme")
            found.append(_alarm(title, one, plan, today, request))
    return found


def _alarm(
    title: str, term: object, plan: object, today: date, request: object
) -> Alarm:
    said = _(
        "alarm_until",
        default="${plan} : au plus tard le ${day} (${left}).",
        mapping={
            "plan": plan.title,
            "day": long_date(term.date),
            "left": time_left(term.date, today),
        },
    )
    steps = [Fact(_("calculation_step", default="Calcul"), step) for step in term.steps]
    source = Fact(_("calculation_source", default="Source"), term.rule)
    return Alarm(
        words.said(title, request), words.said(said, request), (*steps, source)
    )
