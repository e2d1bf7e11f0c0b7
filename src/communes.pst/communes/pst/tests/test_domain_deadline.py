"""An element without a day of its own runs as long as what it holds."""

from communes.pst.domain.deadline import Board
from communes.pst.domain.deadline import planning
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import sub_action
from communes.pst.tests.plans import sub_link
from communes.pst.tests.plans import task
from datetime import date
import pytest


TODAY = date(2026, 11, 23)
BEFORE = date(2026, 11, 20)
AFTER = date(2027, 3, 31)


def boards(tree, id):
    return planning(tree).boards(id, TODAY)


def test_a_deadline_is_the_last_of_the_children():
    tree = one_branch(
        action("a", "oo"), task("t", "a", due_on=BEFORE), task("u", "a", due_on=AFTER)
    )
    ends = planning(tree).ends

    assert ends["a"].day == ends["oo"].day == ends["os"].day == AFTER
    assert ends["oo"].source == "u"


def test_a_deadline_of_its_own_wins():
    tree = one_branch(
        action("a", "oo", planned_end=BEFORE), task("t", "a", due_on=AFTER)
    )

    assert planning(tree).ends["oo"].day == BEFORE
    assert planning(tree).ends["a"].source == "a"


def test_without_any_day_there_is_no_deadline():
    assert planning(one_branch(action("a", "oo"))).ends == {}


def test_a_begin_is_the_first_of_the_children():
    tree = one_branch(
        action("a", "oo"),
        sub_action("s", "a", planned_begin=AFTER),
        sub_action("u", "a", planned_begin=BEFORE),
    )

    assert planning(tree).begins["oo"].day == BEFORE


def test_a_link_runs_as_long_as_the_action_it_shows():
    tree = one_branch(
        action("a", "oo", planned_end=AFTER),
        operational("o2", "os"),
        link("l", "o2", "a"),
    )
    ends = planning(tree).ends

    assert ends["l"].day == ends["o2"].day == AFTER
    assert ends["o2"].source == "a"


def test_a_linked_sub_action_counts_in_both_actions():
    tree = one_branch(
        action("a", "oo"),
        sub_action("s", "a", planned_end=AFTER),
        action("b", "oo"),
        sub_link("l", "b", "s"),
    )

    assert planning(tree).ends["b"].day == AFTER


def test_what_was_stopped_holds_nobody_up():
    tree = one_branch(
        action("a", "oo", planned_end=BEFORE),
        action("b", "oo", planned_end=AFTER, state="stopped"),
    )

    assert planning(tree).ends["oo"].day == BEFORE


def test_a_deadline_that_is_past_is_late_by_days():
    tree = one_branch(action("a", "oo", planned_end=BEFORE))

    assert boards(tree, "a") == {Board.DEADLINE_HAS_PASSED}
    assert planning(tree).days_late("a", TODAY) == 3
    assert planning(tree).days_late("a", BEFORE) == 0


@pytest.mark.parametrize("state", ["terminated", "stopped"])
def test_what_is_done_is_never_late(state):
    tree = one_branch(action("a", "oo", planned_end=BEFORE, state=state))

    assert boards(tree, "a") == frozenset()


def test_an_objective_stands_on_the_board_of_its_late_actions():
    tree = one_branch(
        action("a", "oo", planned_end=BEFORE), action("b", "oo", planned_end=AFTER)
    )

    assert boards(tree, "oo") == {Board.OBJECTIVE_HAS_LATE_ACTION}


def test_a_late_action_is_late_under_its_link_too():
    tree = one_branch(
        action("a", "oo", planned_end=BEFORE),
        operational("o2", "os", planned_end=AFTER),
        link("l", "o2", "a"),
    )

    assert Board.OBJECTIVE_HAS_LATE_ACTION in boards(tree, "o2")


@pytest.mark.parametrize("state", ["created", "to_be_scheduled"])
def test_work_that_should_have_begun_begins_late(state):
    tree = one_branch(action("a", "oo", planned_begin=BEFORE, state=state))

    assert boards(tree, "a") == {Board.BEGINNING_IS_LATE}


def test_work_that_has_begun_does_not_begin_late():
    tree = one_branch(action("a", "oo", planned_begin=BEFORE))

    assert boards(tree, "a") == frozenset()


def test_a_task_is_late_after_its_day():
    tree = one_branch(
        action("a", "oo", planned_end=AFTER),
        task("t", "a", due_on=BEFORE),
        task("u", "a", due_on=BEFORE, state="realized"),
    )

    assert boards(tree, "t") == {Board.DUE_DATE_PASSED}
    assert boards(tree, "u") == frozenset()
