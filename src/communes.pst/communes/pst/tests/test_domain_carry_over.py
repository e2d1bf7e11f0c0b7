"""The next mandate begins with what was left unfinished, under new names."""

from communes.pst.domain.carry_over import carried_over
from communes.pst.domain.carry_over import left_behind
from communes.pst.domain.choices import Publication
from communes.pst.domain.element import Dependency
from communes.pst.domain.element import Override
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import Measure
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.money import Share
from communes.pst.domain.plan import Plan
from communes.pst.domain.reference import trail
from communes.pst.domain.split import split_obstacles
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import strategic
from communes.pst.tests.plans import task
from datetime import date
from decimal import Decimal


NEXT = Plan("p2", "PST 2030-2036", budget_years=(2030, 2031), last_number=99)


def carried(tree, chosen=None):
    return carried_over(tree, NEXT, lambda element: f"new-{element.id}", chosen)


def test_unfinished_actions_come_with_what_stands_above_and_below():
    tree = one_branch(
        action("a", "oo"),
        task("t", "a"),
        task("done", "a", state="closed"),
        task("below", "done"),
        action("b", "oo", state="terminated"),
        strategic("s2"),
    )
    found = carried(tree)

    assert [one.external_id for one in found.walk()] == ["os", "oo", "a", "t"]
    assert trail(found, "new-a") == "OS.1 OO.2 A.3"
    assert left_behind(tree, found) == ("b",)


def test_only_chosen_actions_are_carried():
    tree = one_branch(action("a", "oo"), action("b", "oo"))

    assert left_behind(tree, carried(tree, ["b"])) == ("a",)


def test_a_new_college_schedules_corrects_and_publishes_again():
    found = carried(
        one_branch(
            action(
                "a",
                "oo",
                progress=70,
                planned_end=date(2029, 1, 1),
                override=Override(90, "Presque"),
                publication=Publication.PUBLISHED,
                updated_on=date(2029, 1, 1),
            )
        )
    ).element("new-a")

    assert found.state == "to_be_scheduled"
    assert (found.progress, found.override, found.planned_end) == (0, None, None)
    assert found.publication is Publication.PRIVATE
    assert found.updated_on is None


def test_money_and_targets_of_the_old_years_stay_behind():
    indicator = Indicator(
        "i",
        "Haies",
        baseline=Decimal(0),
        targets=(YearTarget(2028, Decimal(5)), YearTarget(2031, Decimal(9))),
        measures=(Measure(date(2028, 1, 1), Decimal(4)),),
    )
    rows = BudgetRow("ville", 2029, Decimal(5)), BudgetRow("ville", 2030, Decimal(7))
    found = carried(
        one_branch(action("a", "oo", budget=rows, indicators=(indicator,)))
    ).element("new-a")

    assert found.budget == rows[1:]
    assert found.indicators[0].baseline == Decimal(4)
    assert found.indicators[0].targets == (YearTarget(2031, Decimal(9)),)
    assert found.indicators[0].measures == ()


def test_links_come_when_both_ends_do_and_shares_still_make_100():
    split = Share("a", Decimal(50)), Share("l", Decimal(30)), Share("m", Decimal(20))
    tree = one_branch(
        action("a", "oo", split=split),
        operational("o2", "os", position=1),
        action("b", "o2"),
        link("l", "o2", "a"),
        operational("o3", "os", position=2),
        link("m", "o3", "a"),
    )
    found = carried(tree)
    shares = found.element("new-a").split

    assert {one.place: one.percent for one in shares} == {
        "new-a": Decimal("62.5"),
        "new-l": Decimal("37.5"),
    }
    assert not split_obstacles(found, "new-a", shares)


def test_dependencies_on_what_stays_behind_are_dropped():
    tree = one_branch(
        action("a", "oo", state="terminated"),
        action("b", "oo"),
        action("c", "oo", depends_on=(Dependency("a"), Dependency("b", 5))),
    )

    assert carried(tree).element("new-c").depends_on == (Dependency("new-b", 5),)
