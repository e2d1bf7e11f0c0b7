"""Nothing older replaces anything newer, and one bad document holds up no other."""

from communes.core.jobs.api import dead_letters
from communes.core.jobs.domain import Intent
from communes.core.jobs.drain import Drainer
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.storage import path_of
from communes.search.clients.records import SolrRecords
from communes.search.domain.versions import rights_alone
from communes.search.indexing import writer
from communes.search.indexing.document import document_of
from communes.search.indexing.handler import IndexHandler
from communes.search.indexing.processor import KIND
from communes.search.indexing.snapshot import version_of
from communes.search.indexing.writer import ReadTooEarly
from communes.search.indexing.writer import send
from communes.search.interfaces import ISearchFields
from communes.search.pending.api import unsent
from communes.search.settings import client_of
from communes.search.testing import work_through
from contextlib import contextmanager
from pathlib import Path
from plone import api
from plone.dexterity.interfaces import IDexterityContent
import pytest
import transaction
from xml.etree import ElementTree
from zope.component import getGlobalSiteManager
from zope.component.hooks import setSite


SCHEMA = Path(__file__).parents[1] / "configset" / "conf" / "schema.xml"
EVERYTHING = ("*",)


def held(site, uid):
    """Return what Solr holds under ``uid`` this instant, tombstones included."""
    return SolrRecords(client_of(site)).now([uid], EVERYTHING).get(uid)


@pytest.fixture
def page(site):
    return api.content.create(site, "Document", "page", title="Taxe sur les égouts")


def test_a_version_is_the_last_transaction_that_the_reader_saw(site, page):
    transaction.commit()
    page.title = "Taxe"
    transaction.commit()
    seen = version_of(site)
    assert seen == int.from_bytes(page._p_serial, "big")
    manager = transaction.TransactionManager()
    other = site._p_jar.db().open(manager)
    other.root()["other"] = 1
    manager.commit()
    other.close()
    assert version_of(site) == seen
    transaction.begin()
    assert version_of(site) > seen


def test_a_batch_that_was_read_earlier_does_not_win(site, page):
    transaction.commit()
    early = document_of(page)
    page.title = "Taxe sur les immondices"
    page.reindexObject()
    work_through(site)
    for _ in range(2):
        assert send(client_of(site), [early]) == []
    assert held(site, page.UID())["Title"] == "Taxe sur les immondices"


def test_a_deleted_object_is_not_brought_back_by_an_earlier_batch(site, page):
    work_through(site)
    early = document_of(page)
    uid = page.UID()
    api.content.delete(page)
    work_through(site)
    send(client_of(site), [early])
    assert held(site, uid)["gone"] is True


def test_an_earlier_deletion_does_not_take_away_what_came_back(site, page):
    work_through(site)
    early = version_of(site)
    page.reindexObject()
    work_through(site)
    send(client_of(site), [writer.tombstone(page.UID(), early, "2026-11-22T20:00:00Z")])
    assert held(site, page.UID())["Title"] == "Taxe sur les égouts"


def test_who_looked_before_somebody_else_wrote_looks_again(site, page, monkeypatch):
    transaction.commit()
    early = document_of(page)
    page.title = "Taxe sur les immondices"
    transaction.commit()
    late = document_of(page)
    send(client_of(site), [early])
    look = SolrRecords.now
    looks = []

    def overtaken(self, uids, fields):
        found = look(self, uids, fields)
        if not looks:
            send_now = [late]
            looks.append(found)
            send(client_of(site), send_now)
        return found

    monkeypatch.setattr(SolrRecords, "now", overtaken)
    assert send(client_of(site), [early]) == []
    assert held(site, page.UID())["Title"] == "Taxe sur les immondices"


def test_a_document_older_than_the_rights_that_were_put_is_made_again(site, page):
    work_through(site)
    page.title = "Taxe sur les immondices"
    transaction.commit()
    between = document_of(page)
    page.reindexObject()
    transaction.commit()
    later = version_of(site)
    send(client_of(site), [rights_alone(page.UID(), later, ["Manager"])])
    with pytest.raises(ReadTooEarly):
        send(client_of(site), [between])
    assert held(site, page.UID())["allowedRolesAndUsers"] == ["Manager"]
    work_through(site)
    assert held(site, page.UID())["Title"] == "Taxe sur les immondices"


def test_a_change_of_rights_alone_keeps_all_that_was_found_before(site, page):
    page.description = "Exercices 2026 à 2031, réf. 2023/05/12-3"
    work_through(site)
    uid = page.UID()
    before = held(site, uid)
    change = rights_alone(uid, version_of(site), ["user:agnes"])
    assert send(client_of(site), [change]) == []
    after = held(site, uid)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed <= {"allowedRolesAndUsers", "rights_version_l", "_version_"}
    assert before.keys() == after.keys()
    work_through(site)
    for words in (
        "text_fr:exercice",
        "{!term f=path_parents}/plone",
        "text_reference:2023",
    ):
        question = [("q", words.replace("2023", '"2023/05/12-3"')), ("rows", "9")]
        found = client_of(site).select([*question, ("fl", "UID")])
        assert uid in {each["UID"] for each in found["response"]["docs"]}


def test_every_field_that_is_not_copied_is_kept():
    schema = ElementTree.parse(SCHEMA).getroot()
    kinds = {each.get("name"): each for each in schema.iter("fieldType")}
    copies = {each.get("dest") for each in schema.iter("copyField")}

    def kept(field, quality):
        return field.get(quality, kinds[field.get("type")].get(quality, "false"))

    lost = [
        field.get("name")
        for tag in ("field", "dynamicField")
        for field in schema.iter(tag)
        if field.get("name") not in {*copies, "_root_"}
        and "true" not in (kept(field, "stored"), kept(field, "docValues"))
    ]
    assert lost == []


def test_rights_of_what_is_not_there_make_no_husk(site, page):
    work_through(site)
    uid = page.UID()
    version = version_of(site)
    api.content.delete(page)
    work_through(site)
    later = version_of(site)
    assert later > version
    send(client_of(site), [rights_alone(each, later, ["Anonymous"])
                           for each in (uid, "unknown")])  # fmt: skip
    assert held(site, "unknown") is None
    assert "Anonymous" not in held(site, uid).get("allowedRolesAndUsers", [])


class Poison:
    """A field of a solution that does not keep to its kind, for one object."""

    def __init__(self, context):
        self.context = context

    def fields(self):
        return {"numero_i": "douze"} if self.context.id == "bad" else {}


@contextmanager
def poisoned():
    registry = getGlobalSiteManager()
    setup = (Poison, (IDexterityContent,), ISearchFields)
    registry.registerSubscriptionAdapter(*setup)
    try:
        yield
    finally:
        registry.unregisterSubscriptionAdapter(*setup)


@pytest.fixture
def poison():
    with poisoned():
        yield


def drained(site):
    """Commit, and let the worker of the kit settle what is ready."""
    transaction.commit()
    Drainer(site.getPhysicalRoot(), lambda: False).drain(path_of(site))
    setSite(site)


def test_one_bad_document_is_a_dead_letter_and_the_rest_goes_on(site):
    pages = [
        api.content.create(site, "Document", name, title=f"Point {name}")
        for name in ("a", "b", "bad", "c", "d")
    ]
    drained(site)
    with poisoned():
        for each in pages:
            each.title += " bis"
            each.reindexObject()
        drained(site)
    titles = {each.id: held(site, each.UID()).get("Title") for each in pages}
    good = {name: f"Point {name} bis" for name in "abcd"}
    assert titles == {**good, "bad": None}
    (letter,) = dead_letters(site)
    bad = next(each for each in pages if each.id == "bad")
    assert letter.intent.key == bad.UID()
    assert "« Point bad bis » (/plone/bad)" in letter.reason
    assert "numero_i" in letter.reason
    assert "enregistrez" in letter.reason
    assert bad.UID() in unsent(site)
    bad.reindexObject()
    drained(site)
    assert held(site, bad.UID())["Title"] == "Point bad bis"
    assert dead_letters(site) == []


@pytest.mark.usefixtures("poison")
def test_a_solr_that_refuses_what_it_should_accept_is_no_fault_of_the_document(
    site, monkeypatch
):
    bad = api.content.create(site, "Document", "bad")
    transaction.commit()
    monkeypatch.setattr(
        writer, "tombstone", lambda uid, *_: {"UID": uid, "version_l": 1, "gone": 1}
    )
    with pytest.raises(Unavailable, match="should accept"):
        IndexHandler().run(site, [Intent(KIND, bad.UID(), {}, "v", 0.0)])
    assert dead_letters(site) == []


def test_a_long_text_is_sent_apart(site, monkeypatch):
    pages = [
        api.content.create(site, "Document", title="voirie " * 50) for _ in range(5)
    ]
    transaction.commit()
    monkeypatch.setattr(writer, "MOST_BYTES", 1000)
    portions = []
    put = SolrRecords.put
    monkeypatch.setattr(
        SolrRecords,
        "put",
        lambda self, encoded: (portions.append(1), put(self, encoded)),
    )
    assert send(client_of(site), [document_of(each) for each in pages]) == []
    assert len(portions) == 5
    assert all(held(site, each.UID()) for each in pages)
