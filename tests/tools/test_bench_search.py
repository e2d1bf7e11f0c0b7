"""The report of the search benchmark, and the texts it is made on."""

import bench_search
import bench_search_texts as texts


FOUND = {
    "index": {"documents": 1000, "sent": 0.5, "seconds": 0.7},
    "ask": {
        "service": {"p50": 9.0, "p95": 21.4},
        "solr": {"p50": 4.0, "p95": 9.0},
        "catalog": {"p50": 90.0, "p95": 200.0},
        "found": {"median": 12, "most": 90},
        "limited": 0,
    },
    "rest": {"p50": 20.0, "p95": 44.0, "limited": 0},
    "small": {"documents": 200, "seconds": 1.0, "cpu": 0.6},
    "shared": {"documents": 200, "seconds": 0.8},
    "stock": {"documents": 200, "seconds": 4.0, "cpu": 2.0},
    "again": {
        "documents": 500,
        "seconds": 3.0,
        "limited": 0,
        "searches": 12,
        "search_p95": 40.0,
        "memory": [180.0, 190.0, 185.0],
    },
    "rights": {
        "count": 400,
        "request_ms": 31.0,
        "seconds": 4.0,
        "leaks": 0,
        "searches": 44,
    },
    "solr memory": 700,
}


def test_every_figure_stands_beside_its_goal_or_reference():
    section = bench_search.table(FOUND, "Words.")
    rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
    assert section.startswith("## Search\n\nWords.\n")
    assert "| p50 9 ms, p95 21 ms; 0 limited | p95 ≤ 50; 0 |" in rows[0]
    assert any("2000 documents/s | ≥ 1000" in row for row in rows)
    # Twice what the stock package did in this run.
    mine = "200 objects/s, 3.0 ms of processor each | ≥ 100 |"
    assert any(mine in row for row in rows)


def test_the_questions_are_different_ones_and_the_same_each_time():
    asked = texts.questions(240)
    assert len(set(asked)) == 240
    assert asked == texts.questions(240)


def test_the_reader_is_in_groups_that_exist():
    names = {texts.group(each) for each in range(texts.GROUPS)}
    assert len(texts.reader_groups()) == texts.READER_GROUPS
    assert set(texts.reader_groups()) < names
