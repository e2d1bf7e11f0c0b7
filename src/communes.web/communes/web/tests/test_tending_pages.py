"""The pages of who keeps the site: each shows what its person may do, and no more."""

from communes.exchange.peers.api import declare
from communes.exchange.peers.domain.peer import Peer
from communes.web.api import contents
from communes.web.checks.looking import look_over
from communes.web.domain.federation.messages import KINDS
from communes.web.domain.links.redirects import BadRedirect
from communes.web.domain.links.redirects import path_of
from communes.web.outside.guard import DECLARED
from communes.web.redirects import api as redirects
from communes.web.storage.state import state_of
from communes.web.taking_over import api as takeovers
from communes.web.tests import test_federation as shared
from communes.web.tests.places import page
from communes.web.tests.places import post
from communes.web.tests.plone_site import serving
from communes.web.tests.test_taking_over_site import their_site
from communes.web.tests.test_taking_over_site import worked
from communes.web.tests.webmasters import acting_as
from communes.web.tests.webmasters import page as make_page
from communes.web.tests.webmasters import with_people
from datetime import date
from plone import api
from plone.app.testing import logout
import pytest
from zExceptions import Forbidden
from zExceptions import Unauthorized


@pytest.fixture
def site(integration):
    return with_people(integration["portal"])


@pytest.fixture
def faulty(site):
    html = '<p><a href="/plone/disparue">x</a><img src="/plone/non"></p>'
    made = make_page(site, "Marchés", ("text", {"html": html}), public=True)
    look_over(site, made.UID(), date(2031, 1, 1))
    return made


def test_an_editor_reads_what_to_mend_and_says_it_is_right(site, faulty):
    said = page(site, "mes-corrections")()
    for words in ("Mes corrections", "Marchés", "Lien rompu", "/plone/disparue",
                  "Image sans texte", "À relire", "toujours juste"):  # fmt: skip
        assert words in said
    post(faulty, "relu")
    assert "À relire" not in page(site, "mes-corrections")()
    assert faulty.reviewed_on == date.today()
    contents.edit(faulty, {"sections": []})
    post(faulty, "reverifier")
    assert "Rien à corriger" in page(site, "mes-corrections")()


def test_what_others_wrote_is_listed_when_one_asks(site, faulty):
    acting_as("editrice")
    assert "Marchés" not in page(site, "mes-corrections")()
    assert "Marchés" in page(site, "mes-corrections", de="tous")()
    assert "Marchés" not in page(site, "mes-corrections", de="tous", quoi="orphan")()


@pytest.mark.parametrize(
    "name", ["mes-corrections", "partages", "redirections", "reprise"]
)
def test_a_stranger_sees_none_of_it(site, faulty, name):
    logout()
    with pytest.raises(Unauthorized):
        page(site, name)()
    acting_as("visiteur-inscrit")
    with pytest.raises(Unauthorized):
        site.restrictedTraverse(name)()


def test_an_old_address_is_added_found_and_taken_away(site, faulty):
    post(site, "redirection-ajouter", path="/vieux/marché", target="/marches")
    said = page(site, "redirections", q="vieux")()
    assert "/vieux/marché" in said
    assert "À la main" in said
    assert "Aucune redirection" in page(site, "redirections", q="zzz")()
    post(site, "redirection-retirer", path="/vieux/marché")
    assert redirects.redirects(site).total == 0
    with pytest.raises(BadRedirect):
        redirects.remove(site, "/vieux/marché")


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/marches", "/"),
        ("/vieux", "/nulle-part"),
        ("https://ailleurs.be/x", "/marches"),
        ("vieux et laid", "/marches"),
        ("/a/../b", "/marches"),
    ],
)
def test_an_address_that_is_taken_or_leads_nowhere_is_refused(
    site, faulty, path, target
):
    with pytest.raises(BadRedirect):
        redirects.add(site, path, target)
    assert redirects.redirects(site).total == 0


def test_an_address_is_read_as_it_is_pasted():
    site = "https://valmont.example"
    assert path_of("/travaux/", site) == "/travaux"
    assert path_of(f"{site}/caf%C3%A9", site) == "/café"


def test_a_moved_page_adds_its_old_address_by_itself(site, faulty):
    place = contents.create(site, "Folder", {"title": "Commerce"})
    api.content.move(faulty, place)
    said = page(site, "redirections")()
    assert "/marches" in said
    assert "Déplacement" in said


def test_what_others_share_is_hidden_shown_and_brought_by_buttons(site):
    kinds = frozenset(one.name for one in KINDS)
    declare(site, Peer(shared.SENDER, "Dinant", "console", "", kinds, kinds))
    shared.receive(site, "event")
    event = shared.arrived(site, "event")
    agenda = contents.create(site, "Agenda", {"title": "Agenda du centre"})
    said = page(site, "partages")()
    for words in ("Marché de Noël", "Valmont-sur-Lesse", "Montré", "Dinant"):
        assert words in said
    uid = event.UID()
    post(site, "partage-montrer", uid=uid, montrer="")
    assert state_of(event) == "private"
    post(site, "partage-montrer", uid=uid, montrer="1")
    assert state_of(event) == "published"
    post(site, "partage-amener", uid=uid, **{f"agenda-{uid}": agenda.UID()})
    assert "marche-de-noel" in agenda.objectIds()
    logout()
    line = page(agenda["marche-de-noel"], "web-provenance").render()
    assert "Valmont-sur-Lesse" in line
    assert "https://www.valmont-sur-lesse.example/agenda/marche-de-noel" in line
    assert "Partager avec" not in line


def test_one_shares_ones_own_by_a_button(site, faulty):
    kinds = frozenset(one.name for one in KINDS)
    agenda = contents.create(site, "Agenda", {"title": "Agenda"})
    assert page(agenda, "web-provenance").render() == ""
    declare(site, Peer(shared.SENDER, "Dinant", "console", "", kinds, kinds))
    assert "Partager avec" in page(agenda, "web-provenance").render()
    post(agenda, "partager", partager="1")
    assert "Ne plus partager" in page(agenda, "web-provenance").render()
    with pytest.raises(Forbidden):
        page(agenda, "partager", partager="1")()


def test_another_site_is_tried_then_taken_by_buttons(site, monkeypatch):
    monkeypatch.setenv(DECLARED, "127.0.0.1")
    with serving(their_site()) as theirs:
        post(site, "reprise-commencer", base=theirs.base, place="", token="")
        (one,) = takeovers.takeovers(site)
        assert "Lecture en cours" in page(site, "reprise", id=one.id)()
        worked(site, one.id)
        said = page(site, "reprise", id=one.id)()
        assert "Reprendre ces contenus" in said
        assert "Sans équivalent (1)" in said
        post(site, "reprise-ecrire", id=one.id)
        worked(site, one.id)
    said = page(site, "reprise", id=one.id, sort="refused")()
    assert "zzz-lien" in said
    assert "sports/piscine" not in said
    assert theirs.base in page(site, "reprise")()
    post(site, "reprise-oublier", id=one.id)
    assert takeovers.takeovers(site) == []
