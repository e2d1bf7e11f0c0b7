"""A programme is a tree, or it is refused with the name of what is wrong."""

from communes.pst.domain.choices import Kind
from communes.pst.domain.errors import TreeRefused
from communes.pst.domain.errors import UnknownElement
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import of
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import strategic
from communes.pst.tests.plans import task
from hypothesis import given
from hypothesis import strategies as st
import pytest


def refusals(*elements):
    with pytest.raises(TreeRefused) as refused:
        of(*elements)
    return [reason.code for reason in refused.value.reasons]


def test_children_come_in_their_order_whatever_the_order_of_the_input():
    tree = of(
        operational("b", "os", position=1),
        operational("a", "os", position=2),
        strategic("os"),
    )

    assert [one.id for one in tree.children("os")] == ["b", "a"]
    assert [one.id for one in tree.walk()] == ["os", "b", "a"]


def test_what_stands_above_is_told_from_the_top_down():
    tree = one_branch(action("a", "oo"))

    assert [one.id for one in tree.above("a")] == ["os", "oo"]
    assert tree.nearest("a", Kind.OPERATIONAL).id == "oo"
    assert tree.nearest("a", Kind.PART) is None


def test_links_to_an_action_are_found():
    tree = one_branch(action("a", "oo"), operational("o2", "os"), link("l", "o2", "a"))

    assert [one.id for one in tree.links_to("a")] == ["l"]
    assert tree.links_to("l") == ()


def test_an_element_that_is_not_there_is_named():
    with pytest.raises(UnknownElement, match="« x »"):
        one_branch().element("x")


def test_a_parent_that_is_missing_is_refused():
    assert refusals(operational("oo", "nowhere")) == ["parent_missing"]


def test_a_level_in_the_wrong_place_is_refused():
    assert refusals(strategic("os"), action("a", "os")) == ["parent_of_wrong_level"]


def test_a_target_that_is_missing_is_refused():
    elements = strategic("os"), operational("oo", "os")

    assert refusals(*elements, link("l", "oo", "gone")) == ["target_missing"]
    assert refusals(*elements, link("l", "oo", "os")) == ["target_missing"]


def test_an_id_given_twice_is_refused():
    assert refusals(strategic("os"), strategic("os")) == ["element_twice"]


def test_nothing_stands_below_itself():
    assert "below_itself" in refusals(task("a", "b"), task("b", "a"))


def test_a_change_makes_a_new_programme():
    tree = one_branch()
    changed = tree.with_elements(action("a", "oo"))

    assert not tree.children("oo")
    assert [one.id for one in changed.children("oo")] == ["a"]


@given(st.lists(st.integers(min_value=0, max_value=30), max_size=30))
def test_walking_meets_each_element_once_and_parents_first(parents):
    tasks = [
        task(f"e{index}", f"e{parent % index}" if index else "a")
        for index, parent in enumerate(parents)
    ]
    tree = one_branch(*tasks, action("a", "oo"))
    walked = [one.id for one in tree.walk()]

    assert sorted(walked) == sorted(tree.elements)
    assert all(
        walked.index(one.parent) < walked.index(one.id)
        for one in tree.elements.values()
        if one.parent
    )
