"""A site gets a new index while the old one answers, whoever is killed meanwhile."""

from communes.core.jobs.api import pending
from communes.core.jobs.errors import Unavailable
from communes.core.transactions import run_with_retries
from communes.search.api import search
from communes.search.clients.admin import SolrAdmin
from communes.search.clients.solr import SolrClient
from communes.search.commands import search_reindex
from communes.search.domain.query import Query
from communes.search.domain.schema_version import SCHEMA_VERSION
from communes.search.indexing import document
from communes.search.indexing.processor import KIND
from communes.search.reindexing import api as reindexing
from communes.search.reindexing import reading
from communes.search.reindexing import run
from communes.search.reindexing import sender
from communes.search.reindexing.api import last_reindex
from communes.search.reindexing.api import progress
from communes.search.reindexing.api import reindex
from communes.search.reindexing.api import schema_in_use
from communes.search.reindexing.domain import Build
from communes.search.reindexing.domain import portions
from communes.search.reindexing.errors import IndexOutdated
from communes.search.reindexing.errors import NotWhole
from communes.search.reindexing.ledger import ledger
from communes.search.reindexing.ledger import Worker
from communes.search.reindexing.record import cores_of
from communes.search.reindexing.record import forget
from communes.search.settings import client_of
from communes.search.testing import command
from communes.search.testing import work_through
from plone import api
import pytest
import transaction


class Killed(BaseException):
    """The process ends here: nothing that comes after it is done."""


@pytest.fixture
def town(site, monkeypatch):
    """Seven pages in the index, cut into portions of two."""
    monkeypatch.setattr(run, "portions", lambda numbers: portions(numbers, 2))
    for number in range(7):
        api.content.create(site, "Document", title=f"Règlement {number}")
    work_through(site)
    yield site
    transaction.begin()
    known = cores_of(site, "plone")
    admin = SolrAdmin(client_of(site).url)
    if known is not None:
        for name in (known.live, known.building and known.building.core):
            if name and name != "plone":
                admin.remove(name)
        forget(site)
        transaction.commit()


def titles(site, core=None):
    client = client_of(site)
    client = SolrClient(client.url, core or client.core)
    command(client, b'{"commit": {}}')
    answer = client.select([("q", "portal_type:Document"), ("rows", "99"), ("fl", "*")])
    return sorted(each["Title"] for each in answer["response"]["docs"])


def pages(*numbers):
    return [f"Règlement {number}" for number in numbers]


def quietly(_line):
    """Say nothing."""


def test_a_new_index_takes_over_and_the_old_one_is_gone(town):
    said = []
    report = reindex(town, said.append, grace=0)
    core = client_of(town).core
    assert core.startswith("plone--")
    assert titles(town) == pages(*range(7))
    # The pages, and the site itself.
    assert (report.sent, report.failed, report.switched) == (8, (), True)
    assert "8 / 8 objets indexés, encore 0 s" in said
    assert progress(town) is None
    assert last_reindex(town) > 0
    assert schema_in_use(town) == SCHEMA_VERSION
    assert not SolrAdmin(client_of(town).url).exists("plone")


def test_a_second_reindex_takes_the_place_of_the_first(town, monkeypatch):
    reindex(town, quietly, grace=0)
    first = client_of(town).core
    monkeypatch.setattr(run, "core_for", lambda base, now: f"{base}--second")
    reindex(town, quietly, grace=0)
    assert client_of(town).core == "plone--second"
    assert not SolrAdmin(client_of(town).url).exists(first)
    assert titles(town) == pages(*range(7))


def test_what_is_gone_is_not_in_the_new_index(town):
    stray = {"UID": "gone", "path": "/plone/gone", "portal_type": "Document"}
    client_of(town).add([{**stray, "allowedRolesAndUsers": ["Manager"], "Title": "x"}])
    assert titles(town) == [*pages(*range(7)), "x"]
    reindex(town, quietly, grace=0)
    assert titles(town) == pages(*range(7))


def during_reads(monkeypatch, happening):
    """Have ``happening(turn)`` run before each portion is read, from turn 1."""
    read, turns = reading.read, []

    def read_with(site, portion):
        turns.append(portion)
        happening(len(turns))
        transaction.begin()
        return read(site, portion)

    monkeypatch.setattr(reading, "read", read_with)


def test_the_old_index_answers_while_the_new_one_is_made(town, monkeypatch):
    answers = []

    def ask(_turn):
        results = search(town, Query(text="règlement"))
        answers.append((results.total, results.degraded, progress(town).total))

    during_reads(monkeypatch, ask)
    reindex(town, quietly, grace=0)
    total = len(api.portal.get_tool("portal_catalog"))
    assert len(answers) == -(-total // 2)
    assert set(answers) == {(7, False, total)}


def test_what_is_written_meanwhile_is_in_both_indexes(town, monkeypatch):
    first, last = town["reglement-0"], town["reglement-6"]

    def change(turn):
        if turn == 3:
            first.title = "Règlement changé"
            first.reindexObject(idxs=["Title"])
            api.content.create(town, "Document", title="Règlement nouveau")
            api.content.delete(last)
            work_through(town)
            assert "Règlement changé" in titles(town)

    during_reads(monkeypatch, change)
    reindex(town, quietly, grace=0)
    wanted = ["Règlement changé", "Règlement nouveau"]
    assert titles(town) == sorted(pages(1, 2, 3, 4, 5) + wanted)


def test_what_was_read_before_a_change_does_not_come_back(town, monkeypatch):
    """Read, then changed and deleted by others, and only then sent."""
    send = run.Sender.give

    def change_then_send(sender, portion, documents, failed):
        if any(each.get("Title") == "Règlement 0" for each in documents):
            town["reglement-0"].title = "Règlement changé"
            town["reglement-0"].reindexObject(idxs=["Title"])
            api.content.delete(town["reglement-1"])
            work_through(town)
        return send(sender, portion, documents, failed)

    monkeypatch.setattr(run.Sender, "give", change_then_send)
    reindex(town, quietly, grace=0)
    assert titles(town) == sorted([*pages(*range(2, 7)), "Règlement changé"])


STEPS = [
    (SolrAdmin, "create", 1, "after"),
    (run.record, "begun", 1, "after"),
    (run.Ledger, "settle", 1, "before"),
    (run.Ledger, "settle", 3, "after"),
    (run.record, "switched", 1, "before"),
    (run.record, "switched", 1, "after"),
    (SolrAdmin, "remove", 1, "before"),
]


@pytest.mark.parametrize(("place", "name", "turn", "when"), STEPS)
def test_killed_anywhere_the_next_one_goes_on(
    town, monkeypatch, place, name, turn, when
):
    step, turns = getattr(place, name), []

    def killed(*arguments):
        turns.append(name)
        if when == "before" and len(turns) == turn:
            raise Killed
        result = step(*arguments)
        if when == "after" and len(turns) == turn:
            raise Killed
        return result

    with monkeypatch.context() as patch:
        patch.setattr(place, name, killed)
        with pytest.raises(Killed):
            reindex(town, quietly, grace=0)
    transaction.abort()
    assert titles(town) == pages(*range(7))
    api.content.create(town, "Document", title="Règlement 7")
    work_through(town)
    reindex(town, quietly, grace=0)
    assert titles(town) == pages(*range(8))
    assert progress(town) is None
    assert client_of(town).core.startswith("plone--")


def test_what_was_done_is_not_done_again(town, monkeypatch):
    read = reading.read
    monkeypatch.setattr(sender, "AHEAD", 0)

    def kill_third(site, portion):
        if portion.number == 2:
            raise Killed
        return read(site, portion)

    with monkeypatch.context() as patch:
        patch.setattr(reading, "read", kill_third)
        with pytest.raises(Killed):
            reindex(town, quietly, grace=0)
    done = progress(town).done
    assert 0 < done < progress(town).total
    begun, said = [], []
    during_reads(monkeypatch, begun.append)
    reindex(town, said.append, grace=0)
    assert said[0].startswith("Reprise de l'index plone--")
    left = len(api.portal.get_tool("portal_catalog")) - done
    assert len(begun) == -(-left // 2)


def test_of_two_that_begin_at_once_one_index_comes(town, monkeypatch):
    other = Build("plone--other", 1.0, SCHEMA_VERSION)
    made = []
    create = SolrAdmin.create

    def meanwhile(admin, name):
        create(admin, name)
        made.append(name)
        if len(made) == 1:
            create(admin, other.core)
            run_with_retries(lambda: run.record.begun(town, "plone", other))

    monkeypatch.setattr(SolrAdmin, "create", meanwhile)
    reindex(town, quietly, grace=0)
    assert client_of(town).core == other.core
    assert titles(town) == pages(*range(7))
    assert not SolrAdmin(client_of(town).url).exists(made[0])


def test_of_two_that_end_at_once_one_puts_the_index_in_use(town, monkeypatch):
    def other_first(self, build):
        """Another process's end reaches this one after it has looked."""
        run_with_retries(lambda: run.record.switched(town, "plone", 1.0))

    monkeypatch.setattr(run.Reindex, "_refuse_torn", other_first)
    report = reindex(town, quietly, grace=0)
    assert (report.sent, report.failed, report.switched) == (8, (), False)
    assert titles(town) == pages(*range(7))


def test_a_portion_of_a_living_process_is_left_to_it(town):
    books, core = ledger(), "plone--shared"
    books.lay(core, portions(range(4), 2))
    mine, other = Worker(books.folder), Worker(books.folder)
    first, second = books.take(core, mine), books.take(core, other)
    assert [first.number, second.number] == [0, 1]
    assert books.take(core, mine) is None
    other.close()
    assert books.take(core, mine) == second
    mine.close()
    books.forget("plone")


def test_one_object_that_can_not_be_read_is_told_and_left_to_the_worker(
    town, monkeypatch
):
    bad, document_of = town["reglement-3"].UID(), document.document_of
    with monkeypatch.context() as patch:
        patch.setattr(
            reading,
            "document_of",
            lambda obj: 1 / 0 if obj.UID() == bad else document_of(obj),
        )
        report = reindex(town, quietly, grace=0)
    assert report.failed == ("/plone/reglement-3",)
    assert titles(town) == pages(0, 1, 2, 4, 5, 6)
    assert pending(town, KIND) == 1
    work_through(town)
    assert titles(town) == pages(*range(7))


def test_a_new_index_that_lost_its_documents_does_not_take_over(town, monkeypatch):
    monkeypatch.setattr(SolrAdmin, "settle", lambda admin, name: 0)
    with pytest.raises(NotWhole) as refusal:
        reindex(town, quietly, grace=0)
    assert "0 documents sur 8" in str(refusal.value)
    assert client_of(town).core == "plone"
    assert progress(town) is None


def test_a_new_index_that_refuses_most_of_it_does_not_take_over(town, monkeypatch):
    monkeypatch.setattr("communes.search.reindexing.domain.FEW", 2)
    monkeypatch.setattr(reading, "document_of", lambda obj: 1 / 0)
    with pytest.raises(NotWhole) as refusal:
        reindex(town, quietly, grace=0)
    assert "0 documents sur 8" in str(refusal.value)
    assert titles(town) == pages(*range(7))


def test_an_index_of_another_schema_makes_writes_wait_and_names_the_command(
    town, monkeypatch
):
    monkeypatch.setattr(reindexing, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(run, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(reindexing, "_fitting", set())
    town["reglement-0"].reindexObject()
    with pytest.raises(Unavailable) as waiting:
        work_through(town)
    assert isinstance(waiting.value, IndexOutdated)
    assert "bin/instance search_reindex /plone" in str(waiting.value)
    transaction.abort()
    assert titles(town) == pages(*range(7))


def test_with_another_schema_the_index_in_the_making_is_written_to(town, monkeypatch):
    monkeypatch.setattr(reindexing, "_fits", lambda client: "--" in client.core)

    def change(turn):
        if turn == 2:
            api.content.create(town, "Document", title="Règlement nouveau")
            work_through(town)

    during_reads(monkeypatch, change)
    reindex(town, quietly, grace=0)
    assert titles(town) == sorted([*pages(*range(7)), "Règlement nouveau"])


def test_the_command_tells_how_far_it_is(town, functional, capsys, monkeypatch):
    monkeypatch.setattr(reindexing, "GRACE_SECONDS", 0.0)
    monkeypatch.setattr(reindexing.reindex, "__defaults__", (0.0,))
    search_reindex(functional["app"], ["/plone"])
    said = capsys.readouterr().out
    assert "objets indexés, encore 0 s" in said
    assert "est en service." in said
    assert "8 objets indexés en " in said
    assert "Balayage : 8 objets comparés, 0 différences, 0 redemandées." in said


@pytest.mark.parametrize("words", [[], ["/nowhere"], ["--processes=2"]])
def test_the_command_refuses_what_is_no_site(site, functional, words):
    with pytest.raises(SystemExit) as refusal:
        search_reindex(functional["app"], words)
    assert "site" in str(refusal.value)


@pytest.mark.parametrize("number", ["0", "x", "33"])
def test_the_command_refuses_a_number_of_processes_that_is_none(
    site, functional, number
):
    with pytest.raises(SystemExit) as refusal:
        search_reindex(functional["app"], [f"--processes={number}", "/plone"])
    assert "un nombre de 1 à 32" in str(refusal.value)
