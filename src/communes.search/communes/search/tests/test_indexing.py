"""What is written in Plone reaches the real Solr, whole, and only after the commit."""

from communes.core.jobs.api import pending
from communes.core.jobs.domain import Intent
from communes.core.jobs.drain import Drainer
from communes.core.jobs.errors import Unavailable
from communes.search.clients.errors import SolrRefused
from communes.search.indexing.document import document_of
from communes.search.indexing.handler import IndexHandler
from communes.search.indexing.processor import KIND
from communes.search.interfaces import ISearchFields
from communes.search.settings import client_of
from communes.search.settings import URL_VARIABLE
from communes.search.testing import command
from communes.search.testing import work_through
from datetime import datetime
from datetime import UTC
from plone import api
from plone.dexterity.interfaces import IDexterityContent
import pytest
import transaction
from zope.component import getGlobalSiteManager
from zope.component import provideSubscriptionAdapter
from zope.component.hooks import setSite
from zope.interface import implementer


def documents(site, query="*:*"):
    answer = client_of(site).select([("q", query), ("rows", "100"), ("fl", "*")])
    return {each["UID"]: each for each in answer["response"]["docs"]}


def page(site, title="Taxe sur les égouts", **fields):
    return api.content.create(site, "Document", title=title, **fields)


def test_a_created_object_is_found_after_the_worker_has_run(site):
    uid = page(site, description="Exercices 2026 à 2031").UID()
    work_through(site)
    document = documents(site)[uid]
    assert document["Title"] == "Taxe sur les égouts"
    assert document["Description"] == "Exercices 2026 à 2031"
    assert document["portal_type"] == "Document"
    assert document["path"] == "/plone/taxe-sur-les-egouts"
    assert "Manager" in document["allowedRolesAndUsers"]


def test_an_aborted_creation_leaves_nothing_to_do(site):
    work_through(site)
    page(site)
    transaction.abort()
    assert pending(site, KIND) == 0


def test_the_request_never_talks_to_solr(site, monkeypatch):
    work_through(site)
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    page(site)
    transaction.commit()
    assert pending(site, KIND) > 0


def test_a_change_of_one_attribute_sends_the_whole_document(site):
    obj = page(site, description="Exercices 2026 à 2031")
    work_through(site)
    obj.title = "Taxe sur les immondices"
    obj.reindexObject(idxs=["Title"])
    work_through(site)
    document = documents(site)[obj.UID()]
    assert document["Title"] == "Taxe sur les immondices"
    assert document["Description"] == "Exercices 2026 à 2031"


def test_an_attribute_that_no_object_has_makes_no_husk(site):
    obj = page(site)
    work_through(site)
    obj.reindexObject(idxs=["no_such_attribute"])
    work_through(site)
    assert documents(site)[obj.UID()]["portal_type"] == "Document"


def test_a_deleted_object_is_gone_from_the_index(site):
    obj = page(site)
    uid = obj.UID()
    work_through(site)
    api.content.delete(obj)
    work_through(site)
    assert uid not in documents(site)


def test_a_moved_folder_takes_its_content_along(site):
    folder = api.content.create(site, "Folder", "old")
    uid = page(folder).UID()
    work_through(site)
    api.content.rename(folder, "new")
    work_through(site)
    assert documents(site)[uid]["path"] == "/plone/new/taxe-sur-les-egouts"


def test_a_change_of_state_changes_who_may_find_it(site):
    site.portal_workflow.setChainForPortalTypes(
        ["Document"], "simple_publication_workflow"
    )
    obj = page(site)
    work_through(site)
    assert "Anonymous" not in documents(site)[obj.UID()]["allowedRolesAndUsers"]
    api.content.transition(obj, "publish")
    work_through(site)
    assert "Anonymous" in documents(site)[obj.UID()]["allowedRolesAndUsers"]


def test_running_an_intent_twice_changes_nothing(site):
    uid = page(site).UID()
    work_through(site)
    intent = Intent(KIND, uid, {}, "v", 0.0)
    gone = Intent(KIND, "no-such-uid", {}, "v", 0.0)
    for _ in range(2):
        outcomes = IndexHandler().run(site, [intent, gone])
        assert {each.key for each in outcomes} == {uid, "no-such-uid"}
    assert uid in documents(site)


def test_an_index_that_does_not_exist_yet_is_made(site):
    site.portal_registry["communes.search.core"] = "made-when-needed"
    uid = page(site).UID()
    work_through(site)
    assert uid in documents(site)


def test_a_silent_solr_makes_the_intents_wait(site, monkeypatch):
    uid = page(site).UID()
    transaction.commit()
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    with pytest.raises(Unavailable):
        IndexHandler().run(site, [Intent(KIND, uid, {}, "v", 0.0)])


def test_one_object_that_can_not_be_read_does_not_hold_up_the_others(site, monkeypatch):
    good, bad = page(site), page(site, "Autre")
    transaction.commit()
    monkeypatch.setattr(
        "communes.search.indexing.handler.document_of",
        lambda obj: document_of(obj) if obj.UID() == good.UID() else 1 / 0,
    )
    outcomes = IndexHandler().run(
        site, [Intent(KIND, each.UID(), {}, "v", 0.0) for each in (good, bad)]
    )
    states = {outcome.key: outcome.state.value for outcome in outcomes}
    assert states == {good.UID(): "done", bad.UID(): "retry"}


@implementer(ISearchFields)
class SeanceFields:
    def __init__(self, context):
        self.context = context

    def fields(self):
        return {
            "seance_s": "2026-11-24",
            "themes_ss": ["finances", "voirie"],
            "numero_i": 12,
            "seance_dt": datetime(2026, 11, 24, 19, 0, tzinfo=UTC),
            "huis_clos_b": False,
            "motivation_t_fr": "Considérant les délibérations antérieures",
        }


def test_a_solution_adds_its_own_fields(site):
    provideSubscriptionAdapter(SeanceFields, (IDexterityContent,), ISearchFields)
    try:
        uid = page(site).UID()
        work_through(site)
        document = documents(site, "motivation_t_fr:deliberation")[uid]
    finally:
        getGlobalSiteManager().unregisterSubscriptionAdapter(
            SeanceFields, (IDexterityContent,), ISearchFields
        )
    assert document["numero_i"] == 12
    assert document["huis_clos_b"] is False
    assert document["seance_dt"] == "2026-11-24T19:00:00Z"


def test_a_document_solr_refuses_is_an_error_not_a_silence(site):
    with pytest.raises(SolrRefused):
        client_of(site).add([{"UID": "x", "no_such_field": 1}])


def test_the_worker_of_the_kit_brings_it_to_solr(site, functional):
    uid = page(site).UID()
    transaction.commit()
    Drainer(functional["app"], stopping=lambda: False).drain("/plone")
    setSite(site)
    command(client_of(site), b'{"commit": {}}')
    assert uid in documents(site)
    assert pending(site, KIND) == 0
