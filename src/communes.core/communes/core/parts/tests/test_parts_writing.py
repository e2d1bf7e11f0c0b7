from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.writing import amount
from communes.core.parts.domain.writing import deadline
from communes.core.parts.domain.writing import hour
from communes.core.parts.domain.writing import long_date
from communes.core.parts.domain.writing import NotANumber
from communes.core.parts.domain.writing import read_amount
from communes.core.parts.domain.writing import short_date
from communes.core.parts.domain.writing import time_left
from datetime import date
from datetime import datetime
from decimal import Decimal
import pytest


TODAY = date(2026, 11, 22)


def test_a_day_of_this_year_has_no_year():
    assert short_date(date(2026, 11, 24), TODAY) == "mar. 24 nov."


def test_a_day_of_another_year_says_which():
    assert short_date(date(2027, 1, 4), TODAY) == "lun. 4 janv. 2027"


def test_the_first_of_the_month_is_written_premier():
    assert long_date(date(2026, 12, 1)) == "mardi 1er décembre 2026"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), "2\u00a0j de retard"),
        (TODAY, "aujourd'hui"),
        (date(2026, 11, 23), "demain"),
        (date(2026, 11, 27), "dans 5\u00a0j"),
    ],
)
def test_a_delay_is_said_in_days(day, words):
    assert time_left(day, TODAY) == words


def test_a_far_deadline_is_only_its_day():
    assert deadline(date(2026, 12, 24), TODAY) == "jeu. 24 déc."
    assert deadline(date(2026, 11, 20), TODAY).endswith("2\u00a0j de retard")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("184500", "184\u202f500\u00a0€"),
        ("0.5", "0,50\u00a0€"),
        ("-1234567.891", "-1\u202f234\u202f567,89\u00a0€"),
        ("-0.001", "0\u00a0€"),
    ],
)
def test_amounts_are_grouped_by_three(value, written):
    assert amount(Decimal(value)) == written


def test_an_hour_on_the_hour_has_no_minutes():
    assert hour(datetime(2026, 11, 22, 9, 0)) == "9\u00a0h"
    assert hour(datetime(2026, 11, 22, 14, 2)) == "14\u00a0h\u00a002"


def test_a_field_names_its_help_and_its_error_for_screen_readers():
    field = Field("amount", "Montant", help="HTVA", error="Indiquez un nombre")
    assert field.described_by == "field-amount-help field-amount-error"
    assert Field("amount", "Montant").described_by == ""


def test_a_button_says_its_weight_in_classes():
    assert Action("Valider", primary=True).css == "btn btn-primary"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("184 500,00", "184500.00"),
        ("184\u202f500,5 €", "184500.5"),
        ("-12.50", "-12.50"),
        (" 0 ", "0"),
    ],
)
def test_an_amount_is_read_as_belgians_write_it(written, value):
    assert read_amount(written) == Decimal(value)


@pytest.mark.parametrize("written", ["184.500.00", "184.500", "1e5", "NaN", "", "x"])
def test_what_could_be_read_two_ways_is_no_amount(written):
    with pytest.raises(NotANumber, match="184 500,00"):
        read_amount(written)


def test_what_is_written_is_read_back():
    assert read_amount(amount(Decimal("184500.25"))) == Decimal("184500.25")
