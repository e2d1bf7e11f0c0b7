"""The rules of the advices (sheet 2.8): who is asked, until when, what it is worth."""

from communes.core.deadlines.domain.working_calendar import WorkingCalendar
from communes.deliberations.domain.advices import course as courses
from communes.deliberations.domain.advices.kinds import AdviceKind
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.domain.advices.kinds import STANDING_LABELS
from communes.deliberations.domain.advices.legality import delay_at
from communes.deliberations.domain.advices.legality import threshold_at
from communes.deliberations.domain.advices.obstacles import ExpectedAdvice
from communes.deliberations.domain.advices.obstacles import step_obstacles
from communes.deliberations.domain.advices.obstacles import writing_obstacles
from communes.deliberations.domain.advices.rules import AdvisedItem
from communes.deliberations.domain.advices.rules import amount_missing
from communes.deliberations.domain.advices.rules import automatic_rules
from communes.deliberations.domain.advices.rules import days_left
from communes.deliberations.domain.advices.rules import deadline_of
from communes.deliberations.domain.advices.rules import Delay
from communes.deliberations.domain.advices.rules import delay_of
from communes.deliberations.domain.advices.rules import variants
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.advices.settings import AdviserRule
from communes.deliberations.domain.advices.settings import ThresholdRow
from communes.deliberations.tests.advice_rules import asked
from communes.deliberations.tests.advice_rules import CALENDAR
from communes.deliberations.tests.advice_rules import LEGALITY
from communes.deliberations.tests.advice_rules import LONGER
from communes.deliberations.tests.advice_rules import running
from communes.deliberations.tests.advice_rules import TODAY
from communes.deliberations.tests.advice_rules import URGENT
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


SETTINGS = AdviceSettings(rules=(LEGALITY, URGENT, LONGER))
DEAR = AdvisedItem("travaux", budget_related=True, amount=Decimal("30000.01"))


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2013, 9, 1), "22000.00"),
        (date(2024, 8, 20), "22000.00"),
        (date(2024, 8, 21), "30000.00"),
        (TODAY, "30000.00"),
    ],
)
def test_the_threshold_of_the_legality_advice_is_a_dated_table(day, amount):
    found = threshold_at(day)
    assert found.amount == Decimal(amount)
    assert found.source
    assert found.article


def test_no_threshold_before_the_law():
    assert threshold_at(date(2012, 1, 1)) is None


@pytest.mark.parametrize(
    ("strict", "amount", "passed"),
    [
        (True, "30000.00", False),
        (True, "30000.01", True),
        (False, "30000.00", True),
        (False, "29999.99", False),
        (True, "-45000.00", True),
    ],
)
def test_a_threshold_is_strict_or_at_least(strict, amount, passed):
    own = (ThresholdRow("30000.00", strict=strict),)
    assert threshold_at(TODAY, own).passed(Decimal(amount)) is passed


def test_a_threshold_with_vat_counts_the_vat():
    own = (ThresholdRow("30000.00", basis="tvac", vat_percent=21),)
    threshold = threshold_at(TODAY, own)
    assert not threshold.passed(Decimal("24793.38"))
    assert threshold.passed(Decimal("24793.40"))
    assert "TVAC" in threshold.sentence


@pytest.mark.parametrize(
    ("item", "asks"),
    [
        (DEAR, ["legalite"]),
        (replace(DEAR, amount=Decimal("30000")), []),
        (replace(DEAR, amount=None), []),
        (replace(DEAR, budget_related=False), []),
    ],
)
def test_above_the_threshold_the_legality_advice_is_asked_by_itself(item, asks):
    found = automatic_rules(SETTINGS, item, TODAY)
    assert [rule.id for rule in found] == asks


def test_a_threshold_without_an_amount_can_not_be_judged():
    unknown = replace(DEAR, amount=None)
    assert amount_missing(SETTINGS, unknown, TODAY)
    assert not amount_missing(SETTINGS, DEAR, TODAY)
    assert not amount_missing(AdviceSettings(), unknown, TODAY)
    (reason,) = step_obstacles("present", (), TODAY, amount_missing=True)
    assert "indiquez le montant" in str(reason)


@pytest.mark.parametrize(
    ("condition", "item", "asks"),
    [
        ({"categories": ("marches",)}, AdvisedItem(category="marches"), True),
        ({"categories": ("marches",)}, AdvisedItem(category="autre"), False),
        ({"services": ("travaux",)}, AdvisedItem(service="travaux"), True),
        ({"services": ("travaux",)}, AdvisedItem(service="police"), False),
        ({"groups_in_charge": ("e1",)}, AdvisedItem(groups_in_charge=("e1",)), True),
        ({"groups_in_charge": ("e1",)}, AdvisedItem(), False),
        ({"budget": True}, AdvisedItem(budget_related=True), True),
        ({"budget": True}, AdvisedItem(), False),
        ({"automatic": False}, AdvisedItem(), False),
        ({"chained_to": "other"}, AdvisedItem(), False),
        ({"starts": "2026-11-23", "ends": "2026-11-23"}, AdvisedItem(), True),
        ({"starts": "2026-11-24"}, AdvisedItem(), False),
        ({"ends": "2026-11-22"}, AdvisedItem(), False),
    ],
)
def test_an_automatic_advice_has_conditions_and_a_validity(condition, item, asks):
    rule = AdviserRule(id="r", title="Avis", service="juridique", **condition)
    found = automatic_rules(AdviceSettings(rules=(rule,)), item, TODAY)
    assert bool(found) is asks


@pytest.mark.parametrize(
    ("rule", "days", "last"),
    [
        # Ten working days from Monday 23 November 2026: two week-ends do not count.
        (LEGALITY, 10, date(2026, 12, 7)),
        (URGENT, 5, date(2026, 11, 30)),
        (LONGER, 20, date(2026, 12, 21)),
    ],
)
def test_three_linked_rows_of_ten_five_and_twenty_working_days(rule, days, last):
    delay = delay_of(rule, TODAY)
    assert (delay.days, delay.unit) == (days, "working")
    assert "L1124-40" in delay.source
    assert deadline_of(delay, TODAY, CALENDAR).date == last
    assert variants(SETTINGS, rule) == SETTINGS.rules


def test_holidays_do_not_count_in_a_delay():
    christmas = deadline_of(Delay(5, "working", "x"), date(2026, 12, 22), CALENDAR)
    assert christmas.date == date(2026, 12, 30)
    assert any("Noël" in step for step in christmas.steps)


def test_a_closing_day_of_the_commune_does_not_count():
    closed = WorkingCalendar(frozenset({date(2026, 11, 24)}))
    assert deadline_of(Delay(1, "working", "x"), TODAY, closed).date == date(
        2026, 11, 25
    )


def test_a_delay_in_calendar_days_ends_on_a_day_somebody_works():
    # Five calendar days after Monday end on Saturday: Monday it is.
    found = deadline_of(Delay(5, "calendar", "x"), TODAY, CALENDAR)
    assert found.date == date(2026, 11, 30)
    assert "reportée" in found.steps[-1]


@given(
    start=st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    days=st.integers(0, 40),
    unit=st.sampled_from(("working", "calendar")),
)
def test_a_delay_never_ends_early_nor_on_a_closed_day(start, days, unit):
    last = deadline_of(Delay(days, unit, "x"), start, CALENDAR).date
    assert CALENDAR.is_working(last)
    assert (last - start).days >= days


def test_the_legal_delays_are_dated():
    assert delay_at("legality_advice", date(2010, 1, 1)) is None
    assert delay_at("nothing", TODAY) is None


def test_days_left_count_working_days_when_the_delay_does():
    assert days_left(date(2026, 11, 30), TODAY, "working", CALENDAR) == 5
    assert days_left(date(2026, 11, 30), TODAY, "calendar", CALENDAR) == 7
    assert days_left(date(2026, 11, 20), TODAY, "working", CALENDAR) == -3


def test_a_delay_starts_once_and_a_draft_taken_back_stops_it():
    course = running()
    assert courses.started(course, LEGALITY, date(2026, 11, 25), CALENDAR) == course
    stopped = courses.paused(course)
    assert (stopped.started_on, stopped.deadline) == (None, None)


def test_without_an_answer_in_time_the_advice_is_not_given_in_time():
    course = running()
    assert courses.standing(course, date(2026, 12, 7)) is Standing.TO_GIVE
    late = date(2026, 12, 8)
    assert courses.standing(course, late) is Standing.TIMED_OUT
    assert STANDING_LABELS[Standing.TIMED_OUT] == "Non rendu dans le délai"
    assert courses.settled(course, late)
    (reason,) = writing_obstacles(course, late, item_open=True)
    assert "prolonger" in str(reason)


def test_an_item_waits_for_its_mandatory_advice_and_goes_on_without_it_in_the_end():
    expected = (ExpectedAdvice("Avis de légalité", running(), True),)
    (reason,) = step_obstacles("present", expected, TODAY)
    assert "« Avis de légalité »" in str(reason)
    assert "7 décembre 2026" in str(reason)
    assert step_obstacles("present", expected, date(2026, 12, 8)) == ()
    assert step_obstacles("validate", expected, TODAY) == ()


@pytest.mark.parametrize(
    ("course", "words"),
    [
        (asked(), "n'a pas commencé"),
        (asked(started_on=TODAY), "n'est pas rendu"),
        (
            courses.given(
                asked(started_on=TODAY), AdviceKind.BACK_TO_SERVICE, TODAY, "df", ""
            ),
            "redemandez",
        ),
    ],
)
def test_each_missing_advice_is_named_with_its_cure(course, words):
    (reason,) = step_obstacles("present", (ExpectedAdvice("X", course, True),), TODAY)
    assert words in str(reason)


def test_an_optional_advice_stops_nothing():
    assert (
        step_obstacles("present", (ExpectedAdvice("X", asked(), False),), TODAY) == ()
    )


def test_an_item_waits_only_for_an_advice_that_is_expected():
    (reason,) = step_obstacles("wait_advices", (), TODAY)
    assert "demandez d'abord" in str(reason)
    expected = (ExpectedAdvice("X", asked(), False),)
    assert step_obstacles("wait_advices", expected, TODAY) == ()
