"""The specimen is a whole programme of a real size, the same for the same seed."""

from collections import Counter
from communes.pst.domain.budget import rolled_up
from communes.pst.domain.choices import Kind
from communes.pst.domain.deadline import planning
from communes.pst.domain.dependency import check_dependencies
from communes.pst.domain.placement import obstacles
from communes.pst.domain.progress import progresses
from communes.pst.domain.split import split_obstacles
from communes.pst.domain.standing import obstacles as indicator_obstacles
from communes.pst.specimen.making import specimen
from datetime import date
import pytest


TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def tree():
    return specimen()


def test_it_has_the_size_of_a_real_programme(tree):
    counted = Counter(one.kind for one in tree.walk())

    assert counted[Kind.PART] == 2
    assert counted[Kind.STRATEGIC] == 13
    assert counted[Kind.OPERATIONAL] == 40
    assert counted[Kind.ACTION] == 230
    assert counted[Kind.SUB_ACTION] > 200
    assert counted[Kind.TASK] > 200
    assert counted[Kind.ACTION_LINK] > 5
    assert list(rolled_up(tree)[""].by_year) == [2025, 2026, 2027, 2028, 2029, 2030]


def test_the_same_seed_makes_the_same_programme(tree):
    assert specimen().elements == tree.elements
    assert specimen(seed=2).elements != tree.elements


def test_it_can_be_as_large_as_one_wants():
    large = specimen(actions=2000)

    assert len(large.of_kind(Kind.ACTION)) == 2000
    titles = [(one.parent, one.title) for one in large.of_kind(Kind.ACTION)]
    assert len(set(titles)) == 2000


def test_it_follows_the_rules(tree):
    for element in tree.walk():
        if element.kind is Kind.OPERATIONAL:
            assert not any(map(indicator_obstacles, element.indicators))
        if element.kind is Kind.ACTION:
            assert not split_obstacles(tree, element.id, element.split)
            check_dependencies(tree, element.id, element.depends_on)
            below = {one.kind for one in tree.children(element.id)}
            assert len(below) <= 1
            assert not obstacles(tree, Kind.ACTION, element.parent)


def test_it_shows_every_state_and_some_trouble(tree):
    actions = tree.of_kind(Kind.ACTION)
    percents = progresses(tree, TODAY)
    late = [one for one in actions if planning(tree).days_late(one.id, TODAY)]

    assert len({one.state for one in actions}) == 5
    assert len({one.health for one in actions}) == 4
    assert 5 < len(late) < 60
    assert 10 < percents["os-4"].percent < 90
