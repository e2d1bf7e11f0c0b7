"""Solr, the catalogue and the objects agree on who may see what; nothing else leaks."""

from communes.core.access.permission import forget_cached_roles
from communes.core.annexes.api import add_annex
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.states import ItemState
from communes.deliberations.storage.assembly import save_settings
from communes.deliberations.tests import builders
from communes.deliberations.workflow.arriving import arrive_in
from communes.policy.confidential import DeliberationTypes
from communes.search.api import search
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.interfaces import IConfidentialTypes
from communes.search.settings import URL_VARIABLE
from communes.search.storage import search_catalog
from communes.search.suggest.api import did_you_mean
from communes.search.suggest.api import suggest
from communes.search.testing import empty_index
from communes.search.testing import work_through
from contextlib import nullcontext
from dataclasses import replace
from plone import api
from plone.app.testing import logout
from plone.namedfile.file import NamedBlobFile
import pytest
from zope.component import getSiteManager


#: Each kind of thing has a word that stands in nothing else.
MARKS = {
    ("item", "public"): "Publiquette",
    ("item", "closed"): "Quiproquette",
    ("annex", False): "Annexevue",
    ("annex", True): "Annexecachee",
}
READERS = (*builders.PEOPLE, None)


def as_reader(account):
    """Run a block as that person; as nobody without."""
    if account is None:
        logout()
        return nullcontext()
    return builders.as_user(account)


def annexes(item):
    for confidential in (False, True):
        file = NamedBlobFile(b"%PDF", "application/pdf", "fichier.pdf")
        word = MARKS["annex", confidential]
        values = {"title": f"{word} au dossier", "annex_type": "annexe", "file": file}
        with builders.as_user("createur"):
            add_annex(item, {**values, "confidential": confidential})


@pytest.fixture
def town(parity):
    """Every state of an item, public and closed, each with its two kinds of annex."""
    site = parity["portal"]
    empty_index(site)
    types = DeliberationTypes()
    getSiteManager().registerUtility(types, IConfidentialTypes, name="deliberations")
    save_settings(builders.assembly(), replace(CONSEIL, members_read_closed=False))
    for privacy in ("public", "closed"):
        for state in ItemState:
            word = MARKS["item", privacy]
            item = builders.draft(
                title=f"{word} : {state} de la voirie",
                privacy=privacy,
                motivation=f"<p>Motif de {word}</p>",
            )
            annexes(item)
            arrive_in(item, state, "")
    builders.meeting()
    # The builders made it before the site had its workflows.
    site["deliberations"].reindexObject()
    work_through(site)
    yield site
    getSiteManager().unregisterUtility(types, IConfidentialTypes, name="deliberations")


def truth(site):
    """Return the paths of all the current user may view, asking every object."""
    # Plone keeps local roles per request, and all of this is one.
    forget_cached_roles(site)
    catalog = site.portal_catalog
    return {
        brain.getPath()
        for brain in catalog.getAllBrains()
        if isinstance(brain.UID, str)
        and api.user.has_permission("View", obj=brain._unrestrictedGetObject())
    }


def everything(answer_of):
    """Return the paths of all that a search finds, page by page, and its totals."""
    paths, totals, page = set(), set(), 1
    while True:
        answer = answer_of(Query(size=200, page=page))
        paths |= {hit.path for hit in answer.hits}
        totals.add(answer.total)
        if page * 200 >= answer.total:
            return paths, totals
        page += 1


def test_every_reader_finds_the_same_in_both_engines_and_in_truth(town):
    seen = {}
    for account in READERS:
        with as_reader(account):
            by_solr, totals = everything(lambda query: search(town, query))
            by_catalogue, _totals = everything(
                lambda query: search_catalog(town, query)
            )
            assert by_solr == by_catalogue == truth(town), account
            assert totals == {len(by_solr)}, account
            seen[account] = frozenset(by_solr)
    # The town would prove nothing if all of them saw the same.
    assert len(set(seen.values())) > 4


def test_type_by_type_and_state_by_state_counts_are_what_is_found(town):
    fields = ("portal_type", "review_state")
    for account in ("createur", "observateur", "echevin", "conseiller", None):
        with as_reader(account):
            facets = {
                one.field: one for one in search(town, Query(facets=fields)).facets
            }
            for field in fields:
                for each in facets[field].values:
                    query = Query(filters=(Filter(field, (each.value,)),), size=200)
                    by_solr = search(town, query)
                    by_catalogue = search_catalog(town, query)
                    told = (account, field, each)
                    assert by_solr.total == by_catalogue.total == each.count, told
                    assert {hit.uid for hit in by_solr.hits} == {
                        hit.uid for hit in by_catalogue.hits
                    }


@pytest.mark.parametrize("degraded", [False, True])
def test_no_word_of_what_one_may_not_read_is_told_by_any_way(
    town, monkeypatch, degraded
):
    if degraded:
        monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    for account in READERS:
        with as_reader(account):
            visible = truth(town)
            titles = " ".join(
                brain.Title
                for brain in town.portal_catalog.getAllBrains()
                if brain.getPath() in visible
            )
            for word in MARKS.values():
                if word in titles:
                    continue
                told = everything_told(town, word)
                assert word.lower() not in told.lower(), (account, word)


def everything_told(site, word):
    """Return all that any door says to who looks for a word, or for half of it."""
    query = Query(text=word, facets=("Subject", "portal_type"), snippets=True)
    broad = replace(query, text="voirie dossier")
    told = [search(site, query), search(site, broad), search(site, Query(size=200))]
    told += [suggest(site, word[:end]) for end in (2, 4, len(word))]
    mistyped = word[:3] + word[4] + word[3] + word[5:]
    told.append(did_you_mean(site, replace(query, text=mistyped)))
    assert told[0].total == 0
    return repr(told)
