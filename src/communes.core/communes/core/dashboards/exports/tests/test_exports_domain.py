from communes.core.dashboards.exports.domain import csv_cell
from communes.core.dashboards.exports.domain import file_name
from communes.core.dashboards.exports.domain import looks_like_formula
from communes.core.dashboards.exports.domain import MAX_CELL
from communes.core.dashboards.exports.domain import MAX_ROWS
from communes.core.dashboards.exports.domain import sheet_name
from communes.core.dashboards.exports.domain import text_of
from datetime import date
from datetime import datetime
from decimal import Decimal
import pytest


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 11, 22), "2026-11-22"),
        (datetime(2026, 11, 22, 20, 5, 9), "2026-11-22 20:05"),
        (Decimal("-184500.50"), "-184500,50"),
        (3, "3"),
        (1.5, "1,5"),
        (None, ""),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("Voirie", "Voirie"),
    ],
)
def test_a_csv_cell_is_read_by_a_belgian_spreadsheet(value, written):
    assert csv_cell(value) == written


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_what_might_be_calculated_is_recognised(text):
    assert looks_like_formula(text)
    assert not looks_like_formula(f"a{text}")


def test_a_text_holds_no_sign_that_breaks_the_file():
    assert text_of("a\x00b\x1f\ufffe\ud800c\n") == "abc\n"
    assert len(text_of("é" * (MAX_CELL + 1))) == MAX_CELL


def test_the_name_of_a_file_tells_when_rows_are_missing():
    assert file_name("points", MAX_ROWS, "csv") == "points.csv"
    assert file_name("points", MAX_ROWS + 1, "ods") == (
        "points-10000-premieres-lignes.ods"
    )


@pytest.mark.parametrize("stem", ['a"b', "a/../b", "é\r\nSet-Cookie: x", "..", ""])
def test_the_name_of_a_file_is_harmless(stem):
    name = file_name(stem, 1, "csv")
    assert name.endswith(".csv")
    assert not set(name) & set('"/\\\r\n :')


def test_a_sheet_has_a_name_that_every_spreadsheet_takes():
    assert sheet_name("Points – [Collège]/2026: 'x' " + "y" * 40) == (
        "Points –  Collège  2026   x  yy"
    )
    assert sheet_name("***") == "Liste"
