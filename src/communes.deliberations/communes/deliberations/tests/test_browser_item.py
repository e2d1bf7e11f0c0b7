"""The file of an item: read, written and moved on by those who may, by POST only."""

from AccessControl.SpecialUsers import system
from communes.deliberations import api as door
from communes.deliberations.domain.settings import Category
from communes.deliberations.tests import builders
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from communes.deliberations.tests.web import state_of
from plone import api
import pytest
import transaction


@pytest.fixture
def item(town_web):
    return committed(lambda: builders.draft(internal_notes="<p>Entre nous</p>"))


def test_a_clerk_reads_where_the_item_stands_and_what_comes(town_web, item):
    clerk = Agent(town_web, "createur")
    assert clerk.get(item.absolute_url()) == 200
    for words in ("Réfection de la rue du Moulin", "En bref", "Proposer", "Décidé",
                  "Notes internes", "DÉCIDE d'approuver"):  # fmt: skip
        assert words in clerk.text


def test_a_new_item_is_created_in_the_order_of_the_work(town_web):
    conseil = builders.assembly().absolute_url()
    clerk = Agent(town_web, "createur")
    assert clerk.get(f"{conseil}/nouveau-point") == 200
    clerk.browser.getControl(name="form.widgets.title").value = "Achat d'un camion"
    clerk.browser.getControl("Créer le point").click()
    assert "/point-1" in clerk.browser.url
    assert "Le point est créé" in clerk.text
    assert "Travaux et voirie" in clerk.text


def test_no_category_is_chosen_for_the_clerk(town_web):
    matters = (Category("finances", "Finances"), Category("voirie", "Voirie"))
    organ = builders.found_assembly(
        api.portal.get(), builders.replace(builders.CONSEIL, categories=matters)
    )
    committed(lambda: None)
    clerk = Agent(town_web, "createur")
    clerk.get(f"{organ.absolute_url()}/nouveau-point")
    clerk.browser.getControl(name="form.widgets.title").value = "Achat d'un camion"
    clerk.browser.getControl("Créer le point").click()
    assert "Une information est à corriger" in clerk.text
    assert "camion" in clerk.browser.getControl(name="form.widgets.title").value
    clerk.browser.getControl(name="form.widgets.category:list").value = ["voirie"]
    clerk.browser.getControl("Créer le point").click()
    assert "Le point est créé" in clerk.text


def test_a_section_is_written_where_it_stands(town_web, item):
    clerk = Agent(town_web, "createur")
    clerk.get(f"{item.absolute_url()}/view?modifier=motivation")
    clerk.browser.getControl(name="form.widgets.motivation").value = "<p>Vu le code</p>"
    clerk.browser.getControl(name="form.buttons.save").click()
    assert "Vu le code" in clerk.text
    transaction.begin()
    assert item.motivation.raw == "<p>Vu le code</p>"


def test_a_colleagues_change_is_told_and_what_was_typed_is_kept(town_web, item):
    clerk = Agent(town_web, "createur")
    clerk.get(f"{item.absolute_url()}/view?modifier=decision&revision=0")
    with builders.as_user("createur"):
        door.edit_item(item, {"decision": "<p>Texte du collègue</p>"})
    transaction.commit()
    clerk.browser.getControl(name="form.widgets.decision").value = "<p>Mon texte</p>"
    clerk.browser.getControl(name="form.buttons.save").click()
    assert "a changé pendant que vous écriviez : Décision" in clerk.text
    assert "Texte du collègue" in clerk.text
    assert "Mon texte" in clerk.browser.getControl(name="form.widgets.decision").value
    transaction.begin()
    assert item.decision.raw == "<p>Texte du collègue</p>"
    clerk.browser.getControl(name="form.buttons.save").click()
    transaction.begin()
    assert item.decision.raw == "<p>Mon texte</p>"


def test_active_content_of_a_text_is_never_shown(town_web):
    bad = "<p>Vu</p><script>alert(1)</script><img src=x onerror=alert(2)>"
    item = committed(
        lambda: builders.draft(title="<script>alert(3)</script>", motivation=bad)
    )
    clerk = Agent(town_web, "createur")
    clerk.get(item.absolute_url())
    assert "alert(1)" not in clerk.text
    assert "onerror" not in clerk.text
    assert "<script>alert(3)" not in clerk.text
    assert "&lt;script&gt;alert(3)" in clerk.text


def test_a_step_is_taken_once_however_often_one_clicks(town_web, item):
    clerk = Agent(town_web, "createur")
    url = f"{item.absolute_url()}/etape"
    assert clerk.post(url, etape="propose") == 200
    assert "Proposé" in clerk.text
    assert state_of(item) == "proposed"
    clerk.post(url, etape="propose")
    assert state_of(item) == "proposed"


def test_a_step_back_asks_for_a_word_that_the_history_keeps(town_web, item):
    Agent(town_web, "createur").post(f"{item.absolute_url()}/etape", etape="propose")
    head = Agent(town_web, "chef-de-service")
    head.get(f"{item.absolute_url()}/etape?etape=backToItemCreated")
    head.browser.getControl(name="comment").value = "Ajoutez le montant."
    head.browser.getControl("Remettre en création").click()
    assert state_of(item) == "itemcreated"
    head.get(f"{item.absolute_url()}/historique")
    assert "Ajoutez le montant." in head.text


def test_a_step_that_is_not_possible_says_why(town_web):
    item = committed(lambda: builders.validated())
    manager = Agent(town_web, "directeur-general")
    manager.get(item.absolute_url())
    assert "n'est pas possible" in manager.text


def test_opening_pages_writes_nothing(town_web, item):
    clerk = Agent(town_web, "createur")
    url = item.absolute_url()
    before = (item._p_serial, item.decision.raw)
    for page in ("etape?etape=propose", "annexe-retirer?annexe=x",
                 "view?modifier=decision&form.widgets.decision=Rien"
                 "&form.buttons.save=Enregistrer"):  # fmt: skip
        clerk.get(f"{url}/{page}")
    assert state_of(item) == "itemcreated"
    assert (item._p_serial, item.decision.raw) == before


def test_a_form_from_elsewhere_is_refused(town_web, item):
    clerk = Agent(town_web, "createur")
    status = clerk.post(f"{item.absolute_url()}/etape", token=False, etape="propose")
    assert status == 403
    assert state_of(item) == "itemcreated"


@pytest.mark.parametrize(
    ("account", "page", "status"),
    [
        ("createur", "view", 200),
        ("observateur", "view", 200),
        ("createur-finances", "view", 403),
        ("conseiller", "view", 403),
        ("agent-sans-groupe", "view", 403),
        ("conseiller", "annexes", 403),
        ("conseiller", "historique", 403),
        ("conseiller", "document?kind=deliberation", 403),
        ("createur-finances", "etape?etape=propose", 403),
    ],
)
def test_who_opens_the_pages_of_a_draft(town_web, item, account, page, status):
    agent = Agent(town_web, account)
    assert agent.get(f"{item.absolute_url()}/{page}") == status
    if status == 403:
        assert "Réfection" not in agent.text


def test_an_observer_reads_and_is_offered_nothing_to_change(town_web, item):
    agent = Agent(town_web, "observateur")
    agent.get(f"{item.absolute_url()}/view?modifier=decision")
    assert "form.buttons.save" not in agent.text
    assert "Proposer" not in agent.text
    assert "Modifier" not in agent.text


def test_an_annex_is_joined_and_taken_away_by_its_service_only(town_web, item):
    clerk = Agent(town_web, "createur")
    url = f"{item.absolute_url()}/annexes"
    clerk.get(url)
    clerk.browser.getControl(name="form.widgets.file").add_file(
        b"%PDF-1.4", "application/pdf", "plan.pdf"
    )
    clerk.browser.getControl(name="form.widgets.title").value = "Plan des travaux"
    clerk.browser.getControl("Joindre").click()
    assert "Plan des travaux" in clerk.text
    reader = Agent(town_web, "observateur")
    reader.get(url)
    assert "Plan des travaux" in reader.text
    remove = f"{item.absolute_url()}/annexe-retirer"
    reader.post(remove, annexe="annexe-1")
    assert "ni joindre ni retirer" in reader.text
    clerk.post(remove, annexe="annexe-1")
    clerk.get(url)
    assert "Plan des travaux" not in clerk.text


def test_a_box_says_its_help_once(town_web, item):
    clerk = Agent(town_web, "createur")
    clerk.get(f"{item.absolute_url()}/annexes")
    assert clerk.text.count("Seules les personnes désignées par l'assemblée") == 1


def test_a_step_nobody_took_is_told_as_the_sites(town_web):
    def by_the_site():
        with api.env.adopt_user(user=system):
            return door.create_item(
                builders.assembly(),
                {"title": "Repris", "proposing_service": "travaux"},
            )

    item = committed(by_the_site)
    clerk = Agent(town_web, "createur")
    assert clerk.get(f"{item.absolute_url()}/historique") == 200
    assert "Par le site, " in clerk.text
