"""A program reads, makes and changes events, news and pictures, as a person may."""

from base64 import b64encode
from communes.web.tests import dated
from communes.web.tests.photos import photo
from communes.web.tests.rest import Program
from plone import api
import pytest
import transaction


EVENT = {
    "title": "Marché de Noël",
    "event_starts": "2026-12-04T17:00",
    "event_ends": "2026-12-04T22:00",
    "rule": "FREQ=WEEKLY;COUNT=3",
    "location": "Place du Bailli",
    "free": True,
    "external_id": "culture-7",
}


@pytest.fixture
def web(functional):
    site = dated.as_webmaster(functional["portal"])
    dated.agenda(site)
    dated.folder(site)
    dated.album(site)
    for login, role in (("julie", "WebEditor"), ("paul", "Member")):
        api.user.create(
            email=f"{login}@valmont.example", username=login, password="Secret-123456"
        )
        api.user.grant_roles(username=login, roles=[role])
    transaction.commit()
    return functional


def test_a_program_keeps_events(web):
    editor = Program(web, "julie")
    status, made = editor.post("agenda/@web-events", EVENT)
    editor.example("events-post")
    assert (status, made["state"], made["again"]) == (
        201, "private", "chaque vendredi, 3 fois"
    )  # fmt: skip
    assert editor.post("agenda/@web-events", EVENT)[0] == 200
    url = f"agenda/@web-events/{made['id']}"
    status, found = editor.patch(url, {"excluded": ["2026-12-11T17:00"], "revision": 0})
    editor.example("events-patch")
    assert (status, found["revision"], found["excluded"]) == (
        200, 1, ["2026-12-11T17:00"]
    )  # fmt: skip
    assert editor.patch(url, {"revision": 0, "title": "x"})[0] == 409
    status, found = editor.patch(url, {"rule": "FREQ=WEEKLY;BYDAY=MO"})
    editor.example("events-patch-refused")
    assert status == 422
    assert editor.patch(url, {"event_ends": "hier"})[0] == 400
    assert editor.patch(url, {"nom": "x"})[0] == 400
    status, found = editor.get("@web-events?span=mois&day=2026-12-01&free=1")
    editor.example("events-list")
    assert [one["begins"][:10] for one in found["items"]] == [
        "2026-12-04",
        "2026-12-18",
    ]
    assert editor.get("@web-events?span=siecle")[0] == 400
    assert editor.get(url)[0] == 200
    assert editor.ask("DELETE", url)[0] == 204
    assert editor.get(url)[0] == 404


def test_a_program_keeps_news(web):
    editor = Program(web, "julie")
    body = {"title": "Rue fermée", "text": "<p>Dès lundi<script>x</script></p>",
            "external_id": "n1"}  # fmt: skip
    status, made = editor.post("actualites/@web-news", body)
    editor.example("news-post")
    assert status == 201 and "<script" not in made["text"]
    url = f"actualites/@web-news/{made['id']}"
    status, found = editor.patch(url, {"description": "Trois jours", "revision": 0})
    editor.example("news-patch")
    assert (status, found["description"]) == (200, "Trois jours")
    status, found = editor.get("@web-news?q=rue")
    editor.example("news-list")
    assert found["items_total"] == 1
    assert editor.ask("DELETE", url)[0] == 204


def test_a_program_keeps_pictures(web):
    editor = Program(web, "julie")
    at = "carnaval"
    body = {"filename": "a.jpg", "data": b64encode(photo(200, 100)).decode(),
            "alternative": "La place"}  # fmt: skip
    status, made = editor.post(f"{at}/@web-pictures", body)
    assert (status, made["width"], made["leads"]) == (201, 200, False)
    url = f"{at}/@web-pictures/{made['id']}"
    box = {"left": 0, "top": 0, "width": 100, "height": 100}
    change = {"leads": True, "title": "Soir", "crops": {"carre": box}, "revision": 0}
    status, found = editor.patch(url, change)
    editor.example("pictures-patch")
    assert (status, found["crops"], found["leads"]) == (200, {"carre": box}, True)
    assert editor.patch(url, {"crops": {"rond": box}})[0] == 400
    assert editor.patch(url, {"crops": {"carre": {**box, "left": 150}}})[0] == 400
    svg = {**body, "data": b64encode(b"<svg onload='x'/>").decode()}
    status, found = editor.post(f"{at}/@web-pictures", svg)
    editor.example("pictures-post-refused")
    assert status == 400 and "SVG" in found["error"]["message"]
    assert editor.post(f"{at}/@web-pictures", {**body, "data": "é"})[0] == 400
    assert editor.get(f"{at}/@web-pictures")[1]["items_total"] == 1
    assert editor.ask("DELETE", url)[0] == 204


def test_who_may_not_write_nor_see_does_neither(web):
    editor, member, nobody = Program(web, "julie"), Program(web, "paul"), Program(web)
    made = editor.post("agenda/@web-events", EVENT)[1]
    for one in (member, nobody):
        refused = one.post("agenda/@web-events", {**EVENT, "external_id": ""})[0]
        assert refused in (401, 403)
        # Who may not see it is not told that it is there.
        assert one.post("agenda/@web-events", EVENT)[0] in (401, 403, 404)
        assert one.get(f"agenda/@web-events/{made['id']}")[0] in (401, 404)
        assert one.get("@web-events?span=mois&day=2026-12-01")[1]["items_total"] == 0
        url = f"agenda/@web-events/{made['id']}"
        assert one.patch(url, {"title": "x"})[0] in (401, 403, 404)
        assert one.ask("DELETE", url)[0] in (401, 403, 404)
