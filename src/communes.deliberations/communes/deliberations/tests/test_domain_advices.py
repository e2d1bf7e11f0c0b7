"""The rules of the advices (sheet 2.8): who is asked, until when, what it is worth."""

from communes.core.deadlines.domain.working_calendar import WorkingCalendar
from communes.deliberations.domain.advices import course as courses
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.kinds import AdviceKind
from communes.deliberations.domain.advices.kinds import KIND_LABELS
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
from communes.deliberations.domain.advices.steps import AdviceStep
from communes.deliberations.domain.advices.steps import after
from communes.deliberations.domain.advices.steps import before
from communes.deliberations.domain.advices.steps import in_hand
from communes.deliberations.domain.advices.steps import path_of
from communes.deliberations.domain.advices.steps import waits_for_completeness
from communes.deliberations.domain.advices.telling import citation
from communes.deliberations.domain.advices.telling import ToldAdvice
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.domain.settings_check import check
from communes.deliberations.storage.plain import from_plain
from communes.deliberations.storage.plain import to_plain
from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


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
    legal_delay="legality_advice_longer",
    chained_to="legalite",
)
SETTINGS = AdviceSettings(rules=(LEGALITY, URGENT, LONGER))
DEAR = AdvisedItem("travaux", budget_related=True, amount=Decimal("30000.01"))


def asked(**values):
    return Course(service="finances", rule="legalite", asked_on=TODAY, **values)


def running(today=TODAY, rule=LEGALITY):
    return courses.started(asked(), rule, today, CALENDAR)


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


def test_a_manager_prolongs_or_hastens_by_another_row_from_the_same_day():
    longer = courses.switched(running(), LONGER, CALENDAR)
    assert (longer.rule, longer.started_on) == ("legalite-prolongee", TODAY)
    assert longer.deadline == date(2026, 12, 21)
    assert courses.switched(longer, URGENT, CALENDAR).deadline == date(2026, 11, 30)


def test_an_advice_is_kept_as_a_version_when_the_item_changes_after_it():
    answered = courses.given(running(), "positive", TODAY, "df", "abc")
    assert courses.standing(answered, TODAY) is Standing.GIVEN
    again = courses.reopened(answered, TODAY, "<p>Bon.</p>", "Le point a changé")
    assert courses.standing(again, TODAY) is Standing.ASKED_AGAIN
    (version,) = again.versions
    assert (version.kind, version.motivation) == ("positive", "<p>Bon.</p>")
    assert again.started_on is None


def test_a_hidden_advice_says_only_that_it_is_being_written():
    course = replace(running(), writing=True)
    assert courses.standing(course, TODAY, hidden=True) is Standing.HIDDEN
    assert courses.standing(course, TODAY) is Standing.TO_GIVE
    given = courses.given(course, "negative", TODAY, "df", "")
    assert courses.standing(given, TODAY, hidden=True) is Standing.GIVEN


def test_an_advice_given_is_not_written_again():
    given = courses.given(running(), "positive", TODAY, "df", "")
    (reason,) = writing_obstacles(given, TODAY, item_open=True)
    assert "reprenez-le" in str(reason)
    assert writing_obstacles(running(), TODAY, item_open=True) == ()
    assert writing_obstacles(running(), TODAY, item_open=False)


def test_the_finance_director_has_four_steps_and_a_signature():
    full = replace(
        LEGALITY, steps=("controller", "editor", "reviewer", "manager", "signed")
    )
    path = path_of(full)
    assert path == (
        AdviceStep.CONTROLLER,
        AdviceStep.EDITOR,
        AdviceStep.REVIEWER,
        AdviceStep.MANAGER,
        AdviceStep.SIGNED,
    )
    walked = [path[0]]
    while walked[-1] != AdviceStep.GIVEN:
        walked.append(after(path, walked[-1]))
    assert walked == [*path, AdviceStep.GIVEN]
    assert before(path, AdviceStep.EDITOR) is AdviceStep.CONTROLLER
    assert before(path, AdviceStep.CONTROLLER) is None
    assert in_hand(full, "") == "advicecontrollers"
    assert in_hand(full, AdviceStep.SIGNED) == "advicemanagers"


@pytest.mark.parametrize(
    ("steps", "path"),
    [
        ((), ()),
        (("manager",), (AdviceStep.MANAGER,)),
        (("manager", "editor"), (AdviceStep.EDITOR, AdviceStep.MANAGER)),
    ],
)
def test_simpler_variants_have_fewer_steps(steps, path):
    assert path_of(replace(LEGALITY, steps=steps)) == path
    assert in_hand(replace(LEGALITY, steps=()), "") == "advisers"


def test_the_delay_runs_from_the_complete_file_when_somebody_checks_it():
    checked = replace(LEGALITY, steps=("controller", "manager"))
    assert waits_for_completeness(checked, "")
    assert not waits_for_completeness(checked, AdviceStep.MANAGER)
    assert not waits_for_completeness(LEGALITY, "")


def test_every_kind_of_the_sheet_is_there():
    assert list(KIND_LABELS.values()) == [
        "Positif",
        "Positif avec remarques",
        "Positif commenté",
        "Positif après modification",
        "Réservé",
        "Négatif",
        "Négatif en l'état",
        "Néant",
        "Pris connaissance",
        "Renvoyé au groupe proposant",
    ]


def test_a_deliberation_cites_an_advice_or_its_absence():
    told = ToldAdvice("Avis", "le Directeur financier", "Route", running())
    assert citation(told, TODAY) == ""
    assert "n'a pas été rendu dans le délai" in citation(told, date(2026, 12, 8))
    answered = courses.given(running(), "positive_with_remarks", TODAY, "df", "")
    said = citation(replace(told, course=answered), TODAY)
    assert "Vu l'avis positif avec remarques rendu par le Directeur financier" in said


def test_a_course_is_kept_as_plain_values():
    course = courses.noted(
        courses.reopened(
            courses.given(running(), "positive", TODAY, "df", "x"), TODAY, "", "y"
        ),
        datetime(2026, 11, 23, 10, 0),
        "reopened",
        "df",
    )
    assert from_plain(Course, to_plain(course)) == course


def test_the_rules_of_an_assembly_are_settings():
    council = replace(CONSEIL, advices=SETTINGS)
    assert check(DeliberationsSettings((council,))) == ()
    assert from_plain(type(council), to_plain(council)) == council


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"rules": (LEGALITY, LEGALITY)}, "deux fois"),
        ({"rules": (replace(URGENT, chained_to="nulle-part"),)}, "nulle-part"),
        ({"rules": (replace(LEGALITY, starts="hier"),)}, "2024-09-01"),
        ({"rules": (replace(LEGALITY, service=""),)}, "service"),
        ({"rules": (replace(LEGALITY, delay_days=-1),)}, "délai"),
        ({"rules": (replace(LEGALITY, delay_unit="heures"),)}, "heures"),
        ({"kinds": ("inconnu",)}, "inconnu"),
        ({"thresholds": (ThresholdRow("beaucoup"),)}, "beaucoup"),
        ({"thresholds": (ThresholdRow("1", starts="hier"),)}, "hier"),
    ],
)
def test_a_fault_in_the_advices_is_told_with_what_was_expected(change, words):
    council = replace(CONSEIL, advices=replace(SETTINGS, **change))
    found = check(DeliberationsSettings((council,)))
    assert any(words in str(reason) for reason in found)
