"""What the pages of who keeps the site can do, programs can."""

from communes.exchange.peers.api import declare
from communes.exchange.peers.domain.peer import Peer
from communes.web.checks.looking import look_over
from communes.web.domain.federation.messages import KINDS
from communes.web.outside.guard import DECLARED
from communes.web.tests import test_federation as shared
from communes.web.tests.plone_site import serving
from communes.web.tests.rest import Program as WebProgram
from communes.web.tests.test_taking_over_site import their_site
from communes.web.tests.test_taking_over_site import worked
from communes.web.tests.webmasters import page as make_page
from communes.web.tests.webmasters import with_people
from datetime import date
import pytest
import re


class Program(WebProgram):
    """Its other site stands on a port of its own."""

    changing = (
        *WebProgram.changing,
        (re.compile(r"http://127\.0\.0\.1:\d+"), "https://www.ancien.example"),
        (re.compile(r"\b[0-9a-f]{12}\b"), "3f2a9c0d5b6e"),
        (re.compile(r'"(changed_on|made_on)": "[\d-]{10}"'), r'"\1": "2026-11-23"'),
    )


@pytest.fixture
def site(functional):
    return with_people(functional["portal"])


@pytest.fixture
def manager(site, functional):
    return Program(functional, "gestionnaire")


def test_corrections_are_read_and_looked_over_again(site, functional, manager):
    html = '<p><a href="/plone/disparue">x</a></p>'
    made = make_page(site, "Marchés", ("text", {"html": html}), public=True)
    look_over(site, made.UID(), date.today())
    status, found = manager.get("@web-corrections?mine=0&size=10")
    manager.example("corrections-get")
    assert (status, found["items_total"]) == (200, 1)
    assert found["items"][0]["findings"] == [
        {"fault": "broken_link", "detail": "/plone/disparue"}
    ]
    assert manager.get("@web-corrections")[1]["items_total"] == 0
    address = f"@web-corrections/{made.UID()}"
    status, left = manager.post(address, {"reviewed": True})
    manager.example("corrections-post")
    assert (status, len(left["findings"])) == (200, 1)
    assert manager.get("@web-corrections?fault=zzz")[0] == 400
    for account in ("", "visiteur-inscrit"):
        assert Program(functional, account).get("@web-corrections")[0] in (401, 403)


def test_redirects_are_listed_added_and_taken_away(site, functional, manager):
    make_page(site, "Marchés", public=True)
    body = {"path": "/vieux-marche", "target": "/marches"}
    status, made = manager.post("@web-redirects", body)
    manager.example("redirects-post")
    assert (status, made["manual"]) == (201, True)
    assert manager.get("@web-redirects?q=vieux")[1]["items_total"] == 1
    manager.example("redirects-get")
    assert manager.post("@web-redirects", {**body, "target": "/non"})[0] == 400
    manager.example("redirects-post-refused")
    assert manager.ask("DELETE", "@web-redirects", {"path": "/vieux-marche"})[0] == 204
    assert manager.get("@web-redirects")[1]["items_total"] == 0
    editor = Program(functional, "editrice")
    assert editor.post("@web-redirects", body)[0] == 403


def test_shares_are_listed_hidden_and_brought(site, functional, manager):
    kinds = frozenset(one.name for one in KINDS)
    declare(site, Peer(shared.SENDER, "Dinant", "console", "", kinds, kinds))
    shared.receive(site, "event")
    with_people(site)
    status, found = manager.get("@web-shares")
    manager.example("shares-get")
    assert (status, found["items"][0]["commune"]) == (200, "Valmont-sur-Lesse")
    address = f"@web-shares/{found['items'][0]['id']}"
    assert manager.post(address, {"shown": False})[0] == 200
    manager.example("shares-post")
    assert manager.get("@web-shares")[1]["items"][0]["state"] == "private"
    assert manager.post(address, {"shared": True})[0] == 422
    assert Program(functional).get("@web-shares")[0] in (401, 403)
    assert Program(functional, "contributeur").post(address, {"shown": True})[0] in (
        403, 404,
    )  # fmt: skip


def test_a_site_is_taken_over_by_a_program(site, functional, manager, monkeypatch):
    monkeypatch.setenv(DECLARED, "127.0.0.1")
    with serving(their_site()) as theirs:
        asked = {"base": theirs.base, "token": "secret"}
        status, begun = manager.post("@web-takeovers", asked)
        manager.example("takeovers-post")
        assert (status, begun["state"]) == (202, "reading")
        assert manager.post("@web-takeovers", asked)[0] == 409
        address = f"@web-takeovers/{begun['id']}"
        assert manager.post(address, {"step": "write"})[0] == 422
        worked(site, begun["id"])
        status, told = manager.get(f"{address}?size=2")
        manager.example("takeovers-get-report")
        assert (status, told["state"], told["items_total"]) == (200, "ready", 9)
        assert "secret" not in str(told)
        assert manager.post(address, {"step": "write"})[1]["state"] == "writing"
        worked(site, begun["id"])
    assert manager.get("@web-takeovers")[1]["items"][0]["state"] == "done"
    manager.example("takeovers-get")
    assert manager.ask("DELETE", address, {})[0] == 204
    assert manager.get(address)[0] == 404
    assert Program(functional, "editrice").post("@web-takeovers", asked)[0] == 403
    monkeypatch.setenv(DECLARED, "")
    refused = manager.post("@web-takeovers", {"base": "http://127.0.0.1:1"})
    manager.example("takeovers-post-refused")
    assert refused[0] == 400
