"""The door of the journal: when an entry is written, and who may see it."""

from AccessControl.Permission import Permission
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from communes.core.jobs.api import pending
from communes.core.jobs.drain import Drainer
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.tests.bare import bare_app
from communes.core.jobs.tests.bare import registered
from communes.core.journal import api
from communes.core.journal.errors import DetailsRefused
from communes.core.journal.errors import JournalForbidden
from communes.core.journal.errors import JournalUnavailable
from communes.core.journal.handlers import JournalSealer
from communes.core.journal.permissions import VIEW_JOURNAL
from communes.core.journal.storage import journal_of
import pytest
import sqlite3
import transaction
from zope.component.hooks import setSite


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    sealer = registered(JournalSealer(), IIntentHandler, api.KIND)
    with sealer, bare_app() as app:
        site = app.valmont.agents
        site.acl_users.userFolderAddUser("conseiller", "secret", ["Member"], [])
        site._addRole("DPO")
        site.acl_users.userFolderAddUser("dpo", "secret", ["DPO"], [])
        transaction.commit()
        setSite(site)
        yield site
        setSite(None)
        noSecurityManager()


def login(site, name):
    user = site.acl_users.getUserById(name)
    newSecurityManager(None, user.__of__(site.acl_users))


def seal(site):
    Drainer(site.getPhysicalRoot(), lambda: False).drain("/valmont/agents")
    setSite(site)


def written(site):
    return [(e.entry.actor, e.entry.action) for e in journal_of(site).chain()]


def test_a_write_is_in_the_journal_after_its_commit_with_its_author(site):
    login(site, "greffier")
    api.record("item.decide", site, decision="accepted")
    assert written(site) == []
    transaction.commit()
    noSecurityManager()
    seal(site)
    assert written(site) == [("greffier", "item.decide")]
    (only,) = journal_of(site).chain()
    assert only.entry.target == "/valmont/agents"
    assert only.entry.details == {"decision": "accepted"}
    assert only.entry.at.endswith("+00:00")


def test_an_aborted_write_is_not_in_the_journal(site):
    api.record("item.decide", "a text")
    transaction.abort()
    seal(site)
    assert written(site) == []


def test_each_write_has_its_entry_in_the_order_they_were_made(site):
    for number in range(30):
        api.record(f"step.{number:02d}", site)
    transaction.commit()
    seal(site)
    assert [action for _who, action in written(site)] == [
        f"step.{number:02d}" for number in range(30)
    ]


def test_an_entry_sealed_twice_after_a_crash_is_there_once(site):
    api.record("item.decide", site)
    transaction.commit()
    drainer = Drainer(site.getPhysicalRoot(), lambda: False)
    # The worker dies between the seal and its own commit.
    intents = site.__annotations__["communes.core.jobs.queue"].take(api.KIND, 10)
    JournalSealer().run(site, intents)
    transaction.abort()
    assert pending(site) == 1
    drainer.drain("/valmont/agents")
    assert written(site) == [("anonymous", "item.decide")]


def test_a_confidential_read_is_written_at_once_and_not_to_the_database(site):
    login(site, "conseiller")
    api.record_read("item.read", site, part="huis clos")
    assert written(site) == [("conseiller", "item.read")]
    assert not site._p_jar._registered_objects
    transaction.abort()
    assert written(site) == [("conseiller", "item.read")]


def test_a_read_that_can_not_be_written_down_is_refused(site, monkeypatch):
    def full(*_unused):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("communes.core.journal.store.JournalStore.append", full)
    with pytest.raises(JournalUnavailable, match="indisponible"):
        api.record_read("item.read", site)


def test_details_are_plain_values(site):
    with pytest.raises(DetailsRefused):
        api.record("item.decide", site, who=object())


SEEING = {
    "entries": api.entries,
    "export": api.export_rows,
    "verify": api.verify,
    "head": api.head,
}


@pytest.mark.parametrize("user", ["conseiller", None])
@pytest.mark.parametrize("name", SEEING)
def test_who_has_not_the_permission_sees_nothing_of_the_journal(site, name, user):
    api.record_read("item.read", site)
    if user:
        login(site, user)
    with pytest.raises(JournalForbidden):
        SEEING[name](site)


def test_who_has_the_permission_sees_verifies_and_exports(site):
    Permission(VIEW_JOURNAL, (), site).setRoles(["DPO"])
    api.record_read("item.read", site, part="=cmd()")
    login(site, "dpo")
    assert [each.entry.action for each in api.entries(site)] == ["item.read"]
    assert api.verify(site) is None
    assert api.verify(site, (1, "noted elsewhere")).number == 1
    (row,) = api.export_rows(site)
    assert tuple(row) == api.COLUMNS
    assert (row["number"], row["details"]) == ("1", '{"part": "=cmd()"}')
    assert row["seal"] == api.head(site)[1]


def test_communes_have_each_their_journal(site):
    api.record_read("item.read", site)
    app = site.getPhysicalRoot()
    app._setObject("other", site.valmont.__class__("other"))
    app.other._setObject("agents", site.__class__("agents"))
    assert written(app.other.agents) == []
