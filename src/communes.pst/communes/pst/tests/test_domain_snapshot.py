"""A programme can be frozen, sealed, read back, and compared with a later one."""

from communes.pst.domain.choices import Health
from communes.pst.domain.compare import additions
from communes.pst.domain.compare import compare
from communes.pst.domain.compare import Move
from communes.pst.domain.element import Override
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import Measure
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.plain import element_from
from communes.pst.domain.plain import programme_from
from communes.pst.domain.plain import programme_to_plain
from communes.pst.domain.plain import to_plain
from communes.pst.domain.snapshot import canonical
from communes.pst.domain.snapshot import figures
from communes.pst.domain.snapshot import freeze
from communes.pst.domain.snapshot import opened
from communes.pst.domain.snapshot import SnapshotBroken
from communes.pst.tests.plans import action
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import part
from communes.pst.tests.plans import strategic
from communes.pst.tests.plans import task
from communes.pst.tests.property_trees import programmes
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import settings
import json
import pytest


TODAY = date(2027, 12, 2)


def full():
    """Return a programme with something in every kind of field."""
    return one_branch(
        part("v", position=9),
        action(
            "a",
            "oo",
            budget=(BudgetRow("ville", 2026, Decimal("1250.40"), "Marché attribué"),),
            indicators=(
                Indicator(
                    "i",
                    "Haies plantées",
                    baseline=Decimal(0),
                    targets=(YearTarget(2030, Decimal("12.5")),),
                    measures=(Measure(date(2026, 12, 1), Decimal(3)),),
                ),
            ),
            sdgs=(13, 15),
            override=Override(30, "Retard du fournisseur", "julie", date(2027, 1, 5)),
            health=Health.RISK,
        ),
        task("t", "a", due_on=date(2027, 3, 1)),
    )


def test_plain_values_come_back_as_they_were():
    tree = full()
    again = programme_from(json.loads(json.dumps(programme_to_plain(tree))))

    assert again.elements == tree.elements
    assert again.plan == tree.plan


@given(programmes())
@settings(max_examples=30)
def test_every_programme_comes_back_as_it_was(tree):
    assert programme_from(programme_to_plain(tree)).elements == tree.elements


def test_an_older_record_without_a_new_field_stays_readable():
    plain = to_plain(action("a", "oo"))
    del plain["fte"]

    assert element_from(plain) == action("a", "oo")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "chapter"),
        ("health", "malade"),
        ("planned_end", "31/12/2026"),
        ("progress", "20"),
        ("fte", "NaN"),
        ("fte", "beaucoup"),
        ("sdgs", 13),
        ("override", "30 %"),
        ("colour", "red"),
    ],
)
def test_a_value_that_can_not_be_read_is_named(field, value):
    plain = {**to_plain(action("a", "oo")), field: value}

    with pytest.raises(InvalidValue) as refused:
        element_from(plain)

    assert refused.value.field == field


def test_a_record_without_its_id_is_refused():
    with pytest.raises(InvalidValue, match="tous les champs"):
        element_from({"kind": "pstaction", "title": "Sans identifiant"})


def test_a_snapshot_says_what_was_and_what_it_came_to():
    frozen = opened(freeze(full(), TODAY, "Mi-législature"))

    assert frozen.tree.elements == full().elements
    assert frozen.taken_on == TODAY
    assert frozen.figures == figures(full(), TODAY)
    assert frozen.figures["oo"].progress == 30
    assert frozen.figures["oo"].budget == Decimal("1250.40")
    assert frozen.figures["oo"].health is Health.RISK
    assert frozen.figures["a"].deadline == date(2027, 3, 1)


def test_the_same_programme_has_the_same_seal_whatever_the_order():
    tree = full()
    shuffled = programme_from(
        {
            **programme_to_plain(tree),
            "elements": list(reversed(programme_to_plain(tree)["elements"])),
        }
    )

    assert freeze(tree, TODAY, "x").digest == freeze(shuffled, TODAY, "x").digest


def test_a_snapshot_that_was_touched_is_refused():
    snapshot = freeze(full(), TODAY, "Mi-législature")
    touched = replace(snapshot, text=snapshot.text.replace("1250.4", "9250.4"))

    with pytest.raises(SnapshotBroken, match="Mi-législature"):
        opened(touched)


def test_canonical_text_does_not_depend_on_the_order_of_keys():
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1})
    assert canonical({"a": "é"}) == '{"a":"é"}'


def test_nothing_changed_is_empty():
    assert compare(full(), full()).empty


def test_what_was_added_removed_moved_and_changed_is_told():
    before = one_branch(
        action("a", "oo", progress=10), action("b", "oo"), operational("o2", "os")
    )
    after = one_branch(
        action("a", "o2", progress=60, updated_on=TODAY),
        operational("o2", "os"),
        action("c", "oo"),
        strategic("new"),
    )
    found = compare(before, after, (figures(before, TODAY), figures(after, TODAY)))

    assert set(found.added) == {"c", "new"}
    assert found.removed == ("b",)
    assert found.moved == (Move("a", "oo", "o2"),)
    assert [(one.field, one.before, one.after) for one in found.of("a")] == [
        ("progress", 10, 60),
        ("progress", 10, 60),
    ]
    assert [one.computed for one in found.of("a")] == [False, True]
    assert [(one.field, one.after) for one in found.of("o2")] == [("progress", 60)]


def test_a_changed_budget_shows_rows_and_total():
    before = full()
    rows = (BudgetRow("ville", 2026, Decimal("1300")),)
    after = before.with_elements(replace(before.element("a"), budget=rows))
    found = compare(before, after, (figures(before, TODAY), figures(after, TODAY)))

    assert found.of("a")[0].field == "budget"
    assert found.of("a")[0].before[0]["amount"] == "1250.4"
    assert [
        (one.element, one.field, one.before, one.after)
        for one in found.changed
        if one.computed
    ] == [(id, "total", "1250.4", "1300") for id in ("os", "oo", "a")]


@given(programmes(), programmes())
@settings(max_examples=30)
def test_comparing_backwards_tells_the_contrary(one, other):
    forth, back = compare(one, other), compare(other, one)

    assert set(forth.added) == set(back.removed)
    assert set(forth.removed) == set(back.added)
    assert {(move.element, move.before, move.after) for move in forth.moved} == {
        (move.element, move.after, move.before) for move in back.moved
    }
    assert {(c.element, c.field) for c in forth.changed} == {
        (c.element, c.field) for c in back.changed
    }


def test_what_was_added_is_gathered_below_what_was_there():
    before = one_branch(action("a", "oo"))
    after = one_branch(
        action("a", "oo"),
        task("t", "a"),
        action("b", "oo"),
        task("u", "b"),
        operational("o2", "os"),
    )
    found = compare(before, after)

    assert [(one.below, one.elements) for one in additions(after, found.added)] == [
        ("os", ("o2",)),
        ("a", ("t",)),
        ("oo", ("b", "u")),
    ]
    assert additions(after, ()) == ()
