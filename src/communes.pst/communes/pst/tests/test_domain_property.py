"""What holds for every programme, whatever its shape."""

from communes.pst.domain.budget import own_table
from communes.pst.domain.budget import rolled_up
from communes.pst.domain.budget import Table
from communes.pst.domain.choices import Kind
from communes.pst.domain.deadline import planning
from communes.pst.domain.element import Steered
from communes.pst.domain.health import healths
from communes.pst.domain.health import ORDER
from communes.pst.domain.placement import shown
from communes.pst.domain.programme import programme
from communes.pst.domain.progress import progresses
from communes.pst.domain.split import divided
from communes.pst.domain.states import ActionState
from communes.pst.tests.property_trees import CENTS
from communes.pst.tests.property_trees import programmes
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from itertools import pairwise


TODAY = date(2027, 6, 30)
ALL_STATES = [state.value for state in ActionState] + ["achieved"]
PARTS = st.lists(
    st.decimals(min_value=0, max_value=100, places=2), min_size=1, max_size=6
).filter(lambda parts: sum(parts) > 0)


@given(CENTS, PARTS)
def test_shares_make_the_amount_and_stray_less_than_a_cent(amount, parts):
    shared = divided(amount, parts)
    whole = sum(parts)

    assert sum(shared) == amount
    for part, got in zip(parts, shared, strict=True):
        assert got >= 0
        assert abs(got - amount * part / whole) < Decimal("0.0100001")


@given(CENTS, PARTS)
def test_a_larger_part_never_gets_less(amount, parts):
    shared = divided(amount, parts)
    ranked = sorted(zip(parts, shared, strict=True), key=lambda pair: pair[0])

    for (part, got), (larger, more) in pairwise(ranked):
        assert more >= got or part == larger


@given(programmes())
@settings(max_examples=60)
def test_the_plan_costs_the_sum_of_all_rows(tree):
    rows = Table()
    for element in tree.walk():
        if isinstance(element, Steered):
            rows += own_table(element.budget)
    at = rolled_up(tree, ALL_STATES)

    assert at[""] == rows
    assert at[""].total == at["os1"].total + at["os2"].total


@given(programmes())
@settings(max_examples=60)
def test_an_objective_costs_what_it_shows(tree):
    at = rolled_up(tree)

    for element in tree.of_kind(Kind.OPERATIONAL):
        below = sum((at[one.id].total for one in tree.children(element.id)), Decimal(0))
        assert at[element.id].total == below


@given(programmes())
@settings(max_examples=60)
def test_progress_stays_between_the_least_and_the_most_of_the_children(tree):
    found = progresses(tree, TODAY)

    for element in tree.walk():
        assert 0 <= found[element.id].exact <= 1
        running = [
            found[one.id].exact
            for one in tree.children(element.id)
            if tree.element(shown(tree, one.id)).state != "stopped"
            and getattr(tree.element(shown(tree, one.id)), "weight", 1) > 0
        ]
        if running and found[element.id].origin == "children":
            assert min(running) <= found[element.id].exact <= max(running)


@given(programmes())
@settings(max_examples=60)
def test_no_child_ends_after_an_objective_without_a_day_of_its_own(tree):
    ends = planning(tree).ends

    for element in tree.of_kind(Kind.OPERATIONAL):
        for child in tree.children(element.id):
            target = tree.element(shown(tree, child.id))
            if target.state != "stopped" and child.id in ends:
                assert ends[child.id].day <= ends[element.id].day


@given(programmes())
@settings(max_examples=60)
def test_health_is_never_better_above_than_below(tree):
    found = healths(tree)

    for element in tree.of_kind(Kind.ACTION):
        if element.state not in ("terminated", "stopped"):
            above = found[element.parent].health
            assert ORDER.index(above) >= ORDER.index(found[element.id].health)


@given(programmes(), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_the_input_does_not_matter(tree, random):
    elements = list(tree.elements.values())
    random.shuffle(elements)
    again = programme(tree.plan, elements)

    assert list(again.walk()) == list(tree.walk())
    assert rolled_up(again) == rolled_up(tree)
    assert progresses(again, TODAY) == progresses(tree, TODAY)
    assert planning(again).ends == planning(tree).ends
    assert healths(again) == healths(tree)
