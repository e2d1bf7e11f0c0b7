"""What the programme does for the goals, the sector plans and the other institution."""

from communes.pst.domain.choices import Institution
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.money import Share
from communes.pst.domain.plan import Term
from communes.pst.domain.sdg import by_goal
from communes.pst.domain.sdg import by_sector_plan
from communes.pst.domain.sdg import goal
from communes.pst.domain.sdg import goals
from communes.pst.domain.synergy import silent
from communes.pst.domain.synergy import synergies
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import PLAN
from dataclasses import replace
from datetime import date
from decimal import Decimal
import re


BOTH = (Institution.COMMUNE, Institution.CPAS)


def euros(amount):
    return (BudgetRow("ville", 2026, Decimal(amount)),)


def test_there_are_seventeen_goals_with_french_titles():
    assert [one.number for one in goals()] == list(range(1, 18))
    assert goal(11).title == "Villes et communautés durables"
    assert all(re.fullmatch(r"#[0-9A-F]{6}", one.colour) for one in goals())
    assert len({one.title for one in goals()}) == 17


def test_a_goal_lists_its_elements_and_counts_each_euro_once():
    tree = one_branch(
        action("a", "oo", budget=euros("10"), sdgs=(11,)),
        action("b", "oo", budget=euros("5"), sdgs=(11, 13)),
        action("c", "oo", budget=euros("1")),
    )
    tagged = tree.with_elements(operational("oo", "os", sdgs=(11,)))

    assert by_goal(tree)[11].elements == ("a", "b")
    assert by_goal(tree)[11].budget.total == Decimal(15)
    assert by_goal(tree)[13].budget.total == Decimal(5)
    assert by_goal(tree)[4].elements == ()
    assert by_goal(tagged)[11].budget.total == Decimal(16)


def test_a_linked_action_brings_its_whole_budget_to_its_goal():
    split = (Share("a", Decimal(60)), Share("l", Decimal(40)))
    tree = one_branch(
        action("a", "oo", budget=euros("10"), sdgs=(13,), split=split),
        operational("o2", "os", position=1),
        link("l", "o2", "a"),
    )
    tagged = tree.with_elements(operational("o2", "os", position=1, sdgs=(13,)))

    assert by_goal(tree)[13].budget.total == Decimal(10)
    assert by_goal(tagged)[13].budget.total == Decimal(10)


def test_sector_plans_of_the_plan_space_are_all_there():
    plan = replace(PLAN, sector_plans=(Term("pcdr", "PCDR"), Term("pcs", "PCS")))
    tree = one_branch(action("a", "oo", plans=("pcs",)), plan=plan)
    found = by_sector_plan(tree)

    assert found["pcs"].elements == ("a",)
    assert found["pcdr"].elements == ()


def test_what_commune_and_cpas_do_together_is_told_once():
    tree = one_branch(
        action("a", "oo", institutions=BOTH, synergy="Un magasin commun.", progress=40),
        action("b", "oo", institutions=(Institution.CPAS,)),
    )
    above = tree.with_elements(operational("oo", "os", institutions=BOTH))
    found = synergies(date(2026, 1, 1), tree)

    assert [(one.element, one.words, one.progress) for one in found] == [
        ("a", "Un magasin commun.", 40)
    ]
    assert [one.element for one in synergies(date(2026, 1, 1), above)] == ["oo"]
    assert silent(above) == ("oo",)
