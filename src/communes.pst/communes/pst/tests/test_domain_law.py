"""The dates of the law come with their source and their calculation."""

from communes.core.deadlines.domain.law import NoLegalValue
from communes.pst.domain.choices import Institution
from communes.pst.domain.law import days_left
from communes.pst.domain.law import evaluation_days
from communes.pst.domain.law import legal_tables
from communes.pst.domain.law import months_after
from communes.pst.domain.law import must_be_published
from communes.pst.domain.law import must_show_synergies
from communes.pst.domain.law import noting_deadline
from communes.pst.domain.plan import Plan
from dataclasses import replace
from datetime import date
import pytest


MANDATE = Plan(
    "p",
    "PST 2024-2030",
    starts=date(2024, 12, 2),
    ends=date(2030, 12, 1),
    aldermen_designated_on=date(2024, 12, 2),
)


def test_the_council_takes_note_within_nine_months():
    found = noting_deadline(MANDATE)

    assert found.date == date(2025, 9, 2)
    assert "L1123-27" in found.rule
    assert found.steps == (
        "Désignation des échevins : lundi 2 décembre 2024.",
        "Le conseil a 9 mois pour prendre acte du programme.",
        "Dernier jour : mardi 2 septembre 2025.",
    )
    assert days_left(found, date(2025, 9, 12)) == -10


def test_a_cpas_adopts_within_nine_months_of_its_installation():
    found = noting_deadline(replace(MANDATE, institution=Institution.CPAS))

    assert found.steps[0].startswith("Installation du conseil")
    assert "adopter" in found.steps[1]


def test_without_designation_the_clock_does_not_run():
    assert noting_deadline(replace(MANDATE, aldermen_designated_on=None)) is None


def test_a_programme_is_evaluated_in_the_middle_and_at_the_end():
    days = [one.date for one in evaluation_days(MANDATE)]

    assert days == [date(2027, 12, 2), date(2030, 12, 1)]
    assert evaluation_days(replace(MANDATE, ends=None)) == ()


def test_before_the_decree_the_law_says_nothing():
    with pytest.raises(NoLegalValue):
        noting_deadline(replace(MANDATE, aldermen_designated_on=date(2012, 12, 3)))


def test_the_law_asks_for_synergies_and_for_publication():
    assert must_show_synergies(date(2027, 12, 1))
    assert must_be_published(date(2025, 9, 1))


def test_every_value_names_its_source():
    for rows in legal_tables().values.values():
        assert all("CDLD" in row.source or "CPAS" in row.source for row in rows)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 12, 2), 9, date(2025, 9, 2)),
        (date(2024, 5, 31), 9, date(2025, 2, 28)),
        (date(2023, 5, 31), 9, date(2024, 2, 29)),
        (date(2024, 1, 15), 12, date(2025, 1, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(day, months, expected):
    assert months_after(day, months) == expected
