"""Each benchmark keeps its own section of the page."""

import pytest
from report import keep_section


PAGE = "# Benchmarks\n\nOpening.\n\n## Search\n\nOld.\n\n## Deliberations\n\nStays.\n"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "benchmarks.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_section_takes_the_place_of_its_own_earlier_one(page):
    keep_section("## Search", "## Search\n\nNew.\n", page)
    assert page.read_text("utf-8") == PAGE.replace("Old.", "New.")


def test_a_section_measured_for_the_first_time_comes_last(page):
    keep_section("## Exchange", "## Exchange\n\nFirst.\n", page)
    assert page.read_text("utf-8") == f"{PAGE}\n## Exchange\n\nFirst.\n"


def test_the_opening_is_replaced_up_to_the_first_section(page):
    keep_section("", "# Benchmarks\n\nMeasured again.\n", page)
    assert page.read_text("utf-8") == PAGE.replace("Opening.", "Measured again.")
