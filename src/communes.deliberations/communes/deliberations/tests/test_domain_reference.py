"""Each item has its reference, each decision an id that stays."""

from communes.deliberations.domain.errors import UnknownPlace
from communes.deliberations.domain.reference import decision_id
from communes.deliberations.domain.reference import item_counter
from communes.deliberations.domain.reference import meeting_counter
from communes.deliberations.domain.reference import Numbers
from communes.deliberations.domain.reference import reference
from communes.deliberations.domain.settings import CONSEIL
from dataclasses import replace
from datetime import date
import pytest


NUMBERS = Numbers(301, 5, date(2023, 5, 22), first_item_number=120)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("Réf. ${date}/${number}", "Réf. 20230522/3.1"),
        ("${acronym}/${year}/${running_number}", "CC/2023/122.1"),
        ("${nis}-${meeting_number}-${service}", "99901-5-finances"),
        ("${day}.${month} ${assembly}", "22.05 conseil"),
    ],
)
def test_a_reference_follows_the_pattern_of_its_assembly(pattern, expected):
    assembly = replace(CONSEIL, reference_format=pattern)
    assert reference(assembly, NUMBERS, nis="99901", service="finances") == expected


def test_the_default_reference_is_the_one_of_the_trade():
    assert reference(CONSEIL, NUMBERS) == "Réf. 20230522/3.1"


def test_an_unknown_place_is_named_with_those_that_exist():
    broken = replace(CONSEIL, reference_format="${mayor}")
    with pytest.raises(UnknownPlace, match="« mayor »"):
        reference(broken, NUMBERS)


def test_a_decision_keeps_one_id():
    assert decision_id(CONSEIL, NUMBERS, "99901") == "99901/conseil/2023/5/3.1"


def test_counters_start_again_each_year_or_never():
    day, later = date(2023, 12, 31), date(2024, 1, 1)
    assert meeting_counter(CONSEIL, day) != meeting_counter(CONSEIL, later)
    endless = replace(CONSEIL, meeting_reset="never", item_reset="never")
    assert meeting_counter(endless, day) == meeting_counter(endless, later)
    assert item_counter(endless, day) == "deliberations.conseil.item"
    assert item_counter(CONSEIL, day) == "deliberations.conseil.item.2023"
