"""Progress is computed; who says otherwise gives the reason."""

from communes.pst.domain.choices import Basis
from communes.pst.domain.element import Override
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import Measure
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.progress import check_override
from communes.pst.domain.progress import Origin
from communes.pst.domain.progress import progresses
from communes.pst.domain.progress import shown_percent
from communes.pst.domain.progress import total
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import strategic
from communes.pst.tests.plans import sub_action
from communes.pst.tests.plans import task
from datetime import date
from decimal import Decimal
from fractions import Fraction
import pytest


TODAY = date(2027, 6, 30)
HALFWAY = Indicator(
    "i",
    "Arbres plantés",
    baseline=Decimal(0),
    targets=(YearTarget(2030, Decimal(100)),),
    measures=(Measure(date(2027, 1, 1), Decimal(50)),),
)


def percent(tree, id):
    return progresses(tree, TODAY)[id].percent


def test_an_objective_is_the_mean_of_its_actions():
    tree = one_branch(action("a", "oo", progress=20), action("b", "oo", progress=60))

    assert percent(tree, "oo") == percent(tree, "os") == 40


def test_a_heavier_action_counts_more():
    tree = one_branch(
        action("a", "oo", progress=20),
        action("b", "oo", progress=60, weight=Decimal(3)),
    )

    assert percent(tree, "oo") == 50


def test_a_finished_action_is_complete_whatever_was_typed():
    tree = one_branch(action("a", "oo", progress=70, state="terminated"))

    assert percent(tree, "oo") == 100
    assert progresses(tree, TODAY)["a"].origin is Origin.STATE


def test_a_stopped_action_no_longer_weighs():
    tree = one_branch(
        action("a", "oo", progress=80), action("b", "oo", progress=0, state="stopped")
    )

    assert percent(tree, "oo") == 80


def test_an_objective_that_was_given_up_whole_no_longer_weighs():
    tree = one_branch(
        action("a", "oo", progress=80),
        operational("o2", "os"),
        action("b", "o2", state="stopped"),
    )

    assert progresses(tree, TODAY)["o2"].origin is Origin.GIVEN_UP
    assert percent(tree, "os") == 80


def test_an_objective_still_empty_weighs_as_not_begun():
    tree = one_branch(action("a", "oo", progress=80), operational("o2", "os"))

    assert percent(tree, "os") == 40


def test_tasks_count_by_their_state():
    tree = one_branch(
        action("a", "oo", progress=5),
        task("t", "a", state="closed"),
        task("u", "a", state="in_progress"),
        task("v", "a"),
    )

    assert percent(tree, "a") == 50


def test_a_task_counts_the_tasks_under_it_until_it_is_done():
    below = (
        action("a", "oo"),
        task("u", "t"),
        task("v", "t", state="realized"),
    )

    assert percent(one_branch(*below, task("t", "a")), "a") == 50
    assert percent(one_branch(*below, task("t", "a", state="closed")), "a") == 100


def test_an_action_without_children_follows_its_indicators():
    tree = one_branch(action("a", "oo", progress=5, indicators=(HALFWAY,)))

    assert percent(tree, "a") == 50
    assert progresses(tree, TODAY)["a"].origin is Origin.INDICATORS


@pytest.mark.parametrize(
    ("basis", "shown"),
    [
        (Basis.AUTO, 100),
        (Basis.CHILDREN, 100),
        (Basis.INDICATORS, 50),
        (Basis.TYPED, 5),
    ],
)
def test_the_basis_says_what_counts(basis, shown):
    tree = one_branch(
        action("a", "oo", progress=5, indicators=(HALFWAY,), basis=basis),
        sub_action("s", "a", state="terminated"),
    )

    assert percent(tree, "a") == shown


def test_an_override_wins_and_keeps_what_was_computed():
    said = Override(90, "Le chantier est réceptionné, le décompte suit.")
    tree = one_branch(action("a", "oo", progress=20, override=said))
    found = progresses(tree, TODAY)["a"]

    assert found.percent == 90
    assert found.computed == Fraction(1, 5)
    assert found.reason.startswith("Le chantier")
    assert percent(tree, "oo") == 90


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Override(50, "  "), "reason"),
        (Override(101, "Trop"), "progress"),
        (Override(-1, "Trop peu"), "progress"),
    ],
)
def test_an_override_needs_a_reason_and_a_range(said, field):
    with pytest.raises(InvalidValue) as refused:
        check_override(said)

    assert refused.value.field == field


def test_a_link_is_as_far_as_the_action_it_shows():
    tree = one_branch(
        action("a", "oo", progress=30),
        operational("o2", "os"),
        link("l", "o2", "a"),
    )

    assert percent(tree, "l") == percent(tree, "o2") == 30


@pytest.mark.parametrize(
    ("exact", "shown"),
    [("0", 0), ("1/1000", 1), ("1/8", 13), ("999/1000", 99), ("1", 100)],
)
def test_only_nothing_is_0_and_only_everything_is_100(exact, shown):
    assert shown_percent(Fraction(exact)) == shown


def test_the_plan_as_a_whole_is_the_mean_of_its_objectives():
    tree = one_branch(action("a", "oo", progress=80)).with_elements(
        strategic("o9", position=1)
    )

    assert total(tree, progresses(tree, TODAY)) == Fraction(2, 5)
    assert total(one_branch(), progresses(one_branch(), TODAY)) == 0
