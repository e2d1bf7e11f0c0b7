"""The door on a real site: files kept, work by the worker, messages of a provider."""

from communes.core.jobs import api as jobs
from communes.core.jobs.drain import Drainer
from communes.core.jobs.storage import path_of
from communes.core.signature import api
from communes.core.signature.domain import seal_of
from communes.core.signature.domain import Signatory
from communes.core.signature.domain.errors import AdapterNotReady
from communes.core.signature.domain.errors import MayNotSign
from communes.core.signature.domain.errors import NotAPdf
from communes.core.signature.domain.errors import RequestFinished
from communes.core.signature.domain.errors import UnknownAdapter
from communes.core.signature.domain.errors import UnknownRequest
from communes.core.signature.interfaces import ISignatureChanged
from communes.core.signature.tests import authority
from communes.core.signature.tests.fake_provider import provider
from communes.core.signature.tests.test_signature_pades import statuses
import json
from plone import api as plone_api
from plone.app.testing import TEST_USER_ID
from plone.testing.zope import Browser
import pytest
import time
import transaction
from uuid import uuid4
from zope.component import getGlobalSiteManager
from zope.component.hooks import setSite


PDF = b"%PDF-1.7 the minutes"
SECRET = b"s" * 40
DG = Signatory("dg", "Élise Fontaine", "Le Directeur général", TEST_USER_ID)
MAYOR = Signatory("bourgmestre", "Marc Evrard", "Le Bourgmestre", "marc")


@pytest.fixture
def matter(functional, tmp_path, monkeypatch):
    """Return a matter whose files may be signed."""
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    with plone_api.env.adopt_roles(["Manager"]):
        found = plone_api.content.create(functional["portal"], "Folder", "pv")
    transaction.commit()
    return found


@pytest.fixture
def told():
    """Return what the room tells of the requests, as it is told."""
    heard = []

    def hear(event):
        heard.append(event.request.state)

    registry = getGlobalSiteManager()
    registry.registerHandler(hear, (ISignatureChanged,))
    yield heard
    registry.unregisterHandler(hear, (ISignatureChanged,))


def drain(layer):
    """Let the worker do what was asked."""
    transaction.commit()
    drainer = Drainer(layer["app"], lambda: False)
    try:
        while drainer.drain(path_of(layer["portal"])):
            pass
    finally:
        setSite(layer["portal"])
    transaction.begin()


def test_on_paper_each_signature_is_confirmed_and_the_scan_kept(matter, told):
    request = api.ask(matter, PDF, "PV", [DG, MAYOR], "paper", kind="minutes")
    api.confirm(matter, request.id, "dg")
    done = api.confirm(matter, request.id, "bourgmestre", b"%PDF-1.4 scan")
    assert done.state == "signed"
    assert done.kind == "minutes"
    assert told == ["pending", "pending", "signed"]
    assert api.original(matter, request.id) == PDF
    assert api.signed_file(matter, request.id) == b"%PDF-1.4 scan"
    (kept,) = api.requests_of(matter)
    assert kept == done
    assert kept.signed_sha256 != kept.sha256


def test_only_pdf_is_put_to_signatories_and_comes_back(matter):
    with pytest.raises(NotAPdf):
        api.ask(matter, b"<html>", "PV", [DG], "paper")
    request = api.ask(matter, PDF, "PV", [DG], "paper")
    with pytest.raises(NotAPdf):
        api.confirm(matter, request.id, "dg", b"MZ")
    with pytest.raises(UnknownRequest):
        api.original(matter, "another")
    with pytest.raises(UnknownAdapter, match="« local », « paper », « remote »"):
        api.ask(matter, PDF, "PV", [DG], "fax")


def test_a_way_to_sign_that_is_not_set_up_says_what_is_missing(matter, monkeypatch):
    for name in ("KEYS", "URL", "SECRET_FILE", "CALLBACK"):
        monkeypatch.delenv(f"COMMUNES_SIGNATURE_{name}", raising=False)
    with pytest.raises(AdapterNotReady, match="COMMUNES_SIGNATURE_KEYS"):
        api.ask(matter, PDF, "PV", [DG], "local")
    with pytest.raises(AdapterNotReady, match="COMMUNES_SIGNATURE_URL"):
        api.ask(matter, PDF, "PV", [DG], "remote")


@pytest.fixture
def keys(tmp_path, monkeypatch):
    """Return the folder of keys; Élise has one, Marc none."""
    folder = tmp_path / "keys"
    folder.mkdir()
    authority.give_key(folder, "dg", "Élise Fontaine")
    monkeypatch.setenv("COMMUNES_SIGNATURE_KEYS", str(folder))
    return folder


def minutes():
    from communes.core.documents.api import render_legal
    from communes.core.documents.domain import Layout
    from communes.core.documents.domain import LegalDocument
    from datetime import date

    return render_legal(
        LegalDocument("PV", "<p>Élise Fontaine</p>", "Valmont", date(2026, 1, 1)),
        Layout(),
    )


def test_the_worker_signs_with_the_key_of_who_asked(functional, matter, keys, told):
    pdf = minutes()
    request = api.ask(matter, pdf, "PV", [DG], "local")
    asked = api.sign_myself(matter, request.id, "dg")
    assert (asked.state, asked.places[0].mark) == ("pending", "asked")
    assert api.signed_file(matter, request.id) is None
    drain(functional)
    (done,) = api.requests_of(matter)
    assert done.state == "signed"
    assert done.places[0].reference == "Signature1"
    made = api.signed_file(matter, request.id)
    assert made.startswith(pdf)
    assert statuses(made, 1)[0].bottom_line
    assert told == ["pending", "pending", "signed"]


def test_nobody_signs_for_somebody_else(matter, keys):
    request = api.ask(matter, PDF, "PV", [DG], "local")
    with plone_api.env.adopt_roles(["Manager"]):
        plone_api.user.create(username="marc", email="m@example.be")
    with plone_api.env.adopt_user(username="marc"), pytest.raises(MayNotSign):
        api.sign_myself(matter, request.id, "dg")


def test_a_key_taken_away_meanwhile_leaves_the_signature_awaited(
    functional, matter, keys
):
    request = api.ask(matter, minutes(), "PV", [DG], "local")
    api.sign_myself(matter, request.id, "dg")
    (keys / "dg.p12").unlink()
    drain(functional)
    assert api.requests_of(matter)[0].places[0].mark == "waiting"
    assert api.signed_file(matter, request.id) is None


def test_no_name_of_a_person_leads_out_of_the_folder_of_keys(matter, keys):
    outside = Signatory("../keys/dg", "X", "", TEST_USER_ID)
    with pytest.raises(AdapterNotReady, match="n'a pas de clé"):
        api.ask(matter, PDF, "PV", [outside], "local")


@pytest.fixture
def remote(tmp_path, monkeypatch):
    """Return a running provider that this site is set to use."""
    file = tmp_path / "secret"
    file.write_bytes(SECRET)
    with provider(SECRET) as server:
        monkeypatch.setenv("COMMUNES_SIGNATURE_URL", server.url)
        monkeypatch.setenv("COMMUNES_SIGNATURE_SECRET_FILE", str(file))
        monkeypatch.setenv("COMMUNES_SIGNATURE_CALLBACK", "https://valmont.example")
        yield server


class Messages:
    """Says what a provider says, over HTTP, with nobody logged in."""

    def __init__(self, layer):
        self.app = Browser(layer["app"]).testapp
        self.url = f"{layer['portal'].absolute_url()}/@signature-callback"

    def say(self, seal=None, nonce=None, moment=None, **told):
        transaction.commit()
        body = json.dumps(told).encode()
        moment, nonce = str(moment or int(time.time())), nonce or uuid4().hex
        headers = {
            "Accept": "application/json",
            "Content-Type": "application/json",
            "X-Signature-Timestamp": moment,
            "X-Signature-Nonce": nonce,
            "X-Signature-Seal": seal or seal_of(SECRET, moment, nonce, body),
        }
        answer = self.app.request(
            self.url, method="POST", body=body, headers=headers, expect_errors=True
        )
        transaction.begin()
        return answer.status_int, answer.json


def test_a_provider_signs_elsewhere_and_the_file_comes_back(functional, matter, remote):
    request = api.ask(matter, PDF, "PV", [DG, MAYOR], "remote")
    assert remote.asked == []
    drain(functional)
    ((external, sent),) = remote.sent.items()
    assert [one["id"] for one in sent["signatories"]] == ["dg", "bourgmestre"]
    assert sent["sha256"] == request.sha256
    assert sent["callback"] == "https://valmont.example/@signature-callback"
    said = Messages(functional)
    about = {"request": sent["id"]}
    first = {"event": "e1", "kind": "signed", "signatory": "dg", **about}
    assert said.say(**first) == (200, {"state": "pending", "changed": True})
    assert said.say(**first) == (200, {"state": "pending", "changed": False})
    second = {"event": "e2", "kind": "signed", "signatory": "bourgmestre", **about}
    assert said.say(**second) == (200, {"state": "signed", "changed": True})
    assert said.say(event="e3", kind="completed", **about)[0] == 200
    drain(functional)
    (done,) = api.requests_of(matter)
    assert done.external == external
    assert api.signed_file(matter, request.id) == PDF + b"\n% signed elsewhere"
    assert done.signed_sha256


def test_a_provider_that_is_away_delays_and_loses_nothing(functional, matter, remote):
    remote.broken = 503
    api.ask(matter, PDF, "PV", [DG], "remote")
    drain(functional)
    assert remote.sent == {}
    assert jobs.pending(functional["portal"], api.KIND) == 1
    remote.broken = 0
    drain(functional)
    assert len(remote.sent) == 1
    assert jobs.pending(functional["portal"], api.KIND) == 0


def test_a_refusal_elsewhere_comes_with_its_reason(functional, matter, remote):
    api.ask(matter, PDF, "PV", [DG], "remote")
    drain(functional)
    ((_id, sent),) = remote.sent.items()
    status, answer = Messages(functional).say(
        event="e1", kind="refused", signatory="dg", reason="Erreur au point 4",
        request=sent["id"],
    )  # fmt: skip
    assert (status, answer["state"]) == (200, "refused")
    (done,) = api.requests_of(matter)
    assert done.refusal.reason == "Erreur au point 4"
    with pytest.raises(RequestFinished):
        api.confirm(matter, done.id, "dg")


def test_a_message_that_is_not_the_providers_changes_nothing(
    functional, matter, remote
):
    api.ask(matter, PDF, "PV", [DG], "remote")
    drain(functional)
    ((_id, sent),) = remote.sent.items()
    said = Messages(functional)
    told = {"event": "e1", "kind": "signed", "signatory": "dg", "request": sent["id"]}
    assert said.say(seal="0" * 64, **told)[0] == 403
    assert said.say(moment=1000, **told)[0] == 403
    assert said.say(nonce="short", **told)[0] == 403
    assert said.say(**{**told, "kind": "approve"})[0] == 403
    assert said.say(**{**told, "request": "0" * 32 + ".x"})[0] == 404
    assert api.requests_of(matter)[0].places[0].mark == "waiting"
    nonce = uuid4().hex
    assert said.say(nonce=nonce, **told)[0] == 200
    status, answer = said.say(nonce=nonce, **told)
    assert status == 409
    assert answer["error"]["code"] == "signature_callback_replayed"


def test_what_is_given_up_is_taken_back_at_the_provider(functional, matter, remote):
    request = api.ask(matter, PDF, "PV", [DG], "remote")
    drain(functional)
    assert len(remote.sent) == 1
    api.cancel(matter, request.id)
    drain(functional)
    assert remote.sent == {}
