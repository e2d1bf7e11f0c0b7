"""The settings of an assembly on a page, section by section."""

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


def test_a_section_is_changed_by_its_form(integrator, page):
    assert integrator.get(f"{page}?partie=advices") == 200
    form = integrator.browser
    form.getControl(name="advices.waiting_state").value = ["true"]
    form.getControl(name="advices.advisers").value = "finances\ntravaux"
    form.getControl("Enregistrer").click()
    assert "Les réglages sont enregistrés." in integrator.text
    assert "changé ici" in integrator.text
    assert live().advices.advisers == ("finances", "travaux")
    assert live().advices.waiting_state


def test_a_form_that_changes_nothing_writes_nothing(integrator, page):
    before = live()
    integrator.get(page)
    integrator.browser.getControl("Enregistrer").click()
    assert live() == before


def test_what_can_not_be_is_said_and_nothing_is_written(integrator, page):
    before = live()
    for text, told in (("[", "Expecting"), ("[]", "aucun type")):
        integrator.get(page)
        integrator.browser.getControl(name="list_types").value = text
        integrator.browser.getControl("Enregistrer").click()
        assert told in integrator.text
    assert live() == before


def test_every_section_has_its_page(integrator, page):
    for name in sections():
        assert integrator.get(f"{page}?partie={name}") == 200
    assert integrator.get(f"{page}?partie=inconnue") == 200


def test_nobody_else_opens_or_sends_them(town_web, page):
    for account in ("directeur-general", "createur", "conseiller"):
        agent = Agent(town_web, account)
        assert agent.get(page) == 403
        assert agent.post(f"{page}-garder", acronym="X") == 403
