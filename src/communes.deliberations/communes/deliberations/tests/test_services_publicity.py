"""The review of an item and the publication of its meeting, by a program."""

from communes.deliberations.api import review
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from communes.deliberations.tests.web import committed


NOUN = "@deliberations-publicity"
REVIEW = "@deliberations-review"


def agenda():
    item = builders.validated(
        title="Octroi d'une concession",
        motivation="<p>Vu la demande de Monsieur Dupont, NISS 85.07.30-033.28 ;</p>",
    )
    meeting = builders.meeting()
    with builders.as_user("directeur-general"):
        builders.door.present(item, meeting)
        builders.door.do_transition(meeting, "freeze")
    return meeting, item


def test_a_program_reviews_publishes_and_withdraws(town_web):
    meeting, item = committed(agenda)
    manager = Program(town_web, "directeur-general")
    url, at_meeting = (
        f"{item.absolute_url()}/{REVIEW}",
        f"{meeting.absolute_url()}/{NOUN}",
    )
    status, refused = manager.post(at_meeting, {"stage": "project"})
    manager.example("publicity-refused")
    assert (status, refused["error"]["reasons"][0]["code"]) == (422, "not_reviewed")
    status, found = manager.get(url)
    manager.example("publicity-review")
    assert (status, found["standing"]) == (200, "missing")
    for one in found["suggestions"]:
        status, found = manager.post(url, {"act": "mask", "key": one["key"]})
        assert status == 200
    assert found["suggestions"] == []
    status, found = manager.post(url, {"act": "done", "revision": found["revision"]})
    manager.example("publicity-done")
    assert (status, found["standing"]) == (200, "done")
    status, found = manager.post(at_meeting, {"stage": "project"})
    manager.example("publicity-post")
    assert (status, found["projection"]["version"]) == (200, 1)
    assert "Dupont" not in str(found["projection"])
    reason = {"act": "withdraw", "reason": "Publié par erreur."}
    assert manager.post(url, reason)[0] == 200
    _status, found = manager.get(at_meeting)
    assert found["projection"]["items"][0]["withdrawn"]["reason"] == reason["reason"]
    assert manager.get(f"{at_meeting}?sha256={'0' * 64}")[0] == 404
    assert manager.post(url, {"act": "autre"})[0] == 400
    assert manager.post(at_meeting, {"stage": "autre"})[0] == 400


def test_a_councillor_reads_what_is_published_and_no_review(town_web):
    meeting, item = committed(agenda)
    councillor = Program(town_web, "conseiller")
    status, found = councillor.get(f"{meeting.absolute_url()}/{NOUN}")
    assert (status, found["preview"], found["projection"]) == (200, None, None)
    assert councillor.get(f"{item.absolute_url()}/{REVIEW}")[0] in (403, 404)
    assert councillor.post(f"{meeting.absolute_url()}/{NOUN}", {"stage": "project"})[
        0
    ] in (403, 404)
    with builders.as_user("directeur-general"):
        assert review.review(item).standing.value == "missing"
