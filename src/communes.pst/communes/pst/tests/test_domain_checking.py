"""What is wrong with an element is said at its field, in a sentence."""

from communes.pst.domain.checking import problems
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Dependency
from communes.pst.domain.element import Override
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.labels import state_labels
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.money import Share
from communes.pst.domain.risk import Risk
from communes.pst.specimen.making import specimen
from communes.pst.tests.plans import action
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from datetime import date
from decimal import Decimal
import pytest


def row(source="ville", year=2026, amount="5"):
    return (BudgetRow(source, year, Decimal(amount)),)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("title", {"title": " "}),
        ("weight", {"weight": Decimal(-1)}),
        ("categories", {"categories": ("sport",)}),
        ("plans", {"plans": ("pcdr",)}),
        ("priority", {"priority": "9"}),
        ("sdgs", {"sdgs": (18,)}),
        ("budget", {"budget": row(source="otan")}),
        ("budget", {"budget": row(year=2031)}),
        ("budget", {"budget": row(amount="-1")}),
        ("budget", {"budget": row(amount="0.001")}),
        ("progress", {"progress": 101}),
        ("fte", {"fte": Decimal(-1)}),
        ("override", {"override": Override(50, "")}),
        ("split", {"split": (Share("a", Decimal(99)),)}),
        ("depends_on", {"depends_on": (Dependency("a"),)}),
        ("depends_on", {"depends_on": (Dependency("gone"),)}),
        ("planned_end", {"planned_begin": date.max, "planned_end": date.min}),
        ("effective_end", {"effective_begin": date.max, "effective_end": date.min}),
        ("risks", {"risks": (Risk("r", "Crue", 9, 1),)}),
        ("risks", {"risks": (Risk("r", "Crue", 1, 1), Risk("r", "Gel", 1, 1))}),
        (
            "indicators",
            {
                "indicators": (
                    Indicator("i", "x", targets=(YearTarget(2030, Decimal(1)),) * 2),
                )
            },
        ),
    ],
)
def test_a_wrong_value_is_named_at_its_field(field, values):
    found = problems(one_branch(action("a", "oo", **values)), "a")

    assert [one.field for one in found] == [field]
    assert str(found[0].reason)


def test_an_objective_under_way_has_people_who_answer_for_it():
    drafted = one_branch(operational("o2", "os", state="created"))

    assert [one.field for one in problems(one_branch(), "oo")] == [
        "mandataries",
        "administratives",
    ]
    assert not problems(drafted, "o2")


def test_a_right_element_has_no_problem():
    tree = one_branch(action("a", "oo", budget=row(), sdgs=(1, 17), priority="1"))

    assert not problems(tree, "a")


def test_the_specimen_has_no_problem():
    tree = specimen()

    assert not [one for element in tree.walk() for one in problems(tree, element.id)]


def test_every_level_with_a_workflow_names_its_states():
    assert state_labels(Kind.OPERATIONAL)["achieved"] == "Clôturé"
    assert state_labels(Kind.SUB_ACTION)["to_be_scheduled"] == "À agender"
    assert state_labels(Kind.TASK)["realized"] == "Réalisé"
    assert not state_labels(Kind.PART)
