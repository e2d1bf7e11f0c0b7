"""The report of the portal's benchmark, what it writes, and its proxy."""

import bench_proxy
import bench_publications as bench
import bench_serving as serving
from pathlib import Path


FOUND = {
    "portal": "/demo/www",
    "meeting": "10001/conseil/2025/200",
    "stock meeting": "10001/200",
}
LOAD = serving.Load(12.34, 80.2, 120.6)


def test_each_page_stands_above_its_twin_of_stock_plone():
    found = bench.rows(FOUND)
    names = [row.name for row in found]
    for number in range(0, 8, 2):
        assert not names[number].startswith("stock")
        assert names[number + 1].startswith("stock Plone")
        assert len(found[number].paths) == len(found[number + 1].paths)
    assert found[-1].paths == ("/demo/www/10001.atom",)


def test_without_a_proxy_its_columns_are_empty():
    row = bench.rows(FOUND)[0]
    lines = serving.table(
        bench.HEADING, [(row, LOAD, None), (row, LOAD, LOAD)], "Words."
    ).splitlines()
    assert lines[0] == bench.HEADING
    assert lines[-2] == "| home page | 12.3 | 80 | 121 | |  |"
    assert lines[-1] == "| home page | 12.3 | 80 | 121 | 12 | 120.6 |"


def test_the_cache_gives_nothing_of_one_person_to_another():
    vcl = Path(bench_proxy.VCL).read_text(encoding="utf-8")
    assert "req.http.Authorization || req.http.Cookie" in vcl
    assert 'Cache-Control !~ "s-maxage"' in vcl


def test_only_a_real_proxy_is_measured(monkeypatch):
    monkeypatch.delenv("COMMUNES_VARNISHD", raising=False)
    monkeypatch.setattr(bench_proxy.shutil, "which", lambda *_args, **_more: None)
    assert bench_proxy.varnishd() is None
