"""Who gets a newsletter wanted it, can prove it, changes it, leaves in one press."""

from communes.core.access.errors import MayNot
from communes.core.importing.domain import ImportRefused
from communes.core.jobs.storage import queue_of
from communes.core.mailing import api as mailing
from communes.core.mailing import storage as book
from communes.core.mailing.domain.errors import TokenRefused
from communes.core.mailing.domain.subscriber import Standing
from communes.core.mailing.domain.tokens import CONFIRM
from communes.core.mailing.domain.tokens import token
from communes.core.mailing.people.api import choices_token
from communes.core.mailing.people.domain import SourceMissing
from communes.core.protection.api import opened
from communes.core.protection.api import STAMP
from communes.core.protection.api import TRAP
from communes.web.api import subscribers as door
from communes.web.api.newsletters import create_newsletter
from communes.web.domain.newsletter.errors import NoSuchPerson
from communes.web.interfaces import IWebLayer
from communes.web.storage.newsletters import newsletter_list
from communes.web.tests.letters import enter
from communes.web.tests.letters import newsletter
from datetime import date
import json
from plone import api
from plone.app.testing import logout
import pytest
import time
from zope.interface import alsoProvides


SOURCE = "Bulletins signés au marché de Noël, classés au secrétariat"
DAY = date(2025, 12, 14)


@pytest.fixture
def site(portal, tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    alsoProvides(portal.REQUEST, IWebLayer)
    return portal


def page(place, name, method="GET", **form):
    request = place.REQUEST.clone()
    alsoProvides(request, IWebLayer)
    request.form, request.method = form, method
    return api.content.get_view(name, place, request)()


def kept(site, letter):
    with api.env.adopt_roles(["Manager"]):
        return door.subscribers(site, letter).people


def test_a_citizen_subscribes_confirms_and_the_proof_is_kept(site, monkeypatch):
    letter = newsletter(site, consent="J'accepte de recevoir la lettre.")
    assert "J&#x27;accepte" in page(letter, "s-abonner") or "J'accepte" in page(
        letter, "s-abonner"
    )
    stamp, now = opened("s-abonner-lettre"), time.time()
    sent = {"adresse": "julie@exemple.be", "themes": ["fetes"], STAMP: stamp, TRAP: ""}
    assert "plus vite" in page(letter, "s-abonner", "POST", **sent)
    monkeypatch.setattr("communes.core.protection.api.time.time", lambda: now + 10)
    assert "par un programme" in page(
        letter, "s-abonner", "POST", **{**sent, TRAP: "x"}
    )
    said = page(letter, "s-abonner", "POST", **{**sent, "adresse": "julie"})
    assert 'value="julie"' in said
    assert kept(site, letter) == ()
    assert "Encore une étape" in page(letter, "s-abonner", "POST", **sent)
    (one,) = kept(site, letter)
    assert one.standing == Standing.ASKED
    assert one.consent["read"] == "J'accepte de recevoir la lettre."
    assert "127.0.0.1" not in str(one.consent)
    (intent,) = queue_of(site).take(mailing.SEND, 10)
    assert intent.payload["address"] == "julie@exemple.be"

    link = token(book.book_of(site).secret, CONFIRM, one.id)
    shown = page(site, "abonnement-confirmer", jeton=link)
    assert "Thèmes : Fêtes." in shown
    assert kept(site, letter)[0].standing == Standing.ASKED
    page(site, "abonnement-confirmer", "POST", jeton=link)
    (one,) = kept(site, letter)
    assert one.standing == Standing.CONFIRMED
    assert one.consent["confirmed"]["connection"]


def test_nobody_learns_who_is_on_the_list(site, monkeypatch):
    letter = newsletter(site)
    enter(site, letter, "julie")
    now, stamp = time.time(), opened("s-abonner-lettre")
    monkeypatch.setattr("communes.core.protection.api.time.time", lambda: now + 10)
    # Who is logged in has a token in the page, drawn each time.
    logout()
    sent = {STAMP: stamp}
    answers = {
        page(letter, "s-abonner", "POST", adresse=f"{name}@exemple.be", **sent)
        for name in ("julie", "inconnue")
    }
    assert len(answers) == 1


def test_choices_are_changed_by_who_holds_the_link(site):
    letter = newsletter(site)
    (one,) = enter(site, letter, "julie", topics=["fetes"])
    jeton = choices_token(site, one)
    shown = page(letter, "choix", jeton=jeton)
    assert "julie@exemple.be" in shown
    page(letter, "choix", "POST", jeton=jeton, themes=["travaux", "autre"], faire="x")
    assert book.find(site, one.id).wishes == {"topics": ["travaux"]}
    found = json.loads(page(letter, "mes-donnees", jeton=jeton))
    assert found["address"] == "julie@exemple.be"
    for wrong in ("", f"{jeton}x", one.id, ["a"]):
        with pytest.raises(TokenRefused):
            page(letter, "choix", jeton=wrong)


def test_leaving_takes_a_press_and_no_visit(site):
    letter = newsletter(site)
    (one,) = enter(site, letter, "julie")
    jeton = choices_token(site, one)
    for method in ("GET", "HEAD"):
        page(letter, "choix", method, jeton=jeton, faire="quitter")
    assert book.find(site, one.id) is not None
    said = page(letter, "choix", "POST", jeton=jeton, faire="quitter")
    assert "adresse est oubliée" in said
    assert book.find(site, one.id) is None
    assert "julie@exemple.be" not in str(dict(book.book_of(site).gone))


def test_a_link_of_one_newsletter_opens_no_other(site):
    letter = newsletter(site)
    (one,) = enter(site, letter, "julie")
    with api.env.adopt_roles(["Manager"]):
        other = create_newsletter(site, {"title": "Autre"}, "autre")
        api.content.transition(other, "publish")
    with pytest.raises(TokenRefused):
        page(other, "choix", jeton=choices_token(site, one))


def test_a_file_enters_with_its_source_and_brings_nobody_back(site):
    letter = newsletter(site)
    _la, gone = enter(site, letter, "la", "parti")
    mailing.forget(site, gone)
    data = "adresse;themes\nla@exemple.be;\nparti@exemple.be;\nnew@exemple.be;Fêtes\n"
    with api.env.adopt_roles(["Manager"]):
        with pytest.raises(SourceMissing):
            door.bring_in(site, letter, data.encode(), "oui", DAY, dry_run=False)
        tried = door.bring_in(site, letter, data.encode(), SOURCE, DAY, dry_run=True)
        assert tried.counts == {"created": 1, "unchanged": 2}
        assert len(kept(site, letter)) == 1
        bad = f"{data}rien\n".encode()
        with pytest.raises(ImportRefused):
            door.bring_in(site, letter, bad, SOURCE, DAY, dry_run=False)
        assert len(kept(site, letter)) == 1
        door.bring_in(site, letter, data.encode(), SOURCE, DAY, dry_run=False)
    found = {one.address: one for one in kept(site, letter)}
    assert sorted(found) == ["la@exemple.be", "new@exemple.be"]
    assert found["new@exemple.be"].consent["source"] == SOURCE
    assert found["new@exemple.be"].wishes == {"topics": ["fetes"]}


def test_the_list_leaves_without_formulas(site):
    letter = newsletter(site)
    enter(site, letter, "anne", "=cmd")
    with api.env.adopt_roles(["Manager"]):
        text = door.export(site, letter).data.decode("utf-8-sig")
    lines = text.splitlines()
    assert lines[0].startswith("adresse;")
    assert any(line.startswith("'=cmd@exemple.be;") for line in lines)


def test_one_person_is_exported_and_erased(site):
    letter = newsletter(site)
    (one,) = enter(site, letter, "julie")
    with api.env.adopt_roles(["Manager"]):
        made = door.person_data(site, letter, one.id)
        assert json.loads(made.data)["address"] == "julie@exemple.be"
        door.erase(site, letter, one.id)
        with pytest.raises(NoSuchPerson):
            door.erase(site, letter, one.id)
    assert kept(site, letter) == ()
    assert book.is_gone(site, newsletter_list(letter), "julie@exemple.be")


@pytest.mark.parametrize(
    "act",
    [
        door.subscribers,
        door.export,
        lambda site, letter: door.person_data(site, letter, "x"),
        lambda site, letter: door.subscriber(site, letter, "x"),
        lambda site, letter: door.erase(site, letter, "x"),
        lambda site, letter: door.bring_in(site, letter, b"", SOURCE, DAY, True),
        lambda site, letter: door.bring_in_rows(site, letter, [], SOURCE, DAY, True),
    ],
)
def test_only_who_keeps_the_newsletter_sees_its_people(site, act):
    letter = newsletter(site)
    for roles in (["Anonymous"], ["Member"], ["WebEditor"], ["WebContributor"]):
        with api.env.adopt_roles(roles), pytest.raises(MayNot):
            act(site, letter)
