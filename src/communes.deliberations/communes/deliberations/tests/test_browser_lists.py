"""Lists, home, dashboard and import: what each person finds, and what nobody does."""

from communes.deliberations import api as door
from communes.deliberations.tests import builders
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from communes.deliberations.tests.web import state_of
from pathlib import Path
from plone import api
import pytest


MEETING = Path(__file__).parent / "data" / "conseil-2023-05-22.json"


def conseil():
    return builders.assembly().absolute_url()


def home():
    return f"{api.portal.get().absolute_url()}/deliberations"


def test_the_home_shows_each_assembly_and_what_waits(town_web):
    committed(builders.validated)
    manager = Agent(town_web, "directeur-general")
    assert manager.get(home()) == 200
    for words in ("Collège communal", "Conseil communal", "point à présenter"):
        assert words in manager.text


def test_who_has_no_part_in_the_assemblies_finds_nothing_in_them(town_web):
    committed(lambda: (builders.draft(title="Brouillon"), builders.meeting()))
    stranger = Agent(town_web, "agent-sans-groupe")
    for page in (home(), conseil(), f"{conseil()}/seances"):
        stranger.get(page)
        for words in ("Brouillon", "22 mai 2023", "Nouveau point", "Nouvelle séance"):
            assert words not in stranger.text


def test_a_list_shows_only_what_the_person_may_see(town_web):
    committed(lambda: builders.draft(title="Brouillon des travaux"))
    clerk = Agent(town_web, "createur")
    clerk.get(conseil())
    assert "Brouillon des travaux" in clerk.text
    other = Agent(town_web, "createur-finances")
    other.get(conseil())
    assert "Brouillon des travaux" not in other.text
    other.get(f"{conseil()}/view?export=csv")
    assert "Brouillon des travaux" not in other.text


def test_a_counter_leads_to_the_list_it_counts(town_web):
    committed(lambda: [builders.draft(title=f"Brouillon {n}") for n in range(3)])
    clerk = Agent(town_web, "createur")
    clerk.get(f"{api.portal.get().absolute_url()}/@@tableau-de-bord")
    assert "points en création – Conseil communal" in clerk.text
    clerk.browser.getLink("points en création – Conseil communal").click()
    assert "3 points" in clerk.text


def test_steps_in_bulk_say_what_was_done_and_what_was_refused(town_web):
    drafts = committed(lambda: [builders.draft(title=f"B{n}") for n in range(2)])
    with builders.as_user("createur"):
        door.do_transition(drafts[0], "propose")
    committed(lambda: None)
    clerk = Agent(town_web, "createur")
    uids = [one.UID() for one in drafts]
    clerk.post(f"{conseil()}/view", action="propose", uids=uids)
    assert "1 point traité." in clerk.text
    assert "« B0 »" in clerk.text
    assert state_of(drafts[1]) == "proposed"


def test_a_bulk_step_needs_the_token_of_the_site(town_web):
    draft = committed(builders.draft)
    clerk = Agent(town_web, "createur")
    clerk.post(f"{conseil()}/view", token=False, action="propose", uids=draft.UID())
    assert state_of(draft) == "itemcreated"


def test_the_meetings_are_listed(town_web):
    committed(builders.meeting)
    manager = Agent(town_web, "directeur-general")
    assert manager.get(f"{conseil()}/seances") == 200
    assert "22 mai 2023" in manager.text
    assert "Nouvelle séance" in manager.text


@pytest.mark.parametrize("page", ["nouveau-point", "nouvelle-seance"])
def test_a_member_starts_nothing(town_web, page):
    assert Agent(town_web, "conseiller").get(f"{conseil()}/{page}") == 403


def upload(agent, data):
    agent.get(f"{home()}/importer")
    agent.browser.getControl(name="fichier").add_file(
        data, "application/json", "seance.json"
    )
    agent.browser.getControl("Vérifier le fichier").click()


def test_an_import_is_looked_at_before_anything_is_written(town_web):
    manager = Agent(town_web, "directeur-general")
    upload(manager, MEETING.read_bytes())
    assert "complet et cohérent" in manager.text
    with builders.as_user("directeur-general"):
        assert door.meetings(builders.assembly()) == []
    manager.browser.getControl("Importer la séance").click()
    assert "La séance est importée." in manager.text


def test_a_broken_import_says_what_is_wrong_and_writes_nothing(town_web):
    manager = Agent(town_web, "directeur-general")
    upload(manager, b"{")
    assert "rien ne sera écrit" in manager.text
    assert "Importer la séance" not in manager.text.split("</h1>")[1]


def test_a_clerk_imports_nothing(town_web):
    clerk = Agent(town_web, "createur")
    upload(clerk, MEETING.read_bytes())
    assert "Vous n'avez pas le droit" in clerk.text
