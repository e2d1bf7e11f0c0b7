"""What anybody reads of the portal: whole, dressed, kept by proxies, never more."""

from communes.publications.tests import example
from communes.publications.tests.portal import make_institution
from communes.publications.tests.portal import meeting_of
from communes.publications.tests.portal import receive
from plone import api
from plone.app.testing import logout
from plone.testing.zope import Browser
import pytest
import transaction


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    api.portal.set_registry_record(
        "communes.core.shell.interfaces.IShellSettings.audience", "public"
    )
    make_institution(portal)
    receive(portal, example.project())
    receive(portal, example.meeting())
    transaction.commit()
    return portal


@pytest.fixture
def visit(functional, site):
    logout()
    browser = Browser(functional["app"])
    browser.handleErrors = True
    browser.raiseHttpErrors = False

    def go(path=""):
        browser.open(f"{site.absolute_url()}/{path}")
        return browser

    return go


def test_a_citizen_goes_from_the_portal_to_the_vote(visit):
    browser = visit("decisions")
    assert "<h1>Valmont-sur-Lesse</h1>" in browser.contents
    browser.getLink("Toutes les assemblées").click()
    browser.getLink("Conseil communal", index=0).click()
    browser.getLink("Conseil communal du 12 octobre 2026").click()
    assert "Point à huis clos" in browser.contents
    assert "Retiré" in browser.contents
    browser.getLink("Réfection de la rue du Moulin").click()
    for words in ("D'approuver le cahier", "Paul Henry", "Contre", "Bourgmestre"):
        assert words in browser.contents


def test_what_was_withdrawn_leaves_a_stone_with_the_reason(visit):
    browser = visit(f"{example.MEETING}/3")
    assert browser.headers["status"].startswith("410")
    assert "Publié par erreur avant la signature." in browser.contents


def test_what_left_the_agenda_says_so_at_its_address(visit, site):
    later = example.meeting(version=3, items=[example.item("4")])
    receive(site, later)
    transaction.commit()
    browser = visit(f"{example.MEETING}/1")
    assert browser.headers["status"].startswith("410")
    assert "quitté l'ordre du jour" in browser.contents
    assert "rue du Moulin" not in browser.contents


def test_a_page_that_the_reader_has_is_not_made_again(visit):
    browser = visit(example.MEETING)
    tag, kept = browser.headers["ETag"], browser.headers["Cache-Control"]
    assert kept.startswith("public") and "Last-Modified" in browser.headers
    browser.addHeader("If-None-Match", tag)
    again = visit(example.MEETING)
    assert again.headers["status"].startswith("304") and not again.contents


def test_a_change_of_the_portal_makes_its_pages_again(visit, site):
    tag = visit(example.MEETING).headers["ETag"]
    receive(site, example.meeting(version=3, place="Salle des fêtes"))
    transaction.commit()
    browser = visit(example.MEETING)
    assert browser.headers["ETag"] != tag
    assert "Salle des fêtes" in browser.contents


def test_a_public_file_is_given_by_its_address_alone(visit, site):
    browser = visit(f"{example.MEETING}/1/annexes/annexe-1")
    assert browser.contents == example.PDF
    assert browser.headers["Content-Disposition"].startswith("inline")
    browser.addHeader("If-None-Match", browser.headers["ETag"])
    again = visit(f"{example.MEETING}/1/annexes/annexe-1")
    assert again.headers["status"].startswith("304")
    gone = visit(f"{example.MEETING}/1/annexes/annexe-2")
    assert gone.headers["status"].startswith("404")


def test_a_file_goes_with_the_decision_that_is_withdrawn(visit, site):
    stone = {**example.withdrawn("1"), "title": "Point retiré de la publication"}
    receive(site, example.meeting(version=3, items=[stone]))
    transaction.commit()
    browser = visit(f"{example.MEETING}/1/annexes/annexe-1")
    assert browser.headers["status"].startswith("404")
    assert not meeting_of(site).files


def test_citizens_see_what_the_assembly_changed_in_the_draft(visit, site):
    decided = example.item(decision="<p>Article 1er. D'approuver le plan.</p>")
    other = {**example.meeting(items=[decided]), "id": "99901/conseil/2026/10"}
    other["items"][0]["id"] = "99901/conseil/2026/10/1"
    draft = {**example.project(), "id": other["id"]}
    draft["items"] = [
        {
            **other["items"][0],
            "decision": "<p>Article 1er. D'approuver le devis.</p>",
            "votes": [],
            "vote_words": "",
            "result": "",
        }
    ]
    receive(site, draft)
    receive(site, other)
    transaction.commit()
    page = visit("99901/conseil/2026/10/1").contents
    assert "<del>devis</del>" in page and "<ins>plan</ins>" in page


def test_the_text_is_cleaned_again_when_it_is_shown(visit, site):
    linked = example.item(decision='<p><img src="http://x.example/a.png">Décidé</p>')
    receive(site, example.meeting(version=3, items=[linked]))
    transaction.commit()
    page = visit(f"{example.MEETING}/1").contents
    assert "Décidé" in page and "onclick" not in page


def test_nobody_sees_the_meetings_of_an_institution_that_is_not_public(visit, site):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(site["99901"], "hide")
    transaction.commit()
    assert "12 octobre 2026" not in visit("decisions").contents
    for path in ("99901", example.MEETING, f"{example.MEETING}/1"):
        assert "rue du Moulin" not in visit(path).contents
    for path in (f"{example.MEETING}/1/annexes/annexe-1", "99901/logo"):
        assert visit(path).contents != example.PDF


def test_a_page_of_who_is_logged_in_is_kept_by_nobody(visit, site, functional):
    browser = visit()
    browser.addHeader("Authorization", "Basic admin:secret")
    assert "no-store" in visit(example.MEETING).headers["Cache-Control"]


def test_programs_of_plone_see_no_setting_of_an_institution(visit):
    browser = visit()
    browser.addHeader("Accept", "application/json")
    told = visit("99901").contents
    told = told if isinstance(told, str) else told.decode()
    assert "asks_first" not in told and "demo/agents" not in told
