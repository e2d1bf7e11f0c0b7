"""The tab « Suivi », the versions and the templates, as agents use them."""

from communes.deliberations.api.template import create_template
from communes.deliberations.domain.preparation.settings import Label
from communes.deliberations.domain.preparation.settings import PreparationSettings
from communes.deliberations.tests import builders
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from dataclasses import replace
from plone import api
import pytest


PREPARED = replace(
    builders.CONSEIL,
    preparation=PreparationSettings(
        completeness=True, labels=(Label("presse", "Attention de la presse", "wait"),)
    ),
)


@pytest.fixture
def item(town_web):
    def make():
        builders.found_assembly(api.portal.get(), PREPARED)
        return builders.validated(
            budget_related=True,
            budget_amount="184500",
            internal_notes="<p>Entre nous</p>",
        )

    return committed(make)


def test_a_manager_checks_labels_and_takes_over_an_item(town_web, item):
    boss = Agent(town_web, "directeur-general")
    assert boss.get(f"{item.absolute_url()}/suivi") == 200
    boss.browser.getControl(name="value").value = ["incomplete"]
    boss.browser.getControl(name="missing").value = "Il manque le plan <b>."
    boss.browser.getControl("Enregistrer", index=0).click()
    assert "Incomplet" in boss.text and "Il manque le plan &lt;b&gt;." in boss.text
    boss.browser.getControl("Attention de la presse").selected = True
    boss.browser.getControl("Poser ces étiquettes").click()
    boss.browser.getControl(name="own").value = "urgent, à relire"
    boss.browser.getControl("Enregistrer mes étiquettes").click()
    boss.browser.getControl("Prendre en charge").click()
    assert "Vous avez pris ce point en charge" in boss.text
    for words in ("Attention de la presse", "à relire", "184\u202f500", "Incomplet"):
        assert words in boss.text
    clerk = Agent(town_web, "createur")
    clerk.get(f"{item.absolute_url()}/suivi")
    assert "à relire" not in clerk.text
    clerk.browser.getControl("Demander un nouveau contrôle").click()
    assert "Nouveau contrôle demandé" in clerk.text


def test_an_item_is_linked_by_a_word_of_its_title(town_web, item):
    other = committed(lambda: builders.validated(title="Zone bleue rue Haute"))
    boss = Agent(town_web, "directeur-general")
    boss.get(f"{item.absolute_url()}/suivi?q=bleue")
    assert "Zone bleue rue Haute" in boss.text
    boss.browser.getControl("Lier", index=1).click()
    assert "Les deux points sont liés" in boss.text
    boss.get(f"{other.absolute_url()}/suivi")
    assert item.title in boss.text


def test_the_versions_show_what_changed(town_web, item):
    boss = Agent(town_web, "directeur-general")
    boss.get(f"{item.absolute_url()}/view?modifier=decision")
    boss.browser.getControl(name="form.widgets.decision").value = "<p>DÉCIDE</p>"
    boss.browser.getControl(name="form.buttons.save").click()
    assert boss.get(f"{item.absolute_url()}/versions") == 200
    assert "<del>" in boss.text and "Textes inchangés : Objet." in boss.text


def test_who_reads_no_notes_has_neither_versions_nor_completeness(town_web, item):
    def share():
        item.copy_groups = ("finances",)
        builders.found_assembly(api.portal.get(), replace(PREPARED, acronym="X"))

    committed(share)
    reader = Agent(town_web, "createur-finances")
    assert reader.get(item.absolute_url()) == 200
    assert "Versions" not in reader.text
    assert reader.get(f"{item.absolute_url()}/suivi") == 200
    assert "Complétude" not in reader.text
    assert reader.get(f"{item.absolute_url()}/versions") in (403, 404)


def test_a_budget_section_and_a_route_are_written_where_they_stand(town_web, item):
    boss = Agent(town_web, "directeur-general")
    boss.get(f"{item.absolute_url()}/view?modifier=budget")
    boss.browser.getControl(name="form.widgets.budget_amount").value = "192 000,50"
    boss.browser.getControl(name="form.buttons.save").click()
    assert "192\u202f000,50" in boss.text
    assert boss.get(f"{item.absolute_url()}/view?modifier=parcours") == 200
    boss.browser.getControl("Service des finances", index=0).selected = True
    boss.browser.getControl(name="form.buttons.save").click()
    assert "Enregistré" in boss.text


def test_an_item_is_duplicated(town_web, item):
    clerk = Agent(town_web, "createur")
    clerk.get(item.absolute_url())
    clerk.browser.getControl("Dupliquer").click()
    assert "Voici la copie du point" in clerk.text


def test_a_clerk_writes_an_item_after_a_template(town_web):
    def make():
        with builders.as_user("directeur-general"):
            values = {"title": "Ordonnance de police", "folder": "Police",
                      "decision": "<p>ARRÊTE</p>"}  # fmt: skip
            create_template(builders.assembly(), values)

    committed(make)
    conseil = builders.assembly().absolute_url()
    clerk = Agent(town_web, "createur")
    assert clerk.get(f"{conseil}/modeles") == 200
    assert "Police" in clerk.text and "Nouveau modèle" not in clerk.text
    clerk.browser.getLink("Écrire un point").click()
    title = clerk.browser.getControl(name="form.widgets.title")
    assert title.value == "Ordonnance de police"
    title.value = "Ordonnance : rue Haute"
    clerk.browser.getControl("Créer le point").click()
    assert "Le point est créé" in clerk.text and "ARRÊTE" in clerk.text


def test_a_manager_writes_retires_and_deletes_templates(town_web):
    conseil = builders.assembly().absolute_url()
    boss = Agent(town_web, "directeur-general")
    assert boss.get(f"{conseil}/nouveau-modele") == 200
    boss.browser.getControl(name="form.widgets.title").value = "Questions orales"
    boss.browser.getControl("Créer le modèle").click()
    assert "Le modèle est proposé" in boss.text
    boss.browser.getLink("Questions orales").click()
    boss.browser.getControl(name="form.widgets.folder").value = "Conseil"
    boss.browser.getControl(name="form.buttons.save").click()
    assert "Conseil" in boss.text
    boss.browser.getControl("Ne plus proposer").click()
    assert "Retiré" in boss.text
    boss.browser.getControl("Supprimer").click()
    assert "Aucun modèle" in boss.text
    clerk = Agent(town_web, "createur")
    assert clerk.get(f"{conseil}/nouveau-modele") == 403
