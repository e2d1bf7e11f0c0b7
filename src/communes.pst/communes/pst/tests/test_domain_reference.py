"""A reference names one element for the life of the plan."""

from communes.pst.domain.choices import Kind
from communes.pst.domain.reference import by_reference
from communes.pst.domain.reference import numbered
from communes.pst.domain.reference import parsed
from communes.pst.domain.reference import titled
from communes.pst.domain.reference import trail
from communes.pst.domain.reference import UnreadableReference
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


def test_numbers_run_over_all_levels_in_the_order_of_the_tree():
    tree = numbered(one_branch(action("a", "oo"), sub_action("s", "a"), task("t", "s")))

    assert trail(tree, "s") == "OS.1 OO.2 A.3 SA.4"
    assert tree.plan.last_number == 4
    assert tree.element("t").number == 0


def test_a_number_is_not_given_again_after_its_bearer_is_gone():
    before = numbered(one_branch(action("a", "oo")))
    without = of(*(one for one in before.walk() if one.id != "a"), plan=before.plan)
    after = numbered(without.with_elements(action("b", "oo")))

    assert before.element("a").number == 3
    assert after.element("b").number == 4


def test_an_element_keeps_its_number():
    tree = numbered(one_branch(action("a", "oo", number=40), action("b", "oo")))

    assert tree.element("a").number == 40
    assert tree.element("b").number == 43


def test_titles_carry_the_reference_of_their_level():
    tree = numbered(
        of(
            part("v"),
            strategic("os", "v"),
            operational("oo", "os"),
            action("a", "oo"),
            operational("o2", "os", position=1),
            link("l", "o2", "a"),
        )
    )
    titles = [titled(one) for one in tree.walk()]

    assert titles == ["Volet v", "os (OS.1)", "oo (OO.2)", "a (A.3)", *titles[4:]]
    assert titles[4:] == ["o2 (OO.4)", "l (AL.5)"]
    assert titled(tree.element("a"), use_numbers=False) == "a (A)"
    assert by_reference(tree)["A.3"].id == "a"


@pytest.mark.parametrize("text", ["A.12", "a 12", " A12 "])
def test_a_reference_is_read_as_people_write_it(text):
    assert parsed(text) == (Kind.ACTION, 12)


@pytest.mark.parametrize("text", ["", "12", "B.3", "A.0", "A.-1"])
def test_what_is_no_reference_is_refused_with_an_example(text):
    with pytest.raises(UnreadableReference, match="par exemple"):
        parsed(text)
