"""The settings of an assembly on a page, section by section."""

from communes.deliberations.api.configuring import change_settings
from communes.deliberations.domain.configuring.setting import sections
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.tests import builders
from communes.deliberations.tests.web import Agent
from plone import api
import pytest
import transaction


@pytest.fixture
def integrator(town_web):
    api.user.create("integrateur@example.be", "integrateur", "Secret-123456")
    api.user.grant_roles("integrateur", roles=["Manager"])
    transaction.commit()
    return Agent(town_web, "integrateur")


def live():
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        return settings_of(builders.assembly())


@pytest.fixture
def page(integrator):
    with api.env.adopt_roles(["Manager"]):
        return f"{builders.assembly().absolute_url()}/configuration"


def press(agent, button="garder"):
    """Press a button of the page by its gesture: "ajouter:committees"."""
    agent.browser.getControl(button, index=0).click()


def typed(agent, **values):
    """Type into the controls of the page; « __ » stands for a dot."""
    for name, value in values.items():
        control = agent.browser.getControl(name=name.replace("__", "."))
        control.value = value


def test_a_section_is_changed_by_its_form(integrator, page):
    assert integrator.get(f"{page}?partie=advices") == 200
    form = integrator.browser
    form.getControl(name="advices.waiting_state").value = ["1"]
    form.getControl(name="advices.advisers").value = "finances\ntravaux"
    press(integrator)
    assert "Les réglages sont enregistrés." in integrator.text
    assert "changé ici" in integrator.text
    assert live().advices.advisers == ("finances", "travaux")
    assert live().advices.waiting_state


def test_a_form_that_changes_nothing_writes_nothing(integrator, page):
    before = live()
    for section in ("general", "advices", "preparation", "signing"):
        integrator.get(f"{page}?partie={section}")
        press(integrator)
        assert "Les réglages sont enregistrés." in integrator.text
    assert live() == before


def test_rows_are_added_filled_moved_and_taken_away(integrator, page):
    integrator.get(page)
    for at, name in enumerate(("finances", "travaux", "sports")):
        press(integrator, "ajouter:committees")
        cells = {f"committees__{at}__id": name, f"committees__{at}__title": name}
        typed(integrator, **cells)
    press(integrator, "monter:committees:2")
    press(integrator, "retirer:committees:0")
    assert live().committees == ()
    press(integrator)
    assert "Les réglages sont enregistrés." in integrator.text
    assert [one.id for one in live().committees] == ["sports", "travaux"]
    press(integrator, "descendre:committees:0")
    press(integrator)
    assert [one.id for one in live().committees] == ["travaux", "sports"]


def test_choices_in_an_order_are_rows_too(integrator, page):
    integrator.get(page)
    press(integrator, "retirer:insertion_rules:3")
    press(integrator, "descendre:insertion_rules:1")
    press(integrator)
    assert live().insertion_rules == ("privacy", "category", "list_type")


def test_what_can_not_be_is_said_at_its_field_and_kept_as_typed(integrator, page):
    before = live()
    integrator.get(f"{page}?partie=tablet")
    typed(integrator, tablet__poll_seconds="²")
    press(integrator)
    assert "n'est pas un nombre entier" in integrator.text
    assert integrator.browser.getControl(name="tablet.poll_seconds").value == "²"
    integrator.get(page)
    typed(integrator, acronym="XY", list_types__0__id="")
    press(integrator, "ajouter:send_to")
    typed(integrator, send_to__0__assembly="nulle-part")
    press(integrator)
    assert "nulle-part" in integrator.text
    assert integrator.browser.getControl(name="acronym").value == "XY"
    assert live() == before


def test_two_people_do_not_overwrite_each_other(integrator, page):
    integrator.get(page)
    with api.env.adopt_roles(["Manager"]):
        change_settings(builders.assembly(), {"acronym": "NEUF"})
    transaction.commit()
    typed(integrator, acronym="VIEUX")
    press(integrator)
    assert live().acronym == "NEUF"
    assert integrator.browser.getControl(name="acronym").value == "VIEUX"


def test_every_section_has_its_page(integrator, page):
    for name in sections():
        assert integrator.get(f"{page}?partie={name}") == 200
    assert integrator.get(f"{page}?partie=inconnue") == 200


def test_nobody_else_opens_or_sends_them(town_web, page):
    for account in ("directeur-general", "createur", "conseiller"):
        agent = Agent(town_web, account)
        assert agent.get(page) == 403
        assert agent.post(page, acronym="X", geste="garder") == 403


def test_the_general_part_says_which_rules_are_not_verified(integrator, page):
    integrator.get(page)
    assert "Règles dont le texte reste à vérifier" in integrator.text
    assert "CDLD, art. L1122-19" in integrator.text.replace("&#x27;", "'")
    integrator.get(f"{page}?partie=advices")
    assert "Règles dont le texte reste à vérifier" not in integrator.text


def test_the_page_leads_to_a_takeover_and_back(integrator, page):
    integrator.get(page)
    integrator.browser.getLink("Reprendre un PloneMeeting").click()
    assert integrator.browser.url.endswith("/reprise")
    assert "Export (zip)" in integrator.text
