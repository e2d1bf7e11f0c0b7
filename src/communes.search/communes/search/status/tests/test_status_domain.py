"""What an operator has to look at, and how it is told to Prometheus."""

from communes.search.convergence.domain import Drift
from communes.search.reindexing.domain import Progress
from communes.search.status.domain import Dead
from communes.search.status.domain import Index
from communes.search.status.domain import Lag
from communes.search.status.domain import lag_of
from communes.search.status.domain import quantile
from communes.search.status.domain import Status
from communes.search.status.domain import Trouble
from communes.search.status.domain import troubles
from communes.search.status.metrics import to_text
from dataclasses import replace
import pytest


WELL = Status(
    site="/demo/agents",
    now=1_000_000.0,
    core="demo-agents",
    index=Index.READY,
    schema=2,
    schema_wanted=2,
    documents=1200,
    catalogued=1200,
    breaker="closed",
    breaker_error="",
    waiting=0,
    oldest_wait=0.0,
    failing=0,
    dead=(),
    pending_places=0,
    lag=Lag(0.7, 1.1, 40),
    drift=Drift(checked=1200, checked_at=999_000.0),
    reindexed_at=900_000.0,
    reindex=None,
    made_at=1.0,
    files={"read": 40, "encrypted": 2},
    files_waiting=3,
)


def test_a_search_that_works_has_no_trouble():
    assert list(troubles(WELL)) == []


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"index": Index.SILENT}, Trouble.SILENT),
        ({"index": Index.MISSING}, Trouble.MISSING),
        ({"index": Index.OUTDATED}, Trouble.OUTDATED),
        ({"breaker": "open"}, Trouble.BREAKER),
        ({"oldest_wait": 61.0}, Trouble.WAITING),
        ({"dead": (Dead("uid", "why"),)}, Trouble.DEAD),
        ({"drift": Drift(missing=1, checked_at=999_000.0)}, Trouble.DRIFT),
        ({"lag": Lag(0.7, 2.1, 40)}, Trouble.SLOW),
        ({"drift": Drift(checked_at=1.0)}, Trouble.NEVER_SWEPT),
        ({"drift": None}, Trouble.NEVER_SWEPT),
    ],
)
def test_each_trouble_is_told(change, trouble):
    assert list(troubles(replace(WELL, **change))) == [trouble]


def test_a_site_of_today_has_had_no_time_to_be_swept():
    assert list(troubles(replace(WELL, drift=None, made_at=990_000.0))) == []


def test_the_worst_comes_first():
    bad = replace(WELL, index=Index.SILENT, breaker="open", oldest_wait=900.0)
    assert next(troubles(bad)) is Trouble.SILENT


def test_a_quantile_is_a_value_that_was_measured():
    values = [float(number) for number in range(1, 101)]
    assert (quantile(values, 0.5), quantile(values, 0.95)) == (50.0, 95.0)
    assert quantile([3.0], 0.95) == 3.0
    with pytest.raises(ValueError, match="nothing"):
        quantile([], 0.95)


def test_what_was_never_measured_has_no_lag():
    assert lag_of([]) is None
    assert lag_of([2.0, 1.0]) == Lag(1.0, 2.0, 2)


def test_every_sample_has_help_type_and_the_site():
    lines = to_text(WELL).splitlines()
    samples = [line for line in lines if not line.startswith("#")]
    names = {line.partition("{")[0] for line in samples}
    for name in names:
        assert sum(line.startswith(f"# HELP {name} ") for line in lines) == 1
        assert f"# TYPE {name} gauge" in lines
    assert all('site="/demo/agents"' in line for line in samples)
    assert 'communes_search_documents{site="/demo/agents"} 1200' in samples
    assert (
        'communes_search_lag_seconds{site="/demo/agents",quantile="0.95"} 1.1'
        in samples
    )
    assert 'communes_search_drift{site="/demo/agents",kind="wrong_rights"} 0' in samples
    assert 'communes_search_files{site="/demo/agents",ending="read"} 40' in samples
    assert 'communes_search_files_waiting{site="/demo/agents"} 3' in samples


def test_what_is_not_known_is_not_told():
    silent = replace(WELL, index=Index.SILENT, documents=None, schema=None, lag=None)
    text = to_text(replace(silent, drift=None))
    for name in ("documents{", "schema_version{", "lag_seconds", "drift", "reindex_sh"):
        assert f"communes_search_{name}" not in text
    assert 'index_state{site="/demo/agents",state="silent"} 1' in text


def test_a_reindex_under_way_tells_its_share():
    progress = Progress(1000, 250, 250, 0, 999_990.0, "demo-agents--x")
    text = to_text(replace(WELL, reindex=progress))
    assert 'communes_search_reindex_share{site="/demo/agents"} 0.25' in text


def test_a_strange_site_name_can_not_forge_a_line():
    text = to_text(replace(WELL, site='x"} 1\nevil{a="'))
    assert not any(line.startswith("evil") for line in text.splitlines())
