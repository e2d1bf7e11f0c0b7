"""The law is a dated table with its sources, not a constant."""

from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.law import RULE_LABELS
from communes.deliberations.domain.law import rules
from communes.deliberations.domain.law import unverified
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAY = date(2023, 5, 22)


def test_every_rule_cites_its_article_and_its_source():
    assert all(rule.article and rule.source for rule in rules())
    assert all(rule.starts.year > 2000 for rule in rules())


@pytest.mark.parametrize(
    ("rule", "whole", "least"),
    [
        ("quorum", 15, 8),
        ("quorum", 16, 9),
        ("quorum", 19, 10),
        ("urgency", 13, 9),
        ("urgency", 12, 8),
        ("urgency", 15, 10),
    ],
)
def test_council_needs_so_many_people(rule, whole, least):
    found = in_force(rule, "conseil", DAY)
    assert found.least(whole) == least


@given(whole=st.integers(min_value=0, max_value=60))
def test_a_majority_in_office_is_more_than_half(whole):
    least = in_force("quorum", "conseil", DAY).least(whole)
    assert 2 * least > whole >= 2 * (least - 1)


@given(whole=st.integers(min_value=0, max_value=60))
def test_two_thirds_is_at_least_two_thirds(whole):
    least = in_force("urgency", "conseil", DAY).least(whole)
    assert 3 * least >= 2 * whole > 3 * (least - 1)


def test_an_organ_without_its_own_row_follows_the_general_one():
    assert in_force("quorum", "bureau_permanent", DAY).organs == ("*",)
    assert in_force("quorum", "conseil", DAY).article == "CDLD, art. L1122-17"


def test_before_its_first_day_a_rule_does_not_bind():
    assert in_force("quorum", "conseil", date(2000, 1, 1)) is None


def test_an_unknown_rule_does_not_bind():
    assert in_force("dress_code", "conseil", DAY) is None


def test_nine_rows_wait_for_a_reading_of_their_text():
    waiting = [(one.id, *one.organs) for one in rules() if one.verified_on is None]
    assert waiting == [
        ("quorum", "conseil"),
        ("quorum", "*"),
        ("urgency", "conseil"),
        ("urgency", "*"),
        ("extra_convocation", "college"),
        ("approval", "conseil"),
        ("approval", "*"),
        ("interest", "conseil", "college"),
        ("interpellation", "conseil"),
    ]


@pytest.mark.parametrize(
    ("organ", "waiting"),
    [
        ("conseil", ["quorum", "urgency", "approval", "interest", "interpellation"]),
        ("college", ["urgency", "extra_convocation", "approval", "interest"]),
        ("bureau_permanent", ["quorum", "urgency", "approval"]),
    ],
)
def test_an_organ_is_told_which_of_its_rules_are_not_verified(organ, waiting):
    assert [one.id for one in unverified(organ, DAY)] == waiting


def test_every_rule_has_a_name():
    assert {one.id for one in rules()} == set(RULE_LABELS)
