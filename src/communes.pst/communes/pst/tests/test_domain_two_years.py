"""Two years of a programme: read, steered month by month, evaluated, sent and read.

What people do is drawn with a seed; what the programme says of it must hold each month.
"""

from communes.pst.domain.budget import rolled_up
from communes.pst.domain.carry_over import carried_over
from communes.pst.domain.carry_over import left_behind
from communes.pst.domain.checking import problems
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Kind
from communes.pst.domain.compare import compare
from communes.pst.domain.ecomptes.directory import Directory
from communes.pst.domain.ecomptes.exporting import exported
from communes.pst.domain.ecomptes.reading import read as read_xml
from communes.pst.domain.ecomptes.writing import written as write_xml
from communes.pst.domain.element import Action
from communes.pst.domain.evaluation import Answer
from communes.pst.domain.evaluation import answered
from communes.pst.domain.evaluation import Campaign
from communes.pst.domain.evaluation import closed
from communes.pst.domain.evaluation import expected
from communes.pst.domain.evaluation import Occasion
from communes.pst.domain.evaluation import suggested
from communes.pst.domain.evaluation import tally
from communes.pst.domain.indicator import Measure
from communes.pst.domain.plan import Plan
from communes.pst.domain.programme import programme
from communes.pst.domain.progress import progresses
from communes.pst.domain.progress import total
from communes.pst.domain.reminder import by_person
from communes.pst.domain.reminder import reminders
from communes.pst.domain.snapshot import figures
from communes.pst.domain.snapshot import freeze
from communes.pst.domain.snapshot import opened
from communes.pst.domain.states import ACTION_STEPS
from communes.pst.domain.states import next_steps
from communes.pst.domain.tables.filling import to_tables
from communes.pst.domain.tables.reading import from_tables
from communes.pst.domain.timeline import critical_path
from communes.pst.specimen.making import specimen
from communes.pst.spreadsheets.reading import read as read_xlsx
from communes.pst.spreadsheets.writing import written as write_xlsx
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
import pytest
from random import Random


BEGIN = date(2026, 1, 1)
MONTHS = [date(2026 + month // 12, month % 12 + 1, 28) for month in range(24)]
END = MONTHS[-1]


def a_month(tree, random, today):
    """Return the programme after a month of work on a tenth of its actions."""
    changed = []
    running = [
        one
        for one in tree.of_kind(Kind.ACTION)
        if one.state not in ("terminated", "stopped")
    ]
    for one in random.sample(running, len(running) // 10):
        steps = next_steps(ACTION_STEPS, one.state)
        forward = [
            step for step in steps if step in ("set_to_be_scheduled", "begin", "finish")
        ]
        ready = one.state != "ongoing" or one.progress >= 80
        state = ACTION_STEPS[forward[0]].target if ready else one.state
        changed.append(
            replace(
                one,
                state=state,
                progress=min(one.progress + random.randint(5, 30), 100),
                health=random.choice(list(Health)),
                effective_begin=one.effective_begin
                or (today if state == "ongoing" else None),
                effective_end=today if state == "terminated" else None,
                updated_on=today,
            )
        )
    if today.month == 12:
        changed += [measured(one, random, today) for one in objectives(tree)]
    return tree.with_elements(*changed)


def objectives(tree):
    return tree.of_kind(Kind.OPERATIONAL)


def measured(one, random, today):
    indicator = one.indicators[0]
    goal = next(row.value for row in indicator.targets if row.year == today.year)
    value = (goal * random.randint(70, 110) / 100).quantize(Decimal("0.1"))
    added = (*indicator.measures, Measure(today, value))
    return replace(one, indicators=(replace(indicator, measures=added),))


@pytest.fixture(scope="module")
def years():
    """Return the programme at the beginning and after each of 24 months."""
    # It comes from a workbook, as a commune would bring it.
    made = specimen(actions=230, today=BEGIN)
    data = write_xlsx(made.plan.title, to_tables(made))
    empty = programme(Plan(made.plan.id, ""), ())
    tree = from_tables(read_xlsx(data), empty, lambda: "no new id").tree
    random = Random(20260101)
    trees = [tree]
    for today in MONTHS:
        trees.append(a_month(trees[-1], random, today))
    return trees


def test_the_figures_hold_month_after_month(years):
    for tree, today in zip(years[1:], MONTHS, strict=True):
        at = rolled_up(tree)
        parts = sum((at[one.id].total for one in tree.children()), Decimal(0))
        rows = sum(
            (
                row.amount
                for one in tree.of_kind(Kind.ACTION, Kind.SUB_ACTION)
                if one.state in tree.plan.rolled_up_states
                for row in one.budget
            ),
            Decimal(0),
        )
        assert at[""].total == parts == rows
        found = progresses(tree, today)
        assert all(0 <= one.exact <= 1 for one in found.values())


def test_nothing_that_is_done_breaks_a_rule(years):
    last = years[-1]

    assert not [one for element in last.walk() for one in problems(last, element.id)]


def test_the_programme_moves_on(years):
    first = total(years[0], progresses(years[0], BEGIN))
    last = total(years[-1], progresses(years[-1], END))

    assert last > first
    assert critical_path(years[-1])
    assert sum(map(len, by_person(years[-1], reminders(years[-1], END)).values()))


def test_each_month_tells_what_changed_since_the_last(years):
    for before, after in pairwise(years):
        found = compare(before, after)
        touched = {change.element for change in found.changed}

        assert not (found.added or found.removed or found.moved)
        assert touched == {
            one.id
            for one in after.walk()
            if replace(one, updated_on=None)
            != replace(before.element(one.id), updated_on=None)
        }


def test_the_evaluation_is_closed_frozen_and_compared(years):
    first = freeze(years[0], BEGIN, "Au départ")
    tree = years[-1]
    campaign = Campaign(
        "mi", "Mi-législature", Occasion.MID_TERM, date(2027, 10, 1), END
    )
    found = figures(tree, END)
    for id in expected(tree, campaign):
        verdict = suggested(tree.element(id), found[id], END)
        campaign = answered(tree, campaign, Answer(id, verdict, "<p>Vu.</p>"))
    campaign = replace(campaign, conclusion="<p>Le programme avance.</p>")
    campaign, snapshot = closed(tree, campaign, END)

    before, after = opened(first), opened(snapshot)
    moved = compare(before.tree, after.tree, (before.figures, after.figures))
    assert after.tree.elements == tree.elements
    assert after.figures == found
    assert sum(tally(tree, campaign).values()) == 13 + 40
    assert any(change.computed for change in moved.changed)


def test_it_leaves_and_comes_back_identical(years):
    tree = years[-1]
    data = write_xlsx(tree.plan.title, to_tables(tree))
    empty = programme(Plan(tree.plan.id, ""), ())
    again = from_tables(read_xlsx(data), empty, lambda: "no new id").tree

    assert again.elements == tree.elements
    assert again.plan == tree.plan


def test_the_accounts_receive_every_action_once(years):
    tree = years[-1]
    document = read_xml(write_xml(exported(tree, END, Directory()).document))
    ids = [entry.id for entry in document.entries()]

    assert len(ids) == len(set(ids))
    assert set(ids) == {
        one.id
        for one in tree.walk()
        if one.kind
        in (Kind.PART, Kind.STRATEGIC, Kind.OPERATIONAL, Kind.ACTION, Kind.SUB_ACTION)
    }


def test_the_next_mandate_takes_what_is_left(years):
    tree = years[-1]
    plan = Plan("next", "PST 2030-2036", budget_years=tuple(range(2031, 2037)))
    found = carried_over(tree, plan, lambda one: f"n-{one.id}")
    finished = {
        one.id
        for one in tree.of_kind(Kind.ACTION)
        if one.state in ("terminated", "stopped")
    }

    assert set(left_behind(tree, found)) == finished
    assert not [
        one
        for one in found.walk()
        if isinstance(one, Action) and one.state in ("ongoing", "terminated")
    ]
