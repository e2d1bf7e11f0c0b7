"""The sweep finds what differs between the database and Solr, and has it mended."""

from communes.core.jobs import rounds
from communes.core.jobs.api import pending
from communes.core.jobs.rounds import Rounds
from communes.core.jobs.storage import path_of
from communes.search.clients.records import SolrRecords
from communes.search.convergence import sweeping
from communes.search.convergence.api import drift
from communes.search.convergence.api import sweep
from communes.search.convergence.commands import search_sweep
from communes.search.convergence.periodic import HOURS_VARIABLE
from communes.search.convergence.periodic import PeriodicSweep
from communes.search.convergence.sweeping import Sweep
from communes.search.convergence.sweeping import TooMuchToSend
from communes.search.indexing.document import document_of
from communes.search.indexing.processor import KIND
from communes.search.indexing.snapshot import version_of
from communes.search.settings import client_of
from communes.search.settings import URL_VARIABLE
from communes.search.testing import command
from communes.search.testing import work_through
from dataclasses import replace
import json
from plone import api
import pytest
import time
import transaction
from zope.component.hooks import setSite


@pytest.fixture
def pages(site, monkeypatch):
    """Seven pages that Solr knows, compared three at a time."""
    monkeypatch.setattr(sweeping, "RANGE", 3)
    made = [api.content.create(site, "Document", title=f"Voirie {n}") for n in range(7)]
    work_through(site)
    return made


def tamper(site, *records):
    """Put records into Solr as they are, visible at once."""
    command(client_of(site), json.dumps(list(records)).encode())
    command(client_of(site), b'{"commit": {}}')


def record(page, **changes):
    return {**document_of(page), **changes}


def numbers(found):
    return (found.missing, found.stale, found.orphaned, found.wrong_rights)


def test_a_site_and_its_index_agree(site, pages):
    found = sweep(site)
    assert numbers(found) == (0, 0, 0, 0)
    assert found.checked >= 7
    assert found.repaired == 0
    assert pending(site, KIND) == 0


def test_each_kind_of_drift_is_counted_and_repaired(site, pages):
    transaction.commit()
    missing, stale, wrong, moved = pages[:4]
    stranger = record(pages[5], UID="0" * 32, path="/plone/gone")
    body = json.dumps({"delete": [missing.UID()]}).encode()
    command(client_of(site), body)
    tamper(
        site,
        record(stale, version_l=1, Title="Ancien titre"),
        record(wrong, allowedRolesAndUsers=["Anonymous"]),
        record(moved, path="/plone/elsewhere"),
        stranger,
    )
    assert numbers(sweep(site, repair=False)) == (1, 2, 1, 1)
    assert pending(site, KIND) == 0
    assert numbers(sweep(site)) == (1, 2, 1, 1)
    assert pending(site, KIND) == 5
    work_through(site)
    found = sweep(site)
    assert numbers(found) == (0, 0, 0, 0)
    held = SolrRecords(client_of(site)).now(["0" * 32, stale.UID()], ("*",))
    assert held["0" * 32]["gone"] is True
    assert held[stale.UID()]["Title"] == stale.title


def test_an_empty_index_is_filled_again(site, pages):
    command(client_of(site), b'{"delete": {"query": "*:*"}, "commit": {}}')
    found = sweep(site)
    assert found.missing == found.checked >= 7
    work_through(site)
    assert sweep(site).total == 0


def test_an_index_that_does_not_exist_is_made_again(site, pages):
    site.portal_registry["communes.search.core"] = "lost-and-made-again"
    assert sweep(site).missing >= 7
    work_through(site)
    assert sweep(site).total == 0


def test_what_waits_to_be_sent_is_no_drift(site, pages):
    pages[0].title = "Taxe"
    pages[0].reindexObject()
    transaction.commit()
    found = sweep(site)
    assert numbers(found) == (0, 0, 0, 0)
    assert found.waiting == 1
    assert found.repaired == 0


def test_what_was_sent_a_moment_ago_is_no_drift_though_no_search_sees_it(site, pages):
    work_through(site)
    uid = pages[0].UID()
    body = json.dumps({"delete": [uid]}).encode()
    command(client_of(site), body)
    command(client_of(site), b'{"commit": {}}')
    SolrRecords(client_of(site)).put([json.dumps(document_of(pages[0])).encode()])
    assert numbers(sweep(site)) == (0, 0, 0, 0)


def test_what_a_restored_database_has_never_known_is_repaired(site, pages):
    transaction.commit()
    later = version_of(site) + 1
    tamper(site, record(pages[0], version_l=later, modified="2026-01-01T00:00:00Z"))
    # Nothing was committed since the copy was restored: it may have been sent now.
    assert sweep(site).stale == 0
    assert sweep(site).stale == 1
    work_through(site)
    assert sweep(site).total == 0


def test_with_thousands_to_send_nothing_is_said(site, pages, monkeypatch):
    monkeypatch.setattr(sweeping, "MOST_WAITING", 0)
    command(client_of(site), b'{"delete": {"query": "*:*"}, "commit": {}}')
    pages[0].reindexObject()
    transaction.commit()
    with pytest.raises(TooMuchToSend):
        sweep(site)


def test_a_sweep_holds_one_range_and_wakes_no_object_for_longer(site, pages):
    running = Sweep()
    steps = 1
    while running.step(site):
        steps += 1
    assert steps >= 3


def test_old_tombstones_are_swept_away(site, pages):
    api.content.delete(pages[0])
    work_through(site)
    records = SolrRecords(client_of(site))
    sweep(site)
    command(client_of(site), b'{"commit": {}}')
    assert records.count("gone:true") == 1
    (left,) = next(records.pages("gone:true", ("*",), 9))
    stays = {name: left[name] for name in left if name != "_version_"}
    tamper(site, {**stays, "indexed_at": "2020-01-01T00:00:00Z"})
    sweep(site)
    command(client_of(site), b'{"commit": {}}')
    assert records.count("gone:true") == 0


def test_the_last_sweep_is_remembered(site, pages):
    assert drift(site) is None
    found = sweep(site)
    kept = drift(site)
    assert replace(kept, checked_at=0, seconds=0) == replace(
        found, checked_at=0, seconds=0
    )
    assert time.time() - kept.checked_at < 60


def test_the_command_tells_what_differs_and_repairs(site, pages, functional, capsys):
    command(client_of(site), json.dumps({"delete": [pages[0].UID()]}).encode())
    command(client_of(site), b'{"commit": {}}')
    with pytest.raises(SystemExit) as end:
        search_sweep(functional["app"], ["/plone", "--report"])
    assert end.value.code == 1
    assert "1 absents de l'index" in capsys.readouterr().out
    assert pending(site, KIND) == 0
    with pytest.raises(SystemExit):
        search_sweep(functional["app"], ["/plone"])
    assert "1 envoyés de nouveau" in capsys.readouterr().out
    work_through(site)
    search_sweep(functional["app"], ["/plone"])
    assert "0 absents" in capsys.readouterr().out


def test_the_command_says_that_it_could_not_compare(
    site, pages, functional, capsys, monkeypatch
):
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    with pytest.raises(SystemExit) as end:
        search_sweep(functional["app"], ["/plone"])
    assert end.value.code == 2
    assert "Solr ne répond pas" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["--report"], ["/nowhere"]])
def test_the_command_refuses_what_is_no_site(functional, site, words):
    with pytest.raises(SystemExit) as refusal:
        search_sweep(functional["app"], words)
    assert "site" in str(refusal.value)


def test_the_worker_sweeps_by_itself_and_rests_until_the_next_time(
    site, pages, functional, monkeypatch
):
    command(client_of(site), json.dumps({"delete": [pages[0].UID()]}).encode())
    command(client_of(site), b'{"commit": {}}')
    path = path_of(site)
    monkeypatch.setattr(rounds, "AGAIN_SECONDS", 0.0)
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    worker = Rounds(site.getPhysicalRoot())
    assert worker.step(path) == 1
    assert site_again(site) is None
    monkeypatch.setenv(URL_VARIABLE, functional["solr_url"])
    while worker.step(path):
        pass
    found = site_again(site)
    assert found.missing == 1
    assert 5 * 3600 < worker.next_visit(path) - time.time() < 6 * 3600
    # Another worker knows from the database that it was done.
    other = Rounds(site.getPhysicalRoot())
    assert other.step(path) == 0
    monkeypatch.setenv(HOURS_VARIABLE, "0")
    never = Rounds(site.getPhysicalRoot())
    assert never.step(path) == 0
    setSite(site)
    assert PeriodicSweep().next_at(site) == float("inf")


def site_again(site):
    setSite(site)
    transaction.begin()
    return drift(site)
