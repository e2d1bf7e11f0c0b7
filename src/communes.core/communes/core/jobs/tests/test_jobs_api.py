"""The door: what is asked for in a transaction belongs to it."""

from communes.core.jobs import api
from communes.core.jobs import storage
from communes.core.jobs.errors import NoQueue
from communes.core.jobs.errors import VarFolderMissing
from communes.core.jobs.tests.bare import Site
import pytest
import transaction
from zope.component.hooks import setSite


@pytest.fixture
def site(app):
    setSite(app.valmont.agents)
    yield app.valmont.agents
    setSite(None)


def test_an_intent_belongs_to_the_transaction(site):
    api.intend("mail", "a", {})
    transaction.abort()
    assert api.pending(site) == 0
    assert api.oldest_age(site) == 0.0
    api.intend("mail", "b", {"to": "x"})
    transaction.commit()
    assert api.pending(site) == api.pending(site, "mail") == 1
    assert api.pending(site, "search") == 0
    assert 0 < api.oldest_age(site) < 60


def test_what_is_not_done_is_known_by_key_wherever_it_waits(site):
    keys = {f"item-{number}" for number in range(2000)}
    for key in keys:
        api.intend("mail", key, {})
    api.intend("search", "other", {})
    transaction.commit()
    queue = storage.queue_of(site)
    taken = queue.take("mail", 3)
    queue.shelf.put(taken[0], 0.0, 1, "later")
    queue.shelf.bury(taken[1], 8, "never")
    done = {intent.key for intent in taken[2:]}
    assert api.unsettled(site, "mail", 3000) == keys - done
    assert api.unsettled(site, "mail", 100) is None
    assert api.unsettled(site, "search", 1) == {"other"}


def test_one_transaction_has_one_token_and_the_next_another(site):
    first = api._token()
    assert api._token() == first
    transaction.commit()
    assert api._token() != first


def test_a_site_without_the_profile_says_so(app):
    app._setObject("other", Site("other"))
    setSite(app.other)
    try:
        with pytest.raises(NoQueue, match="file de travaux"):
            api.intend("mail", "a", {})
    finally:
        setSite(None)


def test_installing_twice_keeps_what_was_asked_and_uninstalling_leaves_nothing(
    app, site
):
    api.intend("mail", "a", {})
    storage.install(site)
    assert api.pending(site) == 1
    assert list(storage.sites_with_queue(app)) == ["/valmont/agents"]
    storage.uninstall(site)
    assert list(storage.sites_with_queue(app)) == []
    assert storage.SITES_KEY not in app._p_jar.root()
    assert storage.ANNOTATION_KEY not in site.__annotations__


def test_without_a_var_folder_the_sentence_names_the_cure(monkeypatch):
    monkeypatch.delenv("COMMUNES_VAR", raising=False)
    monkeypatch.setattr(storage, "getConfiguration", lambda: object())
    with pytest.raises(VarFolderMissing, match="COMMUNES_VAR"):
        storage.var_folder()
