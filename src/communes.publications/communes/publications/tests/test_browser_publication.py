"""The pages of regulations: citizens read them, agents make them."""

from communes.publications.api import publication as door
from communes.publications.browser.publication.entries import PublicationEntries
from communes.publications.domain.publication.states import PublicationState
from communes.publications.interfaces import IPublicationsLayer
from communes.publications.tests.papers import institution
from communes.publications.tests.papers import move
from communes.publications.tests.papers import paper
from communes.publications.tests.papers import published
from communes.publications.tests.papers import stamp
from communes.publications.tests.papers import STEP
from io import BytesIO
from plone import api
from plone.app.testing import logout
from plone.protect.authenticator import createToken
import pytest
from zExceptions import Forbidden
from zope.interface import alsoProvides


@pytest.fixture
def valmont(portal):
    alsoProvides(portal.REQUEST, IPublicationsLayer)
    api.portal.set_registry_record("communes.core.slug", "portail")
    return institution(portal)


class Upload(BytesIO):
    """What the publisher makes of a file of a form."""

    filename = "preuve.asics"


def view(place, name="view", method="GET", **form):
    request = place.REQUEST.clone()
    alsoProvides(request, IPublicationsLayer)
    request.form = form
    request.method = method
    return api.content.get_view(name, place, request)


def page(place, name="view", method="GET", **form):
    return view(place, name, method, **form)()


def post(place, name, **form):
    token = createToken()
    made = view(place, name, "POST", _authenticator=token, **form)
    made()
    return made.request.response


def test_a_citizen_reads_the_text_and_its_dates(portal, valmont, sealing):
    made = published(valmont)
    stamp(portal)
    logout()
    said = page(made)
    for words in ("solidairement par les membres", "Obligatoire à partir du",
                  "26 octobre 2026", "L1133-2", "Moment prouvé", "SHA-256",
                  f"{made.absolute_url()}/preuve"):  # fmt: skip
        assert words in said
    for words in ("Dépublier", "joindre-fichier", "Affiche"):
        assert words not in said


def test_active_content_is_never_shown(portal, valmont):
    hostile = '<p onclick="x()">Texte</p><script>alert(1)</script>'
    made = paper(valmont, text=hostile)
    with api.env.adopt_roles(["Manager"]):
        said = page(made)
    assert "alert(1)" not in said
    assert "onclick" not in said


def test_a_proof_that_waits_is_said(portal, valmont):
    made = published(valmont)
    assert "Preuve en attente" in page(made)


def test_a_replaced_text_leads_to_the_other(portal, valmont):
    old = published(valmont)
    new = published(valmont, replaces=[old.getId()])
    logout()
    said = page(old)
    assert f"remplacé par la publication {new.getId()}" in said
    assert new.absolute_url() in said


def test_the_shelf_shows_what_is_in_force_and_the_register_all(portal, valmont):
    published(valmont)
    withdrawn = published(valmont, title="Ordonnance au secret")
    move(withdrawn, STEP.UNPUBLISH, reason="Signée par erreur")
    paper(valmont, title="Brouillon au secret")
    shelf = valmont["publications"]
    user = api.user.get_current()
    api.user.grant_roles(user=user, roles=["PublicationCreator"], obj=valmont)
    valmont.reindexObjectSecurity()
    assert "Brouillon au secret" in page(shelf, vue="preparation")
    logout()
    said = page(shelf)
    assert "déchets ménagers" in said
    assert "facultatif" not in said
    assert "secret" not in said
    said = page(shelf, vue="registre")
    assert "Signée par erreur" in said
    assert "secret" not in said
    assert "Brouillon" not in page(shelf, vue="preparation")
    assert "déchets ménagers" not in page(shelf, q="circulation")
    assert "déchets ménagers" in page(shelf, rue="place du marche")
    assert "déchets ménagers" in page(shelf, page="999", annee="x")


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_the_register_leaves_as_a_file(portal, valmont, kind):
    published(valmont, title="=1+1")
    made = view(valmont["publications"], vue="registre", export=kind)
    data = made()
    assert made.request.response.getHeader("Content-Disposition").endswith(
        f"registre-99901.{kind}"
    )
    if kind == "csv":
        assert "'=1+1" in data.decode("utf-8-sig")
        assert "26" in data.decode("utf-8-sig")


def test_an_agent_makes_a_publication_on_the_pages(portal, valmont):
    shelf = valmont["publications"]
    with api.env.adopt_roles(["PublicationCreator"]):
        assert "Nouvelle publication" in page(shelf)
        typed = {
            "form.widgets.title": "Ordonnance de police",
            "form.widgets.nature": ["ordonnance-police-bourgmestre"],
            "form.widgets.authority": ["bourgmestre"],
            "form.widgets.decided_on": "2026-11-20",
            "form.buttons.create": "x",
        }
        answer = post(shelf, "nouvelle", **typed)
        assert answer.getHeader("Location").endswith("/modifier")
        made = shelf[answer.getHeader("Location").split("/")[-2]]
        assert made.decided_on.isoformat() == "2026-11-20"
        assert "Rédigez le texte" in page(made)
        post(made, "etape", etape="propose")
        assert door.state_of(made) == PublicationState.PRIVATE
        form = page(made, "modifier")
        assert "Ordonnance de police" in form


def test_the_menu_of_new_things_leads_to_a_publication(portal, valmont):
    found = PublicationEntries(portal, portal.REQUEST).entries()
    assert found == []
    with api.env.adopt_roles(["PublicationCreator"]):
        (entry,) = PublicationEntries(portal, portal.REQUEST).entries()
    assert entry.url.endswith("/99901/publications/nouvelle")


def test_a_file_is_joined_and_taken_away(portal, valmont):
    made = paper(valmont)
    with api.env.adopt_roles(["PublicationCreator"]):
        post(made, "joindre-fichier", titre="Plan", fichier=Upload(b"<svg/>"))
        assert door.file(made, "annexe-1").data == b"<svg/>"
        given = view(made, "fichier", id="annexe-1")
        assert given() == b"<svg/>"
        disposition = given.request.response.getHeader("Content-Disposition")
        assert disposition.startswith("attachment")
        post(made, "retirer-fichier", id="annexe-1")
    assert made.objectIds() == []


def test_steps_are_taken_on_the_page_by_post_only(portal, valmont):
    made = paper(valmont)
    with api.env.adopt_roles(["PublicationManager"]):
        with pytest.raises(Forbidden):
            page(made, "etape", etape="propose")
        with pytest.raises(Forbidden):
            page(made, "etape", "POST", etape="propose")
        post(made, "etape", etape="propose")
        post(made, "etape", etape="plan", jour="2020-01-01", heure="08:00")
        assert door.state_of(made) == PublicationState.PROPOSED
        post(made, "etape", etape="plan", jour="2099-01-01", heure="08:00")
        assert door.state_of(made) == PublicationState.PLANNED
        assert "1er janvier 2099" in page(made)
        post(made, "etape", etape="publish")
        post(made, "etape", etape="unpublish", motif="")
        assert door.state_of(made) == PublicationState.PUBLISHED
        post(made, "etape", etape="unpublish", motif="Erreur")
        post(made, "etape", etape="n'importe quoi")
        assert door.state_of(made) == PublicationState.UNPUBLISHED


def test_a_citizen_verifies_a_proof(portal, valmont, sealing):
    made = published(valmont)
    stamp(portal)
    container = door.proof(made).data
    logout()
    said = page(portal, "verifier-une-preuve", "POST", preuve=Upload(container))
    assert "La preuve est valable." in said
    assert made.getId() in said
    assert "publiée depuis le" in said
    assert "La preuve est valable." in page(made, "verifier")


def test_a_proof_of_what_was_taken_back_says_so(portal, valmont, sealing):
    made = published(valmont, title="Marqueur secret")
    stamp(portal)
    container = door.proof(made).data
    move(made, STEP.UNPUBLISH, reason="Texte erroné")
    logout()
    said = page(portal, "verifier-une-preuve", "POST", preuve=Upload(container))
    assert "Texte erroné" in said
    assert "vigueur" in said
    assert "secret" not in said


@pytest.mark.parametrize("sent", [b"", b"junk"])
def test_another_file_is_no_proof(portal, valmont, sent):
    said = page(portal, "verifier-une-preuve", "POST", preuve=Upload(sent))
    assert "pas une preuve de publication lisible" in said


def test_the_verifier_tells_what_to_do(portal, valmont):
    said = page(portal, "verifier-une-preuve")
    assert "openssl ts -verify" in said
