"""The work before the meeting by REST: the same rules, the same refusals."""

from communes.deliberations.api.template import create_template
from communes.deliberations.domain.preparation.settings import Label
from communes.deliberations.domain.preparation.settings import PreparationSettings
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from dataclasses import replace
from plone import api
import pytest
import transaction


PREPARED = replace(
    builders.CONSEIL,
    preparation=PreparationSettings(
        completeness=True,
        complete_before="present",
        labels=(Label("presse", "Attention de la presse", "wait"),),
        agenda_fixed_by="college",
    ),
)


@pytest.fixture
def item(town_web):
    builders.found_assembly(api.portal.get(), PREPARED)
    found = builders.validated(decision="<p>Le montant est de 100 €.</p>")
    transaction.commit()
    return found.absolute_url()


@pytest.fixture
def boss(town_web):
    return Program(town_web, "directeur-general")


def test_an_item_is_claimed_and_given_back(boss, item, town_web):
    url = f"{item}/@deliberations-claims"
    status, answer = boss.post(url, {"revision": 0})
    boss.example("claims-post")
    assert (status, answer["mine"], answer["holder"]) == (
        200,
        True,
        "directeur-general",
    )
    watcher = Program(town_web, "observateur")
    assert watcher.get(url)[1]["may_release"] is False
    assert watcher.post(url, {})[0] == 409
    assert boss.ask("DELETE", url, {})[1]["holder"] == ""
    assert watcher.post(url, {})[0] == 403


def test_completeness_is_said_and_asked_again(boss, item, town_web):
    url = f"{item}/@deliberations-completeness"
    status, answer = boss.post(url, {"value": "incomplete"})
    assert (status, answer["error"]["code"]) == (422, "completeness_refused")
    said = {"value": "incomplete", "missing": "Le plan de signalisation.",
            "revision": 0}  # fmt: skip
    status, answer = boss.post(url, said)
    boss.example("completeness-post")
    assert (status, answer["value"]) == (200, "incomplete")
    assert boss.post(url, said)[0] == 409
    assert boss.post(url, {"value": "peut-être"})[0] == 400
    clerk = Program(town_web, "createur")
    assert clerk.post(url, {"value": "complete"})[0] == 403
    assert clerk.post(url, {"value": "asked_again"})[0] == 200
    assert Program(town_web, "createur-finances").get(url)[0] in (401, 403, 404)


def test_labels_are_common_or_ones_own(boss, item, town_web):
    url = f"{item}/@deliberations-labels"
    status, answer = boss.patch(url, {"labels": ["presse"], "own": ["à relire"]})
    boss.example("labels-patch")
    assert (status, answer["labels"], answer["own"]) == (200, ["presse"], ["à relire"])
    assert boss.patch(url, {"labels": ["x"]})[0] == 400
    assert boss.patch(url, {"own": [1]})[0] == 400
    clerk = Program(town_web, "createur")
    assert clerk.get(url)[1]["own"] == []
    assert "à relire" not in str(clerk.get(url))


def test_own_labels_narrow_ones_own_list_only(boss, item, town_web):
    boss.patch(f"{item}/@deliberations-labels", {"own": ["à relire"]})
    conseil = "deliberations/conseil/@deliberations-items"
    status, page = boss.get(f"{conseil}?f.own_labels=x|à relire")
    assert (status, page["items_total"]) == (200, 0)


def test_items_are_linked_both_ways(boss, item):
    other = builders.validated(title="Zone bleue rue Haute")
    transaction.commit()
    url = f"{item}/@deliberations-links"
    status, answer = boss.post(url, {"item": other.UID()})
    boss.example("links-post")
    assert (status, [one["title"] for one in answer["items"]]) == (200, [other.title])
    back = f"{other.absolute_url()}/@deliberations-links"
    assert len(boss.get(back)[1]["items"]) == 1
    assert boss.post(url, {"item": "0" * 32})[0] == 404
    status, answer = boss.ask("DELETE", url, {"item": other.UID()})
    assert (status, answer["items"]) == (200, [])


def test_versions_are_compared(boss, item, town_web):
    boss.patch(
        f"{item}/@deliberations-items", {"decision": "<p>Le montant est de 120 €.</p>"}
    )
    url = f"{item}/@deliberations-versions"
    status, answer = boss.get(f"{url}?from=1")
    boss.example("versions-get")
    assert status == 200
    assert "<del>100</del><ins>120</ins>" in str(answer["texts"])
    assert boss.get(f"{url}?from=99")[0] == 400
    assert boss.get(f"{url}?from=x")[0] == 400
    assert Program(town_web, "echevin").get(url)[0] in (401, 403, 404)


def test_an_item_is_duplicated(item, town_web):
    clerk = Program(town_web, "createur")
    status, copy = clerk.post(f"{item}/@deliberations-duplicates", {})
    assert (status, copy["review_state"]) == (201, "itemcreated")
    stranger = Program(town_web, "createur-finances")
    assert stranger.post(f"{item}/@deliberations-duplicates", {})[0] in (401, 403)


def test_a_template_is_written_used_and_deleted(boss, item, town_web):
    url = "deliberations/conseil/@deliberations-templates"
    given = {
        "title": "Ordonnance de police : circulation",
        "folder": "Police",
        "services": ["travaux"],
        "decision": "<p>ARRÊTE : la circulation est interdite.</p>",
    }
    status, made = boss.post(url, given)
    boss.example("templates-post")
    assert status == 201
    clerk = Program(town_web, "createur")
    assert [one["title"] for one in clerk.get(url)[1]["items"]] == [given["title"]]
    assert Program(town_web, "createur-finances").get(url)[1]["items"] == []
    new = {"title": "Ordonnance : rue Haute", "proposing_service": "travaux"}
    status, written = clerk.post(f"{made['@id']}/@deliberations-items", new)
    assert (status, written["decision"]["data"]) == (201, given["decision"])
    own = f"{made['@id']}/@deliberations-templates"
    assert clerk.patch(own, {"title": "x"})[0] == 403
    status, changed = boss.patch(own, {"offered": False, "revision": 0})
    assert (status, changed["offered"]) == (200, False)
    assert boss.patch(own, {"title": ""})[0] == 400
    assert boss.ask("DELETE", own, {})[0] == 204
    assert boss.get(url)[1]["items"] == []


def test_the_generic_services_do_not_write_a_template(boss, town_web):
    with builders.as_user("directeur-general"):
        made = create_template(builders.assembly(), {"title": "Modèle"})
        url = made.absolute_url()
    for method, service, sent in (
        ("PATCH", "", {"title": "Autre"}),
        ("DELETE", "", {}),
        ("POST", "/@workflow/deactivate", {}),
    ):
        status, _answer = boss.ask(method, f"{url}{service}", sent)
        assert 400 <= status < 500, (method, service)
    assert made.title == "Modèle"


def test_an_item_takes_over_the_agenda_it_fixes(boss, item):
    council = builders.meeting()
    fixing = builders.validated("college", fixes_agenda_of=council.UID())
    transaction.commit()
    url = f"{fixing.absolute_url()}/@deliberations-fixed-agendas"
    status, answer = boss.post(url, {})
    assert status == 200
    assert "ARRÊTE l'ordre du jour" in answer["decision"]["data"].replace("&#x27;", "'")
    assert boss.post(f"{item}/@deliberations-fixed-agendas", {})[0] == 422
