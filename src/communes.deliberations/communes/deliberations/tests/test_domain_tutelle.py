"""The supervision of an act: its delay, its extension, what it means for the act."""

from communes.core.deadlines.domain.working_calendar import WorkingCalendar
from communes.deliberations.domain.tutelle.act import act_on
from communes.deliberations.domain.tutelle.act import acts
from communes.deliberations.domain.tutelle.act import TutelleKind
from communes.deliberations.domain.tutelle.follow import check
from communes.deliberations.domain.tutelle.follow import deadline
from communes.deliberations.domain.tutelle.follow import effect
from communes.deliberations.domain.tutelle.follow import OutcomeNeedsDay
from communes.deliberations.domain.tutelle.follow import standing
from communes.deliberations.domain.tutelle.follow import TutelleFile
from communes.deliberations.domain.tutelle.follow import UnknownAct
from communes.deliberations.domain.tutelle.follow import UnknownOutcome
from communes.deliberations.domain.tutelle.follow import WrongOrder
from datetime import date
import pytest


CALENDAR = WorkingCalendar()
TODAY = date(2026, 11, 23)
# Thirty days after Monday 2 November 2026 is Wednesday 2 December.
BUDGET = TutelleFile("budget", date(2026, 10, 30), date(2026, 11, 2))


def test_the_day_of_receipt_does_not_count():
    assert deadline(BUDGET, CALENDAR).date == date(2026, 12, 2)


def test_an_end_on_a_weekend_or_a_holiday_rolls_over():
    # 30 days after Thursday 5 November is Saturday 5 December: Monday the 7th.
    found = deadline(TutelleFile("taxes", None, date(2026, 11, 5)), CALENDAR)
    assert found.date == date(2026, 12, 7)
    # 30 days after 25 November is Christmas, a Friday: Monday the 28th.
    found = deadline(TutelleFile("taxes", None, date(2026, 11, 25)), CALENDAR)
    assert found.date == date(2026, 12, 28)
    assert any("Noël" in step for step in found.steps)


def test_an_extension_adds_fifteen_days():
    extended = TutelleFile(
        "budget", date(2026, 10, 30), date(2026, 11, 2), date(2026, 11, 20)
    )
    found = deadline(extended, CALENDAR)
    assert found.date == date(2026, 12, 17)
    assert any("prorogés de 15 jours" in step for step in found.steps)


def test_without_the_day_of_receipt_it_is_counted_from_the_sending_and_said():
    found = deadline(TutelleFile("budget", date(2026, 11, 2)), CALENDAR)
    assert found.date == date(2026, 12, 2)
    assert any("compté depuis l'envoi" in step for step in found.steps)


def test_a_delay_that_nobody_confirmed_in_the_law_says_so():
    assert all(one.verified_on is None for one in acts())
    assert any("à confirmer" in one for one in deadline(BUDGET, CALENDAR).steps)


def test_what_was_never_sent_has_no_deadline():
    assert deadline(TutelleFile("budget"), CALENDAR) is None
    assert standing(TutelleFile("budget"), CALENDAR, TODAY) == "to_send"
    assert standing(TutelleFile(), CALENDAR, TODAY) is None


def test_an_act_of_special_approval_waits_until_the_delay_has_passed():
    assert act_on("budget", TODAY).kind == TutelleKind.APPROVAL
    assert standing(BUDGET, CALENDAR, TODAY) == "awaited"
    assert "ne peut pas encore" in effect(BUDGET, CALENDAR, TODAY)
    last, after = date(2026, 12, 2), date(2026, 12, 3)
    assert standing(BUDGET, CALENDAR, last) == "awaited"
    assert standing(BUDGET, CALENDAR, after) == "expired"
    assert "exécutoire" in effect(BUDGET, CALENDAR, after)


def test_an_act_that_may_be_annulled_is_carried_out_meanwhile():
    market = TutelleFile("marches", date(2026, 11, 2), date(2026, 11, 2))
    assert act_on("marches", TODAY).kind == TutelleKind.ANNULMENT
    assert "peut être exécuté" in effect(market, CALENDAR, TODAY)
    assert "définitif" in effect(market, CALENDAR, date(2027, 1, 1))


def test_an_answer_ends_it():
    answered = TutelleFile(
        "budget", date(2026, 10, 30), date(2026, 11, 2), None, "approved",
        date(2026, 11, 20),
    )  # fmt: skip
    check(answered, TODAY)
    assert standing(answered, CALENDAR, date(2030, 1, 1)) == "answered"
    assert effect(answered, CALENDAR, TODAY) == "Approuvé"


@pytest.mark.parametrize(
    "file,error",
    [
        (TutelleFile("loterie"), UnknownAct),
        (TutelleFile("budget", outcome="perhaps", outcome_on=TODAY), UnknownOutcome),
        (TutelleFile("budget", outcome="approved"), OutcomeNeedsDay),
        (TutelleFile("budget", outcome_on=TODAY), OutcomeNeedsDay),
        (TutelleFile("budget", TODAY, date(2026, 11, 1)), WrongOrder),
        (
            TutelleFile("budget", TODAY, None, None, "annulled", date(2026, 1, 1)),
            WrongOrder,
        ),
    ],
)
def test_what_can_not_be_is_refused(file, error):
    with pytest.raises(error):
        check(file, TODAY)


def test_every_row_of_the_table_has_its_source():
    for one in acts():
        assert one.source and one.article
        assert one.days > 0 and one.extension >= 0
        assert one.kind in set(TutelleKind)
