"""Citizens find by words and filters, over institutions, and never what is private."""

from communes.core.dashboards.domain import ListQuery
from communes.publications.searching.find import find
from communes.publications.tests import example
from communes.publications.tests.portal import make_institution
from communes.publications.tests.portal import receive
from plone import api
from plone.app.testing import logout
import pytest


def elsewhere(number="1"):
    """Return a meeting of another institution."""
    id = "99902/college/2025/4"
    road = example.item(number, id=f"{id}/{number}", title="Taxe sur les terrasses")
    return {
        **example.meeting(items=[road]),
        "id": id,
        "nis": "99902",
        "institution": "Rocheval",
        "assembly": "college",
        "assembly_title": "Collège communal",
        "date": "2025-03-01T09:00:00+01:00",
    }


@pytest.fixture
def site(portal):
    make_institution(portal, matters={"travaux": "travaux"})
    make_institution(portal, "99902", title="Rocheval")
    receive(portal, example.meeting())
    receive(portal, elsewhere())
    logout()
    return portal


def titles(found):
    return {row.title for row in found.rows}


def counts(found, name):
    facet = next(one for one in found.facets if one.name == name)
    return {one.title: one.count for one in facet.choices if one.count}


def test_words_are_found_with_where_they_stand(site):
    (row,) = find(site, ListQuery("moulin")).rows
    assert row.cells["place"] == "Valmont-sur-Lesse – Conseil communal"
    assert row.cells["type"] == "Décision" and row.cells["modified"].year == 2026


def test_each_filter_counts_what_it_would_leave(site):
    found = find(site, ListQuery("article"))
    assert counts(found, "institution") == {"Valmont-sur-Lesse": 1, "Rocheval": 1}
    assert counts(found, "year") == {"2026": 1, "2025": 1}
    assert counts(found, "matter")["Voirie et travaux"] == 1
    only = find(site, ListQuery("article", {"institution": ("99902",)}))
    assert titles(only) == {"Taxe sur les terrasses"}


def test_nothing_asked_shows_the_latest_and_no_stone(site):
    found = find(site, ListQuery())
    assert "Règlement complémentaire de circulation" not in titles(found)
    assert counts(found, "kind") == {"Décision": 2, "Séance": 2}


def test_an_institution_that_is_not_public_is_neither_found_nor_counted(site):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(site["99902"], "hide")
    found = find(site, ListQuery("article"))
    assert titles(found) == {example.item()["title"]}
    for name, private in (("institution", "Rocheval"), ("year", "2025")):
        assert private not in counts(found, name)


def test_the_page_keeps_its_filters_when_other_words_are_looked_for(site):
    request = site.REQUEST.clone()
    request.form.update({"SearchableText": "moulin", "f.institution": "99901"})
    page = api.content.get_view("recherche", site, request)
    html = page()
    assert 'name="f.institution" value="99901"' in html
    assert "Réfection de la rue du" in html
