"""Minutes, register, signatures and what follows a decision, by REST."""

import base64
from communes.core.signature.api import requests_of
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from communes.deliberations.tests.test_api_minutes import approved
from communes.deliberations.tests.test_api_minutes import closed_meeting
from communes.deliberations.tests.test_api_minutes import SCAN
from communes.deliberations.tests.web import committed
from datetime import datetime
import pytest
import transaction


MEETING = "deliberations/conseil/2023-05-22-2000"
MINUTES = f"{MEETING}/@deliberations-minutes"
SIGNATURES = f"{MEETING}/pv/@deliberations-signatures"
REGISTER = "deliberations/conseil/@deliberations-register"


@pytest.fixture
def manager(town_web):
    return Program(town_web, "directeur-general")


def test_minutes_are_moved_on_corrected_and_put_to_the_approval(town_web, manager):
    committed(closed_meeting)
    committed(lambda: builders.meeting(when=datetime(2023, 6, 26, 20, 0)))
    status, found = manager.get(MINUTES)
    manager.example("minutes-get")
    assert (status, found["review_state"]) == (200, "pv_draft")
    status, found = manager.post(MINUTES, {"act": "step", "transition": "submit"})
    manager.example("minutes-post")
    assert (status, found["review_state"]) == (200, "pv_submitted")
    status, refused = manager.post(MINUTES, {"act": "step", "transition": "approve"})
    manager.example("minutes-post-refused")
    assert status == 422
    assert refused["error"]["reasons"][0]["code"] == "minutes_need_the_assembly"
    correction = {"act": "correct", "text": "lire 12 voix", "revision": 0}
    assert manager.post(MINUTES, correction)[0] == 200
    assert manager.post(MINUTES, correction)[0] == 409
    status, found = manager.post(MINUTES, {"act": "plan_approval"})
    assert "/deliberations/conseil/point-" in found["approval_item"]
    assert manager.post(MINUTES, {"act": "burn"})[0] == 400
    assert manager.post(MINUTES, {"act": "step", "transition": "burn"})[0] == 400


def test_minutes_are_not_for_who_may_not_read_them(town_web):
    committed(closed_meeting)
    for account in ("conseiller", "createur"):
        program = Program(town_web, account)
        assert program.get(MINUTES)[0] == 404
        assert program.post(MINUTES, {"act": "draw_up"})[0] == 403
        assert program.get(SIGNATURES)[0] in (401, 403, 404)


def test_signatures_are_asked_and_confirmed(town_web, manager):
    meeting, _item = committed(approved)
    status, found = manager.post(SIGNATURES, {"act": "ask"})
    assert status == 200
    (request,) = found["items"]
    first, second = (one["signatory"] for one in request["places"])
    about = {"request": request["id"]}
    late = {"act": "confirm", "signatory": second, **about}
    assert manager.post(SIGNATURES, late)[0] == 422
    assert manager.post(SIGNATURES, {**late, "signatory": first})[0] == 200
    scan = {"scan": base64.b64encode(b"no pdf").decode()}
    assert manager.post(SIGNATURES, {**late, **scan})[0] == 400
    scan = {"scan": base64.b64encode(SCAN).decode()}
    status, found = manager.post(SIGNATURES, {**late, **scan})
    assert (status, found["items"][0]["state"]) == (200, "signed")
    assert manager.post(SIGNATURES, {**late, "request": "none"})[0] == 404
    assert manager.post(SIGNATURES, {"act": "cancel", **about})[0] == 422
    transaction.begin()
    assert requests_of(meeting["pv"])[0].state == "signed"
    assert manager.get(MINUTES)[1]["review_state"] == "signed"


def test_the_register_is_read_verified_and_its_files_fetched(town_web, manager):
    _meeting, items = committed(lambda: closed_meeting(2, privacy="closed"))
    status, page = manager.get(f"{REGISTER}?year=2023&number=1")
    manager.example("register-get")
    assert (status, page["items_total"]) == (200, 1)
    assert page["items"][0]["item"] == items[0].UID()
    status, told = manager.get(f"{REGISTER}?verify=1")
    manager.example("register-verify")
    assert (status, told["holds"], told["faults"]) == (200, True, [])
    status, file = manager.get(f"{REGISTER}?position=1")
    assert (status, file[:5]) == (200, b"%PDF-")
    assert manager.get(f"{REGISTER}?position=77")[0] == 404
    assert manager.get(f"{REGISTER}?kind=secrets")[0] == 404
    assert manager.get(f"{REGISTER}?page=x")[0] == 400
    stranger = Program(town_web, "createur-finances")
    status, page = stranger.get(REGISTER)
    assert {one["title"] for one in page["items"]} == {"Acte réservé"}
    assert {one["item"] for one in page["items"]} == {""}
    assert stranger.get(f"{REGISTER}?position=1")[0] == 404
    assert stranger.get(f"{REGISTER}?verify=1")[0] == 403


def test_what_follows_a_decision_is_noted_and_done(town_web, manager):
    _meeting, (item, _other) = committed(closed_meeting)
    url = f"{item.absolute_url()}/@deliberations-follow-up"
    task = {"act": "add", "text": "Notifier à l'adjudicataire", "until": "2023-06-01"}
    status, found = manager.post(url, {**task, "revision": 0})
    manager.example("follow-up-post")
    assert (status, found["items"][0]["service"]) == (200, "travaux")
    assert manager.post(url, {**task, "revision": 0})[0] == 409
    assert manager.post(url, {**task, "until": "demain"})[0] == 400
    assert manager.post(url, {"act": "done", "id": 9})[0] == 404
    clerk = Program(town_web, "createur")
    assert clerk.post(url, task)[0] == 403
    status, found = clerk.post(url, {"act": "done", "id": 1, "report": "Envoyé"})
    assert found["items"][0]["done_by"] == "createur"
    assert (
        Program(town_web, "conseiller").post(url, {"act": "reopen", "id": 1})[0] == 403
    )


def test_the_supervision_is_noted_and_tells_its_calculation(town_web, manager):
    _meeting, (item, _other) = committed(closed_meeting)
    url = f"{item.absolute_url()}/@deliberations-tutelle"
    given = {
        "act": "budget", "sent_on": "2026-10-30", "received_on": "2026-11-02",
        "outcome": "approved", "outcome_on": "2026-11-20", "revision": 0,
    }  # fmt: skip
    status, found = manager.patch(url, given)
    manager.example("tutelle-patch")
    assert (status, found["deadline"]) == (200, "2026-12-02")
    assert found["kind"] == "approval"
    assert manager.patch(url, given)[0] == 409
    assert manager.patch(url, {"act": "loterie"})[0] == 400
    assert manager.patch(url, {"received_on": "2020-01-01"})[0] == 400
    assert Program(town_web, "createur").patch(url, {"act": ""})[0] == 403
    assert Program(town_web, "createur-finances").get(url)[0] in (401, 403, 404)
    draft = committed(builders.validated)
    program = Program(town_web, "directeur-general")
    assert program.patch(f"{draft.absolute_url()}/@deliberations-tutelle", {})[0] == 422
