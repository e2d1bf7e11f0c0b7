"""A legal value is found by its day, and a table that lies is refused."""

from communes.core.deadlines.domain.law import BadLegalTable
from communes.core.deadlines.domain.law import NoLegalValue
from communes.core.deadlines.domain.law import read_tables
from datetime import date
from decimal import Decimal
import pytest


THRESHOLD = """
[[finance_advice_threshold]]
value = 22000.00
unit = "eur_excl_vat"
source = "CDLD L1124-40, décret du 18 avril 2013"
from = 2013-09-01
to = 2024-07-31
verified_on = 2026-11-01

[[finance_advice_threshold]]
value = 30000.00
unit = "eur_excl_vat"
source = "CDLD L1124-40, décret du 28 mars 2024"
from = 2024-08-01
verified_on = 2026-11-01
"""


def row(**changes):
    keys = {
        "value": "7",
        "unit": '"clear_days"',
        "source": '"CDLD L1122-13"',
        "from": "2006-01-01",
        "verified_on": "2026-11-01",
    }
    keys.update(changes)
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return "\n".join(["[[delay]]", *lines, ""])


@pytest.mark.parametrize(
    "day,value",
    [
        (date(2013, 9, 1), Decimal("22000.00")),
        (date(2024, 7, 31), Decimal("22000.00")),
        (date(2024, 8, 1), Decimal("30000.00")),
        (date(2099, 1, 1), Decimal("30000.00")),
    ],
)
def test_value_is_the_one_in_force_that_day(day, value):
    found = read_tables(THRESHOLD, "finances.toml").at("finance_advice_threshold", day)
    assert found.value == value
    assert found.source.startswith("CDLD L1124-40")


@pytest.mark.parametrize(
    "name,day",
    [
        ("finance_advice_threshold", date(2013, 8, 31)),
        ("unknown", date(2026, 1, 1)),
    ],
)
def test_a_day_or_name_without_value_is_said(name, day):
    with pytest.raises(NoLegalValue, match=f"« {name} » au {day}"):
        read_tables(THRESHOLD, "finances.toml").at(name, day)


@pytest.mark.parametrize(
    "text,sentence",
    [
        (row() + row(**{"from": "2020-01-01"}), "chevauche"),
        (row(to="2020-01-01") + row(**{"from": "2020-01-01"}), "2019-12-31"),
        (row(source=None), "il manque la clé « source »"),
        (row(valeur="3"), "clé inconnue « valeur »"),
        (row(**{"from": '"hier"'}), "« from » doit être une date"),
        (row(to="2005-01-01"), "précède le début"),
        (row(value="[1]"), "« value » doit être"),
        ("delay = 7", "attendu une liste de périodes"),
        ("delay = [7]", "attendu une période"),
        ("[[delay", "delays.toml"),
    ],
)
def test_a_table_that_cannot_be_trusted_is_refused(text, sentence):
    with pytest.raises(BadLegalTable) as refusal:
        read_tables(text, "delays.toml")
    assert sentence in str(refusal.value)
