"""The timeline shows who waits for whom, and where a lost day is lost for all."""

from communes.pst.domain.dependency import check_dependencies
from communes.pst.domain.dependency import DependencyRefused
from communes.pst.domain.dependency import in_order
from communes.pst.domain.dependency import path
from communes.pst.domain.element import Dependency
from communes.pst.domain.timeline import critical_path
from communes.pst.domain.timeline import slots
from communes.pst.domain.timeline import timeline
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import sub_action
from communes.pst.tests.plans import task
from datetime import date
import pytest


def day(month, number=1):
    return date(2026, month, number)


def dated(id, begin, end, *needs, **values):
    return action(
        id,
        "oo",
        planned_begin=begin,
        planned_end=end,
        depends_on=tuple(Dependency(need) for need in needs),
        **values,
    )


def building():
    """Return a study, works after it, and a folder that may slip."""
    return one_branch(
        dated("study", day(1), day(3, 31)),
        dated("works", day(4), day(10, 31), "study"),
        dated("folder", day(2), day(5, 31)),
        dated("opening", day(11), day(11, 30), "works", "folder"),
    )


def codes(tree, id, *needs):
    with pytest.raises(DependencyRefused) as refused:
        check_dependencies(tree, id, [Dependency(need) for need in needs])
    return [reason.code for reason in refused.value.reasons]


def test_the_critical_path_is_what_has_no_slack():
    assert critical_path(building()) == ("study", "works", "opening")
    assert slots(building())["folder"].slack == 153


def test_a_longer_study_pushes_what_waits_for_it():
    tree = building().with_elements(dated("study", day(1), day(4, 30)))
    found = slots(tree)

    assert found["works"].pushed == 30
    assert found["works"].earliest == (day(5), day(11, 30))
    assert found["opening"].earliest[1] == day(12, 30)


def test_a_lag_leaves_days_between():
    tree = one_branch(
        dated("a", day(1), day(1, 10)),
        action(
            "b",
            "oo",
            planned_begin=day(1, 11),
            planned_end=day(1, 12),
            depends_on=(Dependency("a", lag=5),),
        ),
    )

    assert slots(tree)["b"].earliest[0] == day(1, 16)


def test_what_is_finished_holds_nobody_up():
    tree = building().with_elements(
        dated("study", day(1), day(9, 30), state="terminated")
    )

    assert slots(tree)["works"].pushed == 0
    assert critical_path(tree) == ("works", "opening")


def test_a_circle_is_refused_and_shown():
    tree = building()

    assert codes(tree, "study", "opening") == ["waits_in_a_circle"]
    assert path(tree, "opening", "study") == ("opening", "works", "study")


def test_an_action_waits_for_other_actions_only():
    tree = building().with_elements(sub_action("s", "works"))

    assert codes(tree, "works", "oo") == ["waits_for_no_action"]
    assert codes(tree, "works", "works") == ["waits_for_its_own"]
    assert codes(tree, "works", "s") == ["waits_for_its_own"]
    assert codes(tree, "s", "works") == ["waits_for_its_own"]
    assert codes(tree, "works", "folder", "folder") == ["waits_twice"]


def test_a_possible_dependency_passes():
    check_dependencies(building(), "works", [Dependency("folder")])


def test_each_action_stands_after_what_it_waits_for():
    order = in_order(building())

    assert order.index("study") < order.index("works") < order.index("opening")


def test_a_circle_that_was_imported_still_has_an_order():
    tree = one_branch(
        dated("a", day(1), day(2), "b"),
        dated("b", day(3), day(4), "a"),
        dated("c", day(5), day(6)),
    )

    assert in_order(tree) == ("c", "a", "b")
    assert set(slots(tree)) == {"a", "b", "c"}


def test_the_rows_follow_the_tree_and_the_span_covers_all():
    tree = building().with_elements(
        task("t", "works", due_on=day(12, 24)),
        operational("o2", "os", position=1),
        link("l", "o2", "works"),
    )
    found = timeline(tree, day(6), {"works": 40})
    bars = {bar.id: bar for bar in found.bars}

    assert [bar.id for bar in found.bars][:3] == ["os", "oo", "folder"]
    assert "t" not in bars
    assert bars["works"].depth == 2
    assert bars["works"].progress == 40
    assert bars["works"].waits_for == ("study",)
    assert bars["l"].begin == bars["works"].begin
    assert bars["l"].critical
    assert bars["study"].days_late == 62
    assert (found.first, found.last) == (day(1), day(11, 30))
    assert "t" in {bar.id for bar in timeline(tree, day(6), {}, tasks=True).bars}


def test_an_empty_programme_has_no_span():
    found = timeline(one_branch(), day(1), {})

    assert (found.first, found.last) == (None, None)
