"""What is planned, late or waits, and how Prometheus is told."""

from communes.publications.domain.status import Planned
from communes.publications.domain.status import status_of
from communes.publications.domain.status import to_text
from datetime import datetime
from datetime import timedelta
from datetime import UTC


NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
STEPS = (
    Planned("99901", NOW + 2 * HOUR, True),
    Planned("99901", NOW - HOUR, True),
    Planned("99902", NOW - 3 * HOUR, False),
    Planned("99902", NOW + HOUR, False),
)
WAITING = [("99901", 2), ("99902", 0)]


def test_what_should_have_happened_is_late():
    found = status_of("/demo/www", STEPS, WAITING, 1, NOW)
    first, second = found.institutions
    assert (first.planned, first.late, first.overdue, first.to_look_at) == (2, 1, 0, 2)
    assert (second.planned, second.late, second.overdue) == (0, 0, 1)
    assert found.next_at == NOW + HOUR
    assert found.latest_seconds == 3 * 3600


def test_nothing_planned_is_nothing_late():
    found = status_of("/demo/www", (), WAITING, 0, NOW)
    assert found.next_at is None and found.latest_seconds == 0
    assert "next_timestamp" not in to_text(found)


def test_prometheus_reads_each_institution():
    text = to_text(status_of("/demo/www", STEPS, WAITING, 4, NOW))
    for line in (
        'communes_publications_late{site="/demo/www",institution="99901"} 1',
        'communes_publications_overdue{site="/demo/www",institution="99902"} 1',
        'communes_publications_latest_seconds{site="/demo/www"} 10800',
        'communes_publications_proofs_waiting{site="/demo/www"} 4',
    ):
        assert line in text.splitlines()
