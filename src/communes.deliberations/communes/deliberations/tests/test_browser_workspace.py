"""A councillor works with the agenda by the pages; the secretariat sees none of it."""

from communes.deliberations.tests.test_api_workspace import frozen
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed


def test_a_councillor_reads_notes_and_takes_the_files_along(town_web):
    meeting, (item, _other) = committed(lambda: frozen(2))
    url = f"{meeting.absolute_url()}/mon-espace"
    councillor = Agent(town_web, "conseiller")
    councillor.get(meeting.absolute_url())
    assert "/mon-espace" in councillor.text
    assert councillor.get(url) == 200
    assert "Pas encore lu" in councillor.text
    councillor.post(f"{url}-lu")
    assert "Votre lecture est notée." in councillor.text
    assert "Pas encore lu" not in councillor.text
    councillor.get(f"{url}?point={item.UID()}")
    assert "Aucun texte n'a changé" in councillor.text
    note = {"point": item.UID(), "note": "Demander le prix.", "revision": "0"}
    councillor.post(f"{url}-noter", **note)
    assert "Votre note est enregistrée." in councillor.text
    assert "Demander le prix." in councillor.text
    councillor.get(f"{meeting.absolute_url()}/mon-dossier")
    assert councillor.browser.headers["Content-Type"] == "application/zip"


def test_who_holds_no_mandate_has_no_workspace(town_web):
    meeting, _items = committed(lambda: frozen(1))
    manager = Agent(town_web, "directeur-general")
    manager.get(meeting.absolute_url())
    assert "/mon-espace" not in manager.text
    for page in ("mon-espace", "mon-dossier"):
        assert manager.get(f"{meeting.absolute_url()}/{page}") == 403
