"""Sheets of services: checked before they are shown, in words and for machines."""

from communes.core.access.errors import MayNot
from communes.core.access.errors import MissingField
from communes.core.access.errors import UnknownField
from communes.web.api.transition import do_step
from communes.web.browser.services_sheets.machine import PermanentService
from communes.web.domain.directory_errors import NoSuchEntry
from communes.web.domain.errors import NotReady
from communes.web.domain.reading import BadValue
from communes.web.sheets import api as door
from communes.web.sheets import listing
from communes.web.tests import places
from communes.web.tests.places import page
from communes.web.tests.places import post
from plone import api
from plone.app.testing import logout
import pytest
from rdflib import Graph
from rdflib import Namespace
from zExceptions import Unauthorized


CV = Namespace("http://data.europa.eu/m8g/")
CPSV = Namespace("http://purl.org/vocab/cpsv#")
LICENCE = {
    "title": "Demander un permis de conduire",
    "description": "Pour conduire seul, après l'examen pratique.",
    "for_whom": "Aux habitants de la commune qui ont réussi l'examen pratique.",
    "conditions": [{"id": "domicile", "title": "Être domicilié dans la commune"}],
    "steps": ["Prenez rendez-vous.", "Venez avec vos pièces."],
    "pieces": [{"id": "id", "title": "Carte d'identité"}],
    "results": [{"id": "permis", "title": "Un permis au format carte bancaire"}],
    "costs": [{"id": "plein", "amount": "25.00", "condition": "Par permis",
               "validity": "Dix ans"}],
    "delay": 5,
    "rules": [{"id": "ar", "title": "Arrêté royal du 23 mars 1998",
               "description": "Article 17."}],
    "channels": [{"id": "web", "kind": "online", "url": "https://rdv.example/"}],
    "questions": [["Puis-je payer par carte ?", "Oui, au guichet."]],
    "life_events": ["travel"],
    "audiences": ["jeune"],
    "form_url": "https://rdv.example/permis",
    "button": "book",
}  # fmt: skip


@pytest.fixture
def directory(portal):
    return places.make_directory(portal)


@pytest.fixture
def sheet(portal, directory):
    values = {**LICENCE, "authority": directory["bibliotheque-communale"].UID()}
    with places.acting("Manager"):
        made = door.create_service(portal, values)
        do_step(made, "publish")
    return made


def test_a_sheet_is_kept_as_it_was_written(directory, sheet):
    found = door.service_values(sheet)
    assert {name: found[name] for name in ("steps", "delay", "questions")} == {
        name: LICENCE[name] for name in ("steps", "delay", "questions")
    }
    record = door.read_service(sheet)
    assert record.authority.name == "Bibliothèque communale"
    assert record.authority.spatial.endswith("/refnis2025/99901#id")
    assert door.missing(sheet) == ()


@pytest.mark.parametrize(
    ("values", "refusal", "field"),
    [
        ({"title": ""}, MissingField, "title"),
        ({"costs": [{"id": "a", "amount": "beaucoup"}]}, BadValue, "costs"),
        ({"life_events": ["fête"]}, BadValue, "life_events"),
        ({"audiences": ["martien"]}, BadValue, "audiences"),
        ({"authority": "x"}, NoSuchEntry, "authority"),
        ({"titre": "x"}, UnknownField, "titre"),
        ({"questions": [["seule"]]}, BadValue, "questions"),
    ],
)
def test_what_is_wrong_is_refused_by_its_field(sheet, values, refusal, field):
    with places.acting("Manager"), pytest.raises(refusal) as refused:
        door.edit_service(sheet, values)
    assert refused.value.field == field


def test_a_sheet_that_lacks_something_is_not_published(portal, directory):
    with places.acting("Manager"):
        made = door.create_service(portal, {"title": "Vide"})
        with pytest.raises(NotReady) as refused:
            do_step(made, "publish")
        said = page(made)()
    assert "le service responsable" in str(refused.value)
    assert "Avant de publier" in said and "la description" in said


@pytest.mark.parametrize("role", ["Anonymous", "Member", "WebValidator"])
def test_who_does_not_write_makes_no_sheet(portal, directory, role):
    with places.acting(role):
        assert not door.may_add(portal)
        with pytest.raises(MayNot):
            door.create_service(portal, {"title": "x"})


def test_a_citizen_reads_what_to_do_where_and_for_how_much(sheet):
    logout()
    said = page(sheet)()
    for words in ("Prenez rendez-vous.", "25\u00a0€", "Dix ans", "5 jours",
                  "Carte d'identité", "Bibliothèque communale", "082 12 34 56",
                  "Prendre rendez-vous", "Puis-je payer par carte"):  # fmt: skip
        assert words in said
    for words in ("Modifier", "Joindre un", places.SECRET):
        assert words not in said
    kinds = {one["@type"] for one in places.machines(said)}
    assert {"GovernmentService", "FAQPage"} <= kinds


def test_a_suspended_service_says_why_and_has_no_button(sheet):
    with places.acting("Manager"):
        door.edit_service(sheet, {"why_suspended": "panne du serveur fédéral"})
    logout()
    said = page(sheet)()
    assert "panne du serveur fédéral" in said
    assert "Prendre rendez-vous" not in said


def test_services_are_found_by_what_happens_to_whom_and_by_letter(portal, sheet):
    logout()
    said = page(portal, "guide-des-demarches")()
    for words in ("Partir à l'étranger", "Jeune", 'id="lettre-D"', "en ligne"):
        assert words in said
    assert sheet.title in page(portal, "guide-des-demarches", moment="travel")()
    assert sheet.title in page(portal, "guide-des-demarches", q="permis conduire")()
    said = page(portal, "guide-des-demarches", moment="birth")()
    assert "Aucune démarche" in said
    assert sheet.title in page(portal, "guide-des-demarches", moment="<x>")()


def test_what_is_not_published_is_not_listed(portal, sheet):
    with places.acting("Manager"):
        do_step(sheet, "hide")
        assert len(listing.find()) == 1
        assert page(portal, "guide-des-demarches.jsonld")().count(b"permis") == 0
    logout()
    assert listing.find() == []


@pytest.mark.parametrize("form", ["jsonld", "ttl"])
def test_machines_read_the_same_graph_in_both_forms(portal, sheet, form):
    logout()
    kinds = {"jsonld": "json-ld", "ttl": "turtle"}
    whole = Graph().parse(
        data=page(portal, f"guide-des-demarches.{form}")(), format=kinds[form]
    )
    alone = Graph().parse(data=page(sheet, f"demarche.{form}")(), format=kinds[form])
    assert whole.isomorphic(alone)
    (service,) = whole.subjects(predicate=CV.hasCompetentAuthority)
    assert str(service) == f"{portal.absolute_url()}/services/{sheet.UID()}"
    assert len(list(whole.objects(service, CV.hasCost))) == 1
    assert len(list(whole.objects(service, CPSV.follows))) == 1


def test_an_identifier_leads_to_its_page_or_says_it_is_gone(portal, sheet):
    uid = sheet.UID()
    request = portal.REQUEST
    assert PermanentService(portal, request).publishTraverse(request, uid)() == ""
    assert request.response.getHeader("Location") == sheet.absolute_url()
    with places.acting("Manager"):
        door.delete_service(sheet)
    logout()
    said = PermanentService(portal, request).publishTraverse(request, uid)()
    assert "n'existe plus" in said
    assert request.response.getStatus() == 410


def test_the_form_keeps_what_is_there_and_takes_what_is_typed(portal, directory, sheet):
    with places.acting("Manager"):
        said = page(sheet, "modifier")()
        assert 'value="25,00"' in said and "Arrêté royal" in said
        view = page(sheet, "modifier", "POST")
        filled = {}
        for group in view.groups(view.start()):
            for block in group.blocks:
                _fill(filled, block)
        changed = {**filled, "costs.0.amount": "30", "steps": "Une\n\nDeux",
                   "revision": str(sheet.revision)}  # fmt: skip
        post(sheet, "modifier", garder="1", **changed)
        wrong = post(sheet, "modifier", garder="1", **{**changed, "delay": "bientôt"})
    assert "un nombre de jours" in wrong
    kept = door.service_values(sheet)
    assert kept["costs"][0] == {**LICENCE["costs"][0], "amount": "30"}
    assert kept["steps"] == ["Une", "Deux"]
    for name in ("pieces", "rules", "channels", "questions", "life_events", "delay"):
        untold = {"description": "", "contact": ""}
        assert _without(kept[name], untold) == _without(LICENCE[name], untold)


def test_an_editor_makes_a_sheet_from_a_folder_of_nothing(portal, directory):
    with places.acting("Manager"):
        post(portal, "nouvelle-demarche", title="Louer une salle", garder="1",
             description="Pour une fête.")  # fmt: skip
    (made,) = api.content.find(portal_type=door.SERVICE)
    assert made.Title == "Louer une salle"
    logout()
    with pytest.raises(Unauthorized):
        portal.restrictedTraverse("nouvelle-demarche")


def _fill(filled, block):
    if block.kind == "rows":
        filled[f"{block.name}.lignes"] = str(block.count)
        for line in block.lines:
            filled.update({one.name: one.value for one in line})
    elif block.options and block.kind == "checkboxes":
        filled[block.name] = [one.value for one in block.options if one.selected]
    elif block.options:
        filled[block.name] = next(
            (one.value for one in block.options if one.selected), ""
        )
    else:
        filled[block.name] = block.value


def _without(value, names):
    if not isinstance(value, list):
        return value
    return [
        {name: one for name, one in row.items() if name not in names}
        if isinstance(row, dict)
        else row
        for row in value
    ]
