"""Programs write pages as webmasters do, with the same rights and refusals."""

from base64 import b64encode
from communes.web.tests import webmasters
from communes.web.tests.rest import Program
import pytest
import transaction


CONTENTS = "@web-contents"


@pytest.fixture
def web(functional):
    webmasters.with_people(functional["portal"])
    return functional


@pytest.fixture
def editor(web):
    return Program(web, "editrice")


def made(program, **values):
    status, found = program.ask("POST", CONTENTS, {"kind": "Page", **values})
    assert status == 201, found
    return found


def test_a_program_makes_changes_and_lists_pages(web, editor):
    body = {
        "kind": "Page",
        "title": "Collecte des déchets",
        "categories": ["dechets"],
        "external_id": "ancien-site-412",
        "sections": [
            {
                "id": "calendrier",
                "kind": "links",
                "title": "Calendrier",
                "width": 50,
                "holds": {"links": [{"label": "2026", "url": "/calendrier-2026"}]},
            }
        ],
    }
    status, found = editor.ask("POST", CONTENTS, body)
    editor.example("contents-post")
    assert (status, found["state"]) == (201, "private")
    assert editor.ask("POST", CONTENTS, body)[0] == 200
    wrong = {
        "kind": "Page",
        "title": "x",
        "sections": [{"id": "a", "kind": "carousel"}],
    }
    assert editor.ask("POST", CONTENTS, wrong)[0] == 400
    editor.example("contents-post-refused")
    url = f"{CONTENTS}/{found['id']}"
    change = {"title": "Déchets", "revision": 0}
    status, after = editor.ask("PATCH", url, change)
    editor.example("contents-patch")
    assert (status, after["revision"], len(after["sections"])) == (200, 1, 1)
    assert editor.ask("PATCH", url, change)[0] == 409
    editor.example("contents-patch-stale")
    assert editor.get(url)[1]["title"] == "Déchets"
    found = editor.get(f"{CONTENTS}?category=dechets")[1]
    editor.example("contents-list")
    assert [one["title"] for one in found["items"]] == ["Déchets"]
    assert editor.ask("DELETE", url, {"revision": 1})[0] == 204
    assert editor.get(url)[0] == 404


def test_what_can_not_be_read_is_refused_by_its_field(editor):
    for body in (
        {"kind": "Page"},
        {"kind": "Entry", "title": "x"},
        {"kind": "Page", "title": "x", "couleur": "x"},
        {"kind": "Page", "title": "x", "sections": "x"},
        {"kind": "Alert", "title": "x", "starts": "demain"},
    ):
        assert editor.ask("POST", CONTENTS, body)[0] in (400, 403), body
    assert editor.ask("POST", CONTENTS, {"kind": "Page", "title": "x", "parent": "y"})[
        0
    ] == 404  # fmt: skip


def test_steps_are_told_taken_and_planned(web, editor):
    found = made(editor, title="Carnaval")
    url = f"@web-transitions/{found['id']}"
    steps = editor.get(url)[1]
    editor.example("transitions-get")
    assert {one["id"] for one in steps["items"]} == {"propose", "publish"}
    writer = Program(web, "contributeur")
    assert writer.ask("POST", url, {"transition": "publish"})[0] == 403
    assert editor.ask("POST", url, {"transition": "archive"})[0] == 400
    editor.example("transitions-post-refused")
    planned = {"starts": "2099-02-14T08:00:00+01:00", "ends": None}
    status, found = editor.ask("POST", url, planned)
    editor.example("transitions-post")
    assert (status, found["state"]) == (200, "proposed")
    status, found = editor.ask("POST", url, {"transition": "publish"})
    assert (status, found["state"], found["starts"]) == (200, "published", None)


def test_versions_and_files_of_a_page(editor):
    page = made(editor, title="Un")
    editor.ask("PATCH", f"{CONTENTS}/{page['id']}", {"title": "Deux"})
    assert len(editor.get(f"@web-versions/{page['id']}")[1]["items"]) == 1
    status, found = editor.ask("POST", f"@web-versions/{page['id']}", {"revision": 1})
    editor.example("versions-post")
    assert (status, found["title"]) == (200, "Un")
    data = b64encode(b"%PDF-1.7").decode()
    body = {"filename": "calendrier.pdf", "title": "Calendrier", "data": data}
    url = f"@web-files/{page['id']}"
    status, found = editor.ask("POST", url, body)
    editor.example("files-post")
    assert (status, found["items"][0]["kind"]) == (201, "PDF")
    assert editor.ask("POST", url, {**body, "data": "?"})[0] == 400
    assert editor.ask("POST", url, {**body, "filename": "x.exe"})[0] == 400
    assert editor.ask("DELETE", found["items"][0]["@id"])[0] == 204
    assert editor.get(url)[1]["items"] == []


def test_local_managers_are_named_by_managers_of_the_site(web, editor):
    manager = Program(web, "gestionnaire")
    branch = made(manager, kind="Folder", title="Bibliothèque")
    url = f"@web-keepers/{branch['id']}"
    body = {"login": "visiteur-inscrit", "role": "WebEditor"}
    assert editor.ask("POST", url, body)[0] == 403
    status, found = manager.ask("POST", url, body)
    manager.example("keepers-post")
    assert (status, found["items"][0]["role"]) == (200, "WebEditor")
    assert (
        manager.ask("POST", url, {"login": "personne", "role": "WebEditor"})[0] == 400
    )
    keeper = Program(web, "visiteur-inscrit")
    inside = made(keeper, title="Heure du conte", parent=branch["id"])
    assert inside["parent"] == branch["id"]
    outside = {"kind": "Page", "title": "Intrus"}
    assert keeper.ask("POST", CONTENTS, outside)[0] == 403


def test_menu_and_messages_are_for_everybody(web):
    site = web["portal"]
    life = webmasters.folder(site, "Vivre ici", public=True)
    webmasters.page(life, "Déchets", public=True)
    webmasters.page(life, "Brouillon")
    alert = {"title": "Rue barrée", "level": "warning", "closable": True}
    webmasters.published(webmasters.create(site, "Alert", alert))
    transaction.commit()
    citizen = Program(web)
    (line,) = citizen.get("@web-menus")[1]["items"]
    citizen.example("menus-get")
    assert [one["title"] for one in line["items"]] == ["Déchets"]
    (one,) = citizen.get("@web-alerts")[1]["items"]
    citizen.example("alerts-get")
    assert (one["title"], one["level"]) == ("Rue barrée", "warning")


def test_what_may_not_be_seen_is_not_there(web, editor):
    page = made(editor, title="Secret")
    citizen = Program(web)
    for name in ("contents", "transitions", "versions", "files", "keepers"):
        assert citizen.get(f"@web-{name}/{page['id']}")[0] == 404
    assert citizen.get(CONTENTS)[1]["items_total"] == 0
    stranger = Program(web, "visiteur-inscrit")
    body = {"kind": "Page", "title": "Intrus"}
    assert stranger.ask("POST", CONTENTS, body)[0] == 403
    assert stranger.ask("PATCH", f"{CONTENTS}/{page['id']}", {"title": "x"})[0] == 404
