"""An element is added where it belongs; elsewhere a sentence says why not."""

from communes.pst.domain.choices import Kind
from communes.pst.domain.errors import PlaceRefused
from communes.pst.domain.placement import check_move
from communes.pst.domain.placement import check_place
from communes.pst.domain.placement import may_hold
from communes.pst.domain.placement import moving_obstacles
from communes.pst.domain.placement import new_places
from communes.pst.domain.placement import obstacles
from communes.pst.domain.placement import places
from communes.pst.domain.placement import shown
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import of
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import part
from communes.pst.tests.plans import strategic
from communes.pst.tests.plans import sub_action
from communes.pst.tests.plans import task
import pytest


def codes(*args):
    return [reason.code for reason in obstacles(*args)]


def test_each_level_holds_what_the_sheet_says():
    tree = one_branch(action("a", "oo"))

    assert may_hold(tree) == (Kind.PART, Kind.STRATEGIC)
    assert may_hold(tree, "os") == (Kind.OPERATIONAL,)
    assert may_hold(tree, "oo") == (Kind.ACTION, Kind.ACTION_LINK)
    assert may_hold(tree, "a") == (Kind.SUB_ACTION, Kind.SUB_ACTION_LINK, Kind.TASK)


def test_an_action_holds_either_sub_actions_or_tasks():
    with_tasks = one_branch(action("a", "oo"), task("t", "a"))
    with_parts = one_branch(action("a", "oo"), sub_action("s", "a"))

    assert may_hold(with_tasks, "a") == (Kind.TASK,)
    assert may_hold(with_parts, "a") == (Kind.SUB_ACTION, Kind.SUB_ACTION_LINK)
    assert codes(with_parts, Kind.TASK, "a") == ["sub_actions_or_tasks"]


def test_an_action_is_not_linked_twice_to_the_same_objective():
    tree = one_branch(action("a", "oo"), operational("o2", "os"), link("l", "o2", "a"))

    assert codes(tree, Kind.ACTION_LINK, "oo", "a") == ["already_there"]
    assert codes(tree, Kind.ACTION_LINK, "o2", "a") == ["already_there"]


def test_a_link_shows_an_action_and_nothing_else():
    tree = one_branch(action("a", "oo"), operational("o2", "os"))

    assert codes(tree, Kind.ACTION_LINK, "o2", "oo") == ["wrong_target"]
    assert codes(tree, Kind.ACTION_LINK, "o2", "a") == []


def test_a_refused_place_names_both():
    with pytest.raises(PlaceRefused, match="« Tâche » ne peut pas"):
        check_place(one_branch(), Kind.TASK, "oo")


def test_an_action_shows_at_home_and_at_its_links():
    tree = one_branch(action("a", "oo"), operational("o2", "os"), link("l", "o2", "a"))

    assert places(tree, "a") == ("a", "l")
    assert shown(tree, "l") == shown(tree, "a") == "a"


def moves(tree, id, parent):
    return [reason.code for reason in moving_obstacles(tree, id, parent)]


def test_an_element_is_put_under_another_of_the_right_level():
    tree = one_branch(action("a", "oo"), operational("o2", "os"), task("t", "a"))

    assert moves(tree, "a", "o2") == []
    assert list(new_places(tree, "a")) == ["o2"]
    assert moves(tree, "a", "os") == ["wrong_level"]
    assert moves(tree, "a", "") == ["wrong_level"]
    assert moves(tree, "a", "oo") == ["already_there"]


def test_a_task_goes_from_an_action_into_another_that_holds_tasks():
    tree = one_branch(
        action("a", "oo"),
        task("t", "a"),
        task("u", "t"),
        action("b", "oo"),
        action("c", "oo"),
        sub_action("s", "c"),
    )

    assert list(new_places(tree, "t")) == ["b", "s"]
    assert moves(tree, "t", "c") == ["sub_actions_or_tasks"]
    assert moves(tree, "t", "t") == moves(tree, "t", "u") == ["below_itself"]
    assert list(new_places(tree, "u")) == ["a", "b", "s"]


def test_an_action_is_not_put_where_a_link_shows_it():
    tree = one_branch(action("a", "oo"), operational("o2", "os"), link("l", "o2", "a"))

    assert moves(tree, "a", "o2") == ["already_there"]
    assert moves(tree, "l", "oo") == ["already_there"]


def test_a_strategic_objective_may_stand_right_under_the_plan():
    tree = of(part("p"), strategic("os", "p"), strategic("o1"))

    assert list(new_places(tree, "os")) == [""]
    assert list(new_places(tree, "o1")) == ["p"]
    with pytest.raises(PlaceRefused, match="se trouve déjà sous « PST 2024-2030 »"):
        check_move(tree, "o1")
