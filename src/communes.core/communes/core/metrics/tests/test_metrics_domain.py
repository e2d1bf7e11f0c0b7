"""Numbers are told as Prometheus reads them."""

from communes.core.metrics.domain import gauge
from communes.core.metrics.domain import labelled
from communes.core.metrics.domain import to_text


def test_each_number_has_its_site_its_words_and_its_kind():
    text = to_text("communes_x_", "/demo/www", [gauge("late", "What is late.", 2)])
    assert text.splitlines() == [
        "# HELP communes_x_late What is late.",
        "# TYPE communes_x_late gauge",
        'communes_x_late{site="/demo/www"} 2',
    ]
    assert text.endswith("\n")


def test_what_is_not_known_is_left_out():
    known = labelled("late", "Late.", "institution", [("1", None), ("2", 0.5)])
    assert to_text("", "/s", [gauge("next", "Next.", None), known]).splitlines() == [
        "# HELP late Late.",
        "# TYPE late gauge",
        'late{site="/s",institution="2"} 0.5',
    ]


def test_no_text_of_a_label_ends_its_line():
    text = to_text("", "/s", [labelled("a", "A.", "b", [('x"y\nz\\', 1)])])
    assert '{site="/s",b="x\\"y\\nz\\\\"} 1' in text
    assert len(text.splitlines()) == 3
