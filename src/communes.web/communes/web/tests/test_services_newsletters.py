"""A program keeps newsletters and forms as a person may; others learn nothing."""

from communes.core.mailing.tests.sink import mail_server
from communes.web.interfaces import IWebLayer
from communes.web.tests.letters import enter
from communes.web.tests.letters import set_up_mail
from communes.web.tests.letters import work
from communes.web.tests.rest import Program as AnyProgram
from plone import api
import pytest
import re
import transaction
from zope.interface import alsoProvides


class Program(AnyProgram):
    """Its examples hide what is drawn for each run."""

    changing = (
        *AnyProgram.changing,
        (re.compile(r'"connection": "\w+"'), '"connection": "9f2c…"'),
        (re.compile(r'"number": "[0-9A-F]{8}"'), '"number": "3F2A9C0D"'),
        (re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00"), "2026-11-23T09:00:00+00:00"),
    )


LETTER = {
    "name": "lettre",
    "title": "Lettre de Valmont",
    "topics": [{"title": "Travaux"}, {"title": "Fêtes"}],
    "external_id": "lettre-1",
}
ISSUE = {
    "title": "Décembre à Valmont",
    "topics": ["fetes"],
    "blocks": [
        {
            "kind": "event",
            "title": "Marché de Noël",
            "when": "samedi 12 décembre 2026, de 14 h à 20 h",
            "html": "<p>Trente artisans sur la place du Bailli.</p>",
            "url": "https://www.valmont.example/agenda/marche-de-noel",
        }
    ],
}
FORM = {
    "name": "contact",
    "title": "Nous écrire",
    "consent": "J'accepte que mes données servent à traiter ma demande.",
    "subjects": [
        {
            "title": "Voirie",
            "mail": "travaux@valmont.example",
            "service": "travaux",
        }
    ],
}


@pytest.fixture
def web(functional, tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    site = functional["portal"]
    alsoProvides(site.REQUEST, IWebLayer)
    for login, role in (("julie", "WebManager"), ("paul", "Member")):
        api.user.create(
            email=f"{login}@valmont.example", username=login, password="Secret-123456"
        )
        api.user.grant_roles(username=login, roles=[role])
    with mail_server() as sink:
        with api.env.adopt_roles(["Manager"]):
            set_up_mail(site, sink.port)
        transaction.commit()
        yield functional


def publish(web, name):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(web["portal"][name], "publish")
    transaction.commit()


def worker(web):
    """Do what a worker would, and commit it."""
    transaction.begin()
    work(web["portal"])
    transaction.commit()


def test_a_program_keeps_a_newsletter(web):
    julie, paul = Program(web, "julie"), Program(web, "paul")
    status, made = julie.post("@newsletters", LETTER)
    julie.example("newsletters-post")
    assert (status, made["state"]) == (201, "private")
    assert julie.post("@newsletters", LETTER)[0] == 200
    # Whoever may not see it learns from its external id nothing of it.
    assert paul.post("@newsletters", LETTER)[0] == 404
    assert paul.get("@newsletters")[1]["items"] == []
    publish(web, "lettre")
    status, found = julie.patch("lettre/@newsletters", {"per_minute": 300})
    assert (status, found["per_minute"]) == (200, 300)
    assert julie.patch("lettre/@newsletters", {"per_minute": -1})[0] == 400
    assert julie.patch("lettre/@newsletters", {"topics": [{"title": ""}]})[0] == 400
    status, found = paul.get("lettre/@newsletters")
    assert status == 200
    assert "sender_address" not in found
    assert "subscribers" not in found
    assert paul.patch("lettre/@newsletters", {"title": "x"})[0] == 403


def test_a_program_sends_an_issue(web):
    julie, paul = Program(web, "julie"), Program(web, "paul")
    julie.post("@newsletters", LETTER)
    publish(web, "lettre")
    enter(web["portal"], web["portal"]["lettre"], "anne", "luc")
    status, made = julie.post("lettre/@newsletter-issues", ISSUE)
    julie.example("newsletter-issues-post")
    assert (status, made["state"]) == (201, "draft")
    url = made["page"]
    assert paul.get(f"{url}/@newsletter-issues")[0] in (401, 403)
    assert paul.get("lettre/@newsletter-issues")[1]["items"] == []
    assert julie.patch(f"{url}/@newsletter-issues", {"blocks": [{}]})[0] == 400

    sending = f"{url}/@newsletter-sending"
    status, found = julie.post(sending, {"act": "send"})
    julie.example("newsletter-sending-refused")
    assert status == 422
    assert julie.post(sending, {"act": "fly"})[0] == 400
    assert julie.post(sending, {"act": "plan", "moment": "hier"})[0] == 400
    assert paul.post(sending, {"act": "send"})[0] in (401, 403)
    status, found = julie.post(sending, {"act": "test", "address": "julie@v.example"})
    assert (status, found["state"]) == (200, "tested")
    status, found = julie.post(sending, {"act": "send"})
    assert (status, found["state"]) == (200, "sending")
    worker(web)
    status, found = julie.get(sending)
    julie.example("newsletter-sending-get")
    assert found["progress"]["sent"] == 2
    assert found["state"] == "sent"
    assert julie.patch(f"{url}/@newsletter-issues", {"title": "x"})[0] == 422
    assert julie.ask("DELETE", f"{url}/@newsletter-issues")[0] == 403
    assert julie.post(sending, {"act": "online"})[1]["state"] == "archived"
    status, found = paul.get(f"{url}/@newsletter-issues")
    assert (status, found["title"]) == (200, ISSUE["title"])


def test_a_program_keeps_subscribers(web):
    julie, paul = Program(web, "julie"), Program(web, "paul")
    julie.post("@newsletters", LETTER)
    publish(web, "lettre")
    url = "lettre/@newsletter-subscribers"
    given = {
        "people": [{"address": "anne@exemple.be", "topics": ["fetes"]}],
        "source": "Bulletins signés au marché de Noël, classés au secrétariat",
        "day": "2025-12-14",
    }
    status, found = julie.post(url, given)
    julie.example("newsletter-subscribers-post")
    assert (status, found["written"]) == (200, False)
    assert julie.post(url, {**given, "source": "oui"})[0] == 400
    assert julie.post(url, {**given, "people": ["x"]})[0] == 400
    assert julie.post(url, {**given, "dry_run": False})[1]["written"]
    status, found = julie.get(f"{url}?q=anne&standing=confirmed")
    julie.example("newsletter-subscribers-get")
    (one,) = found["items"]
    assert julie.get(f"{url}?size=x")[0] == 400
    assert julie.get(f"{url}/{one['id']}")[1]["address"] == "anne@exemple.be"
    for path in (url, f"{url}/{one['id']}"):
        assert paul.get(path)[0] == 403
    assert paul.ask("DELETE", f"{url}/{one['id']}")[0] == 403
    assert julie.ask("DELETE", f"{url}/{one['id']}")[0] == 204
    assert julie.get(f"{url}/{one['id']}")[0] == 404


def test_a_program_keeps_a_contact_form(web):
    julie, paul = Program(web, "julie"), Program(web, "paul")
    status, made = julie.post("@contact-forms", FORM)
    julie.example("contact-forms-post")
    assert (status, made["state"]) == (201, "private")
    assert julie.post("@contact-forms", {**FORM, "subjects": []})[0] == 400
    publish(web, "contact")
    _status, found = paul.get("contact/@contact-forms")
    assert found["subjects"] == [{"id": "voirie", "title": "Voirie"}]
    assert "mail_room" not in found
    status, found = julie.patch("contact/@contact-forms", {"keep_days": 60})
    assert (status, found["keep_days"]) == (200, 60)
    assert paul.patch("contact/@contact-forms", {"keep_days": 1})[0] == 403
    message = {"name": "Anne Delvaux", "address": "anne@exemple.be",
               "subject": "voirie", "text": "Un pavé manque.",
               "consented": True}  # fmt: skip
    url = "contact/@contact-messages"
    assert paul.post(url, message)[0] == 403
    assert julie.post(url, {**message, "subject": "autre"})[0] == 400
    assert julie.post(url, message)[0] == 201
    status, found = julie.get(url)
    julie.example("contact-messages-get")
    (one,) = found["items"]
    assert "text" not in one
    assert julie.get(f"{url}/{one['id']}")[1]["text"] == "Un pavé manque."
    assert paul.get(url)[0] == 403
    assert paul.get(f"{url}/{one['id']}")[0] == 403
    assert julie.ask("DELETE", f"{url}/{one['id']}")[0] == 204
    assert julie.get(f"{url}/{one['id']}")[0] == 404
