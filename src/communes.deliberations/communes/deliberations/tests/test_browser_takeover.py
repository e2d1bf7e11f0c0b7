"""The page where a PloneMeeting is taken over, without a script."""

from communes.deliberations.tests import builders
from communes.deliberations.tests.test_api_takeover import packed
from communes.deliberations.tests.test_services_takeovers import worked
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


@pytest.fixture
def page(integrator):
    with api.env.adopt_roles(["Manager"]):
        return f"{builders.assembly().absolute_url()}/reprise"


def last():
    transaction.begin()
    return next(iter(builders.assembly().plonemeeting_takeovers))


def test_an_export_is_brought_checked_and_written_by_the_page(integrator, page):
    assert integrator.get(page) == 200
    assert "On vérifie d'abord" in integrator.text
    assert "Lire un PloneMeeting" not in integrator.text
    form = integrator.browser
    given = form.getControl(name="fichier")
    given.add_file(packed({"a-cahier"}), "application/zip", "college-2023.zip")
    form.getControl("Vérifier l'export").click()
    assert "L'export est gardé" in integrator.text
    assert "Vérification" in integrator.text
    worked(last())
    integrator.get(page)
    assert "Vérifié, à écrire" in integrator.text
    form.getControl("Écrire dans l'assemblée").click()
    assert "L'écriture commence" in integrator.text
    worked(last())
    integrator.get(page)
    assert "annexes/a-cahier" in integrator.text
    assert "Refusés, et ce qui les corrige" in integrator.text
    form.getControl("Oublier cet export").click()
    assert "L'export est oublié" in integrator.text


def test_what_is_no_export_is_said(integrator, page):
    integrator.get(page)
    integrator.browser.getControl("Vérifier l'export").click()
    assert "n'est pas une archive zip" in integrator.text


def test_nobody_else_sees_the_page(town_web, page):
    for account in ("directeur-general", "createur", "conseiller"):
        assert Agent(town_web, account).get(page) == 403
