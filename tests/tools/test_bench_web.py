"""The report of the website's benchmark, and what it asks."""

import bench_web as bench


FOUND = {"site": "/demo/www", "news": "2026-11-23-1"}


def test_each_page_stands_above_its_twin_of_stock_plone():
    found = bench.rows(FOUND)
    for ours, stock in zip(found[::2], found[1::2], strict=True):
        assert stock.name.startswith("stock Plone") and not ours.name.startswith(
            "stock"
        )
        assert len(ours.paths) == len(stock.paths)
        assert all(one.startswith("/demo/www") for one in ours.paths)
        assert all(one.startswith("/stock") for one in stock.paths)


def test_bytes_and_requests_are_told_page_by_page():
    lines = bench.weights_table([bench.Weight("home page", 12, 81.6, 0)]).splitlines()
    assert lines[-1] == "| home page | 12 | 82 | 0 |"
    assert "not counted" in bench.weights_table([])
