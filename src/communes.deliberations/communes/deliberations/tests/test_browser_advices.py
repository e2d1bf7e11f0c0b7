"""The pages of the advices: who sees what, writing, giving, the list, the dashboard."""

from communes.deliberations.api import advising as writing
from communes.deliberations.storage.advice import course_of
from communes.deliberations.tests import advising
from communes.deliberations.tests import builders
from communes.deliberations.tests.advising import only
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from dataclasses import replace
import pytest
import transaction


SECRET = "Le fournisseur est insolvable."


@pytest.fixture
def item(town_web):
    def make():
        advising.found()
        return advising.proposed()

    return committed(make)


def test_the_adviser_writes_and_gives_the_advice(item, town_web):
    agent = Agent(town_web, "directeur-financier")
    url = only(item).absolute_url()
    assert agent.get(f"{item.absolute_url()}/avis") == 200
    assert "Avis de légalité" in agent.text
    assert "Comment cette date est calculée" in agent.text
    assert "L1124-40" in agent.text
    assert agent.get(url) == 200
    assert "Votre avis" in agent.text
    form = agent.browser.getForm(index=_form_with(agent, "form.widgets.kind"))
    form.getControl(name="form.widgets.kind:list").value = ["positive"]
    form.getControl(name="form.widgets.motivation").value = "<p>Crédits suffisants.</p>"
    form.getControl(name="form.buttons.save").click()
    assert "pas encore rendu" in agent.text
    assert agent.post(f"{url}/faire", act="give") == 200
    assert "Positif" in agent.text
    transaction.begin()
    assert course_of(only(item))[0].given


def _form_with(agent, name):
    """Return which form of the page has that field."""
    forms = agent.browser._response.forms
    return next(
        n for n in range(len(forms)) if any(name in str(k) for k in forms[n].fields)
    )


def test_the_service_asks_an_advice_from_the_tab(town_web):
    def make():
        advising.found()
        return builders.draft()

    item = committed(make)
    agent = Agent(town_web, "createur")
    agent.get(f"{item.absolute_url()}/avis")
    assert "Demander un avis" in agent.text
    url = f"{item.absolute_url()}/avis-demander"
    assert agent.post(url, adviser="juridique", comment="La clause ?") == 200
    assert "est demandé" in agent.text
    agent.get(f"{only(item).absolute_url()}/view")
    assert "La clause ?" in agent.text


def test_changing_the_delay_asks_why(item, town_web):
    agent = Agent(town_web, "directeur-financier")
    url = only(item).absolute_url()
    agent.get(f"{url}/faire?act=switch")
    assert "Avis de légalité (prolongé)" in agent.text
    agent.post(f"{url}/faire", act="switch", row="legalite-prolongee", comment="")
    assert "Dites pourquoi" in agent.text
    agent.post(f"{url}/faire", act="switch", row="legalite-prolongee", comment="Motif.")
    transaction.begin()
    assert course_of(only(item))[0].rule == "legalite-prolongee"


def test_an_advice_is_not_given_by_an_address_alone(item, town_web):
    agent = Agent(town_web, "directeur-financier")
    url = f"{only(item).absolute_url()}/faire"
    agent.get(f"{url}?act=give")
    assert agent.post(url, token=False, act="give") == 403
    transaction.begin()
    assert not course_of(only(item))[0].given


def test_what_is_hidden_stays_with_who_writes_it(item, town_web):
    with builders.as_user("directeur-financier"):
        writing.write_advice(
            only(item),
            {"motivation": f"<p>{SECRET}</p>", "hidden_while_written": True},
        )
    transaction.commit()
    agent = Agent(town_web, "chef-de-service")
    for address in ("avis", "view", "historique", "avis/avis-1"):
        agent.get(f"{item.absolute_url()}/{address}")
        assert "insolvable" not in agent.text
    agent.get(f"{item.absolute_url()}/avis")
    assert "Caché pendant la rédaction" in agent.text
    for address in ("view", "document", "faire?act=switch", ""):
        assert agent.get(f"{only(item).absolute_url()}/{address}") in (403, 404)
    assert agent.get("http://nohost/plone/@@recherche?q=insolvable") in (200, 404)
    assert "insolvable." not in agent.text


def test_a_confidential_advice_is_unknown_to_the_members(town_web):
    def make():
        advising.found(replace(advising.SETTINGS, confidential=True))
        meeting = builders.meeting()
        item = builders.validated(**advising.DEAR)
        with builders.as_user("directeur-financier"):
            writing.write_advice(
                only(item), {"motivation": f"<p>{SECRET}</p>", "kind": "negative"}
            )
            writing.act_on_advice(only(item), "give")
        with builders.as_user("directeur-general"):
            builders.door.present(item, meeting)
            builders.door.do_transition(meeting, "freeze")
        return item

    item = committed(make)
    member = Agent(town_web, "conseiller")
    for address in ("view", "avis"):
        assert member.get(f"{item.absolute_url()}/{address}") == 200
        assert "légalité" not in member.text
        assert "insolvable" not in member.text
    assert member.get(f"{only(item).absolute_url()}/view") in (403, 404)
    assert member.get(f"{only(item).absolute_url()}/document") in (403, 404)
    member.get(f"{builders.assembly().aq_parent.absolute_url()}/avis")
    assert "légalité" not in member.text
    manager = Agent(town_web, "directeur-general")
    manager.get(f"{item.absolute_url()}/avis")
    assert "insolvable" in manager.text


def test_the_list_and_the_dashboard_lead_to_what_waits(item, town_web):
    agent = Agent(town_web, "directeur-financier")
    site = town_web["portal"].absolute_url()
    assert agent.get(f"{site}/deliberations/avis") == 200
    assert item.title in agent.text
    assert "À rendre (1)" in agent.text
    agent.get(f"{site}/@@tableau-de-bord")
    assert "avis à rendre" in agent.text
    assert item.title in agent.text
    service = Agent(town_web, "createur")
    service.get(f"{site}/@@tableau-de-bord")
    assert "avis attendus sur mes points" in service.text


def test_the_documents_of_the_advices_are_made(item, town_web):
    agent = Agent(town_web, "directeur-financier")
    assert agent.get(f"{only(item).absolute_url()}/document?form=odt") == 200
    assert agent.browser.headers["Content-Type"].startswith("application/vnd.oasis")
    assert agent.get(f"{only(item).absolute_url()}/document") == 200
    assert agent.browser.headers["Content-Type"] == "application/pdf"
    assert "avis-point-1-avis-1.pdf" in agent.browser.headers["Content-Disposition"]
