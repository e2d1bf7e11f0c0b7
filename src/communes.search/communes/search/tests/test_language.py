"""A commune's synonyms and best bets hold on its site from the next question on."""

from communes.core.jobs.api import pending
from communes.core.settings.domain import InvalidSettings
from communes.core.settings.interfaces import ISettingsTarget
from communes.search.api import search
from communes.search.domain.query import Query
from communes.search.indexing.processor import KIND
from communes.search.language.api import best_bets
from communes.search.language.api import expand
from communes.search.language.settings_target import KEY
from communes.search.testing import work_through
from plone import api
from plone.app.testing import applyProfile
import pytest
import transaction
from zope.annotation.interfaces import IAnnotations
from zope.component import getAdapter


def target(site):
    return getAdapter(site, ISettingsTarget, name="search")


OWN = {"synonyms": [{"words": ["Espace Valmont", "salle de spectacle"]}]}


def test_a_site_that_said_nothing_has_the_synonyms_that_come_with_the_search(portal):
    assert target(portal).read() == {
        "languages": ["fr"],
        "base_synonyms": True,
        "synonyms": [],
        "best_bets": [],
    }
    (notion,) = expand(portal, "ordures")
    assert "immondices" in notion.alternatives
    assert best_bets(portal, "ordures") == ()


def test_a_commune_adds_its_own_words(portal):
    target(portal).write(OWN)
    (notion,) = expand(portal, "salles de spectacles")
    assert notion.alternatives == ("Espace Valmont",)


def test_a_commune_may_decline_those_that_come_with_the_search(portal):
    target(portal).write({**OWN, "base_synonyms": False})
    assert expand(portal, "ordures")[0].alternatives == ()
    assert expand(portal, "espace valmont")[0].alternatives == ("salle de spectacle",)


def test_best_bets_are_those_of_the_words_typed(portal):
    bets = [
        {"words": ["sapin de Noël"], "target": "/vivre/sapins"},
        {"words": ["déchets"], "target": "a" * 32},
    ]
    target(portal).write({"best_bets": bets})
    assert [bet.uid_or_path for bet in best_bets(portal, "Sapins de noel")] == [
        "/vivre/sapins"
    ]
    assert [bet.uid_or_path for bet in best_bets(portal, "dechet")] == ["a" * 32]


@pytest.mark.parametrize(
    "changes",
    [
        {"languages": ["nl"]},
        {"synonyms": [{"words": ["seul"]}]},
        {"best_bets": [{"words": ["x"], "target": "sans barre"}]},
        {"unknown": 1},
    ],
)
def test_what_is_no_setting_changes_nothing(portal, changes):
    before = target(portal).read()
    with pytest.raises(InvalidSettings):
        target(portal).write(changes)
    assert target(portal).read() == before


def test_a_change_taken_back_is_forgotten(site):
    target(site).write({"base_synonyms": False})
    transaction.commit()
    target(site).write(OWN)
    assert expand(site, "espace valmont")[0].alternatives
    transaction.abort()
    assert expand(site, "espace valmont")[0].alternatives == ()


def test_synonyms_send_nothing_again(portal):
    before = pending(portal, KIND)
    target(portal).write(OWN)
    assert pending(portal, KIND) == before


def test_uninstalled_nothing_of_the_settings_is_left(portal):
    target(portal).write(OWN)
    applyProfile(portal, "communes.search:uninstall")
    assert KEY not in IAnnotations(portal)


def test_who_types_one_word_finds_the_other(site):
    api.content.create(site, "Document", "hall", title="Location de l'Espace Valmont")
    work_through(site)
    assert search(site, Query(text="salle de spectacle")).total == 0
    target(site).write(OWN)
    (hit,) = search(site, Query(text="salle de spectacle")).hits
    assert hit.path == "/plone/hall"


def test_where_nothing_holds_all_of_the_words_any_of_them_counts(site):
    api.content.create(site, "Document", "lamp", title="Lampadaire éteint")
    api.content.create(site, "Document", "lift", title="Ascenseur en panne")
    api.content.create(site, "Document", "both", title="Chaudière en panne d'eau")
    work_through(site)
    results = search(site, Query(text="panne chaudière"))
    assert (results.total, results.relaxed) == (1, False)
    results = search(site, Query(text="panne du lampadaire"))
    assert {hit.path for hit in results.hits} == {
        "/plone/lamp",
        "/plone/lift",
        "/plone/both",
    }
    assert results.relaxed
    results = search(site, Query(text="lampadaire L9999-99"))
    assert results.total == 0
    results = search(site, Query(text="introuvable"))
    assert (results.total, results.relaxed) == (0, False)


def test_the_word_typed_comes_before_its_synonyms(site):
    for id_, word in (("a", "immondices"), ("b", "déchets"), ("c", "ordures")):
        api.content.create(site, "Document", id_, title=f"Collecte des {word}")
    work_through(site)
    for typed, first in (("déchets", "b"), ("ordure", "c"), ("immondices", "a")):
        hits = search(site, Query(text=typed)).hits
        assert hits[0].path == f"/plone/{first}"
        assert len(hits) == 3
