"""The course of an advice (sheet 2.8): rows, versions, steps, words, settings."""

from communes.deliberations.domain.advices import course as courses
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.kinds import KIND_LABELS
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.domain.advices.obstacles import writing_obstacles
from communes.deliberations.domain.advices.rules import AdvisedItem
from communes.deliberations.domain.advices.settings import AdviceSettings
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
from communes.deliberations.tests.advice_rules import CALENDAR
from communes.deliberations.tests.advice_rules import LEGALITY
from communes.deliberations.tests.advice_rules import LONGER
from communes.deliberations.tests.advice_rules import running
from communes.deliberations.tests.advice_rules import TODAY
from communes.deliberations.tests.advice_rules import URGENT
from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
import pytest


SETTINGS = AdviceSettings(rules=(LEGALITY, URGENT, LONGER))
DEAR = AdvisedItem("travaux", budget_related=True, amount=Decimal("30000.01"))


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
