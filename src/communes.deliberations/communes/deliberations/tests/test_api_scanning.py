"""A batch of scanned papers: each goes to its item, none is lost."""

from base64 import b64encode
from communes.core.access.errors import MayNot
from communes.core.annexes.api import annexes_of
from communes.core.annexes.api import MayNotAnnex
from communes.core.errors.domain import DomainError
from communes.core.jobs.storage import queue_of
from communes.core.scanning.tests.papers import scan
from communes.deliberations.api import scanning
from communes.deliberations.api.scanning import bring_scans
from communes.deliberations.api.scanning import discard_scan
from communes.deliberations.api.scanning import item_code
from communes.deliberations.api.scanning import KIND
from communes.deliberations.api.scanning import place_scan
from communes.deliberations.api.scanning import scan_file
from communes.deliberations.api.scanning import scans
from communes.deliberations.api.scanning_work import ScanWork
from communes.deliberations.domain.scanning.scan import ScanRefused
from communes.deliberations.domain.scanning.scan import UnknownItem
from communes.deliberations.domain.scanning.scan import UnknownScan
from communes.deliberations.domain.states import ItemState
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from communes.deliberations.tests.web import Agent
from communes.deliberations.workflow.arriving import arrive_in
from plone import api
import pytest
import transaction


pytest.importorskip("pypdfium2")
pytest.importorskip("zxingcpp")

OTHER = "communes:" + "0" * 32


@pytest.fixture
def item(town):
    return builders.draft(external_id="IMIO0129999000008")


def work(site):
    """Play the worker."""
    return ScanWork().run(site, queue_of(site).take(KIND, 100))


def brought(account, *papers):
    with builders.as_user(account):
        files = [(f"scan-{n}.pdf", data) for n, data in enumerate(papers)]
        return bring_scans(builders.assembly(), files)


def standing(account="createur"):
    with builders.as_user(account):
        found = scans(builders.assembly())
    return {one.name: (one.state.value, one.cause) for one in found}


def files_at(item):
    with builders.as_user("createur"):
        return [one.getObject().file.filename for one in annexes_of(item)]


def test_each_paper_goes_to_the_item_whose_code_it_bears(town, item):
    with builders.as_user("createur"):
        code = item_code(item)
    brought("createur", scan(code), scan("IMIO0129999000008", "Code128", 90))
    assert standing() == {
        "scan-0.pdf": ("waiting", ""),
        "scan-1.pdf": ("waiting", ""),
    }
    work(town)
    assert standing() == {"scan-0.pdf": ("placed", ""), "scan-1.pdf": ("placed", "")}
    assert sorted(files_at(item)) == ["scan-0.pdf", "scan-1.pdf"]


def test_a_paper_without_a_known_code_is_listed_with_its_file(town, item):
    broken = b"%PDF-1.7 broken"
    brought("createur", scan(), scan(OTHER), broken)
    work(town)
    assert standing() == {
        "scan-0.pdf": ("left", "no_code"),
        "scan-1.pdf": ("left", "unknown"),
        "scan-2.pdf": ("left", "unreadable"),
    }
    with builders.as_user("createur"):
        (kept,) = [one for one in scans(builders.assembly()) if one.name[5] == "2"]
        assert scan_file(builders.assembly(), kept.id) == ("scan-2.pdf", broken)
    assert files_at(item) == []


def test_a_paper_read_again_is_not_joined_twice(town, item):
    with builders.as_user("createur"):
        code = item_code(item)
    brought("createur", scan(code))
    work(town)
    work(town)
    assert files_at(item) == ["scan-0.pdf"]


def test_who_may_not_join_files_to_the_item_keeps_the_paper(town, item):
    with builders.as_user("createur"):
        code = item_code(item)
    arrive_in(item, ItemState.VALIDATED, "test")
    brought("createur", scan(code))
    # Another service does not even see the item.
    brought("createur-finances", scan(code))
    work(town)
    assert standing() == {"scan-0.pdf": ("left", "not_here")}
    assert standing("createur-finances") == {"scan-0.pdf": ("left", "unknown")}
    assert len(standing("directeur-general")) == 1, "two of one name"


def test_a_person_places_what_is_left_and_takes_it_off_the_list(town, item):
    brought("createur", scan(), scan())
    work(town)
    assembly = builders.assembly()
    with builders.as_user("createur"):
        first, second = scans(assembly)
        with pytest.raises(UnknownItem):
            place_scan(assembly, first.id, "nulle-part")
        place_scan(assembly, first.id, item.UID())
        with pytest.raises(UnknownScan):
            place_scan(assembly, first.id, item.UID())
        discard_scan(assembly, second.id)
        discard_scan(assembly, first.id)
        assert scans(assembly) == []
    assert len(files_at(item)) == 1
    arrive_in(item, ItemState.VALIDATED, "test")
    (third,) = brought("createur", scan())
    with builders.as_user("createur"), pytest.raises(MayNotAnnex):
        place_scan(assembly, third.id, item.UID())


def test_others_neither_see_nor_touch_a_paper(town, item):
    (made,) = brought("createur", scan())
    assembly = builders.assembly()
    acts = (
        lambda: scan_file(assembly, made.id),
        lambda: place_scan(assembly, made.id, item.UID()),
        lambda: discard_scan(assembly, made.id),
    )
    assert standing("createur-finances") == {}
    for account in ("createur-finances", "conseiller"):
        for act in acts:
            with builders.as_user(account), pytest.raises(DomainError):
                act()
    with builders.as_user("conseiller"), pytest.raises(MayNot):
        scans(assembly)
    assert standing("directeur-general") == {"scan-0.pdf": ("waiting", "")}


def test_a_batch_is_taken_whole_or_not_at_all(town, monkeypatch):
    with builders.as_user("createur"):
        for files in ([], [("a.pdf", scan()), ("b.txt", b"texte")]):
            with pytest.raises(ScanRefused):
                bring_scans(builders.assembly(), files)
        monkeypatch.setattr(scanning, "MOST_FILES", 1)
        with pytest.raises(ScanRefused, match="de 1 à 1 fichiers"):
            bring_scans(builders.assembly(), [("a.pdf", b"%PDF")] * 2)
        assert scans(builders.assembly()) == []


def test_a_secretary_brings_prints_and_places_on_the_pages(town_web):
    item = builders.draft()
    transaction.commit()
    agent = Agent(town_web, "createur")
    assert agent.get(f"{item.absolute_url()}/feuille-code") == 200
    assert "<svg" in agent.text
    url = builders.assembly().absolute_url()
    assert agent.get(f"{url}/numerisations") == 200
    assert "Aucun document numérisé." in agent.text
    # A field for several files is more than the browser of the tests can fill.
    agent.browser.testapp.post(
        f"{url}/numerisations-apporter",
        {"_authenticator": agent.site_token(f"{url}/numerisations")},
        upload_files=[("fichiers", "courrier.pdf", scan(), "application/pdf")],
        headers=Program(town_web, "createur").headers | {"Accept": "text/html"},
    )
    agent.get(f"{url}/numerisations")
    assert "courrier.pdf" in agent.text and "Lecture en cours" in agent.text
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        work(api.portal.get())
    transaction.commit()
    agent.get(f"{url}/numerisations")
    assert "Aucun code sur la première page." in agent.text
    agent.browser.getControl(name="point").value = [item.UID()]
    agent.browser.getControl("Ranger").click()
    assert "Le document est rangé." in agent.text
    stranger = Agent(town_web, "conseiller")
    assert stranger.get(f"{url}/numerisations") == 403


def test_a_program_brings_and_places(town_web):
    item = builders.draft()
    transaction.commit()
    path = "deliberations/conseil/@deliberations-scans"
    program = Program(town_web, "createur")
    sent = {"name": "courrier.pdf", "data": b64encode(scan()).decode()}
    status, found = program.post(path, {"act": "bring", "files": [sent]})
    assert (status, found["items"][0]["state"]) == (202, "waiting")
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        work(api.portal.get())
    transaction.commit()
    status, found = program.get(path)
    assert (status, found["items"][0]["cause"]) == (200, "no_code")
    id = found["items"][0]["id"]
    act = {"act": "place", "id": id, "item": item.UID()}
    status, found = program.post(path, act)
    assert (status, found["items"][0]["state"]) == (200, "placed")
    assert program.post(path, {"act": "discard", "id": id})[1]["items_total"] == 0
    for wrong, expected in (
        ({"act": "bring", "files": [{"name": "a.pdf", "data": "é"}]}, 400),
        ({"act": "bring", "files": ["x"]}, 400),
        ({"act": "place", "id": "x", "item": item.UID()}, 404),
        ({"act": "autre"}, 400),
    ):
        assert program.post(path, wrong)[0] == expected
    assert Program(town_web, "conseiller").get(path)[0] in (401, 403)
