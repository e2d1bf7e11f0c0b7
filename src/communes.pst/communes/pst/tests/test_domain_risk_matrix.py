"""Risks are ranked by how likely and how bad they are."""

from communes.pst.domain.risk import Risk
from communes.pst.domain.risk_matrix import Level
from communes.pst.domain.risk_matrix import level
from communes.pst.domain.risk_matrix import matrix
from communes.pst.domain.risk_matrix import obstacles
from communes.pst.domain.risk_matrix import register
from communes.pst.domain.risk_matrix import to_review
from communes.pst.tests.plans import action
from communes.pst.tests.plans import one_branch
from datetime import date
import pytest


def risk(id, probability, impact, **values):
    return Risk(id, f"Risque {id}", probability, impact, **values)


@pytest.mark.parametrize(
    ("probability", "impact", "expected"),
    [
        (1, 1, Level.LOW),
        (2, 2, Level.LOW),
        (1, 5, Level.MODERATE),
        (3, 3, Level.MODERATE),
        (2, 5, Level.HIGH),
        (3, 4, Level.HIGH),
        (3, 5, Level.CRITICAL),
        (5, 5, Level.CRITICAL),
    ],
)
def test_a_score_makes_a_level(probability, impact, expected):
    assert level(risk("r", probability, impact)) is expected


def test_the_register_has_the_worst_first_and_forgets_what_is_over():
    tree = one_branch(
        action(
            "a",
            "oo",
            risks=(risk("mild", 1, 2), risk("past", 5, 5, closed_on=date(2026, 1, 1))),
        ),
        action("b", "oo", risks=(risk("grave", 4, 4),)),
        action("c", "oo", risks=(risk("done", 5, 5),), state="terminated"),
    )

    assert [row.risk.id for row in register(tree)] == ["grave", "mild"]
    assert [row.element for row in register(tree, "a")] == ["a"]
    assert register(tree)[0].score == 16


def test_the_matrix_has_all_cells():
    tree = one_branch(action("a", "oo", risks=(risk("r", 2, 3),)))
    cells = matrix(register(tree))

    assert len(cells) == 25
    assert [row.risk.id for row in cells[2, 3]] == ["r"]
    assert sum(len(rows) for rows in cells.values()) == 1


def test_a_risk_comes_up_on_its_day_of_review():
    due = risk("r", 2, 3, review_on=date(2026, 11, 23))
    rows = register(one_branch(action("a", "oo", risks=(due, risk("s", 1, 1)))))

    assert [row.risk.id for row in to_review(rows, date(2026, 11, 23))] == ["r"]
    assert to_review(rows, date(2026, 11, 22)) == ()


def test_a_risk_off_the_scale_or_without_answer_is_named():
    assert [one.code for one in obstacles(risk("r", 0, 6))] == ["risk_out_of_scale"] * 2
    assert [one.code for one in obstacles(risk("r", 5, 4))] == [
        "risk_without_mitigation"
    ]
    assert not obstacles(risk("r", 5, 4, mitigation="Provision au budget."))
