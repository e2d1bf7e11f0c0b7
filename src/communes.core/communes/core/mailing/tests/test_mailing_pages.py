"""Opening a link does nothing; pressing its button does, from a mail program too."""

from AccessControl import Unauthorized
from communes.core.jobs.storage import queue_of
from communes.core.mailing import api
from communes.core.mailing import bounces
from communes.core.mailing import storage
from communes.core.mailing.domain.errors import TokenRefused
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.domain.tokens import CONFIRM
from communes.core.mailing.domain.tokens import token
from communes.core.mailing.tests.lists import NAME
from communes.core.mailing.working import Sending
from plone import api as plone_api
import pytest


@pytest.fixture
def asked(site):
    api.subscribe(site, NAME, "julie@exemple.be", {"matter": "travaux"})
    (one,) = storage.everyone(site)
    return one


def page(site, name, text, method="GET"):
    request = site.REQUEST.clone()
    request.form = {"jeton": text}
    request.method = method
    return plone_api.content.get_view(name, site, request)


def test_opening_the_link_confirms_nothing(site, asked):
    text = token(storage.book_of(site).secret, CONFIRM, asked.id)
    view = page(site, api.CONFIRM_PAGE, text)
    said = view()
    assert "Matière : travaux" in said
    assert "Lettre de Valmont" in said
    assert list(api.subscribers(site, NAME)) == []
    said = page(site, api.CONFIRM_PAGE, text, "POST")()
    assert "est confirmé" in said
    assert len(list(api.subscribers(site, NAME))) == 1


def test_one_click_leaves_and_a_scanner_does_not(site, asked):
    """RFC 8058, section 3.2: the address is fetched with POST, without cookies."""
    secret = storage.book_of(site).secret
    api.confirm(site, token(secret, CONFIRM, asked.id))
    text = api.leave_url(site, asked).partition("jeton=")[2]
    for method in ("GET", "HEAD"):
        page(site, api.LEAVE_PAGE, text, method)()
    assert len(list(api.subscribers(site, NAME))) == 1
    view = page(site, api.LEAVE_PAGE, text, "POST")
    view.request.form["List-Unsubscribe"] = "One-Click"
    assert "adresse est oubliée" in view()
    assert list(storage.everyone(site)) == []
    assert "adresse est oubliée" in page(site, api.LEAVE_PAGE, text)()


@pytest.mark.parametrize("name", [api.CONFIRM_PAGE, api.LEAVE_PAGE])
def test_a_false_link_is_refused(site, asked, name):
    for text in ("", "x", f"{asked.id}.x", ["a"]):
        with pytest.raises(TokenRefused):
            page(site, name, text, "POST")()


def test_the_letters_are_for_who_manages_them(site, asked):
    intents = queue_of(site).take(api.SEND, 100)
    Sending().run(site, intents)
    (line,) = api.letters(site, Way.SENT)
    with plone_api.env.adopt_roles(["Manager"]):
        said = plone_api.content.get_view("envois", site, site.REQUEST)()
        assert line.address in said
        assert "Parti" in said
    with plone_api.env.adopt_roles(["Member"]):
        for name in ("envois", "envoi-decider"):
            with pytest.raises((Unauthorized, plone_api.exc.InvalidParameterError)):
                plone_api.content.get_view(name, site, site.REQUEST)
                site.restrictedTraverse(f"@@{name}")


def test_only_the_mail_server_brings_letters_back(site, asked, tmp_path, monkeypatch):
    service = bounces.MailingBounces()
    service.context, service.request = site, site.REQUEST
    monkeypatch.delenv(bounces.SECRET, raising=False)
    with pytest.raises(bounces.BouncesRefused):
        service.reply()
    file = tmp_path / "secret"
    file.write_bytes(b"s" * 40)
    monkeypatch.setenv(bounces.SECRET, str(file))
    for given in ("", "Bearer x", "Bearer " + "s" * 39):
        service.request.environ["HTTP_AUTHORIZATION"] = given
        with pytest.raises(bounces.BouncesRefused):
            service.reply()
