"""The collection is sound, and the measure measures."""

from communes.search.relevance.domain import ndcg
from communes.search.relevance.domain import questions
from communes.search.relevance.domain import texts
import pytest


def test_there_is_enough_to_judge_by():
    assert len(texts()) >= 250
    assert len(questions()) >= 60
    assert sum(question.held for question in questions()) >= 30


def test_every_text_is_told_apart_and_says_something():
    assert len({text.id for text in texts()}) == len(texts())
    assert len({text.body for text in texts()}) == len(texts())
    assert all(len(text.body.split()) >= 15 for text in texts())


def test_every_grade_is_one_and_names_a_text():
    known = {text.id for text in texts()}
    for question in questions():
        assert set(question.grades) <= known
        assert set(question.grades.values()) <= {1, 2, 3}
        assert max(question.grades.values()) == 3, question.text


def test_no_question_is_on_both_sides():
    train = {question.text for question in questions() if not question.held}
    held = {question.text for question in questions() if question.held}
    assert not train & held


@pytest.mark.parametrize(
    ("ranking", "value"),
    [
        (["a", "b", "c"], 1.0),
        (["a", "b", "c", "x"], 1.0),
        (["a", "a", "b", "c"], 1.0),
        ([], 0.0),
        (["x", "y"], 0.0),
        (["x", "a"], 0.4696),
        (["c", "b", "a"], 0.6806),
    ],
)
def test_the_best_answers_first_are_worth_most(ranking, value):
    assert ndcg(ranking, {"a": 3, "b": 2, "c": 1}) == pytest.approx(value, abs=0.001)


def test_what_comes_after_ten_counts_nothing():
    assert ndcg([*"0123456789", "a"], {"a": 3}) == 0.0
