"""The work surface of a meeting: saved at once, told when refused, managers only."""

from communes.deliberations import api as door
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.tests import builders
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from communes.deliberations.tests.web import held_meeting
from communes.deliberations.tests.web import state_of
import pytest
import transaction


def prepared():
    """Return a meeting in preparation with two items, and a third that waits."""
    meeting = builders.meeting()
    items = [builders.validated(title=title) for title in ("Premier", "Second")]
    with builders.as_user("directeur-general"):
        for item in items:
            door.present(item, meeting)
    return meeting, items, builders.validated(title="En attente")


def order(meeting):
    transaction.begin()
    with builders.as_user("directeur-general"):
        return [line.title for line in door.agenda(meeting).lines]


@pytest.fixture
def manager(town_web):
    return Agent(town_web, "directeur-general")


def test_a_meeting_is_created_with_its_usual_form(town_web, manager):
    url = f"{builders.assembly().absolute_url()}/nouvelle-seance"
    manager.get(url)
    manager.browser.getControl(name="form.widgets.date").value = "2026-12-14T20:00"
    manager.browser.getControl("Créer la séance").click()
    assert "2026-12-14-2000" in manager.browser.url
    assert "L'ordre du jour est vide" in manager.text


def test_the_agenda_shows_what_is_on_it_and_what_waits(town_web, manager):
    meeting, _items, _waiting = committed(prepared)
    assert manager.get(meeting.absolute_url()) == 200
    for words in ("Premier", "Second", "Points à présenter", "En attente"):
        assert words in manager.text


def test_a_move_without_script_is_a_plain_form(town_web, manager):
    meeting, (first, _second), _waiting = committed(prepared)
    manager.get(meeting.absolute_url())
    manager.browser.getControl(name="geste", index=1).click()
    assert order(meeting) == ["Second", "Premier"]
    assert manager.browser.url.endswith(meeting.getId())
    assert first.UID() in manager.text


def test_a_script_is_told_the_numbers_and_the_next_revision(town_web, manager):
    meeting, (first, second), _waiting = committed(prepared)
    manager.token = manager.site_token(f"{meeting.absolute_url()}/view")
    manager.browser.addHeader("Accept", "application/json")
    url = f"{meeting.absolute_url()}/agenda-deplacer?revision=2"
    assert manager.post(url, item=second.UID(), before=first.UID()) == 200
    assert '"revision": 3' in manager.text
    assert order(meeting) == ["Second", "Premier"]


def test_the_same_move_that_arrives_twice_is_done_once(town_web, manager):
    meeting, (first, second), _waiting = committed(prepared)
    url = f"{meeting.absolute_url()}/agenda-deplacer?revision=2"
    for _turn in range(2):
        manager.post(url, item=second.UID(), before=first.UID())
    assert order(meeting) == ["Second", "Premier"]
    assert "a changé entre-temps" not in manager.text


def test_a_move_on_an_old_agenda_is_refused_with_what_changed(town_web, manager):
    meeting, (first, second), _waiting = committed(prepared)
    url = f"{meeting.absolute_url()}/agenda-deplacer?revision=2"
    manager.post(url, item=second.UID(), before=first.UID())
    manager.post(url, item=second.UID(), before="")
    assert "a changé entre-temps" in manager.text
    assert order(meeting) == ["Second", "Premier"]


def test_items_are_presented_together_and_refusals_are_told(town_web, manager):
    meeting, (first, _second), waiting = committed(prepared)
    url = f"{meeting.absolute_url()}/agenda-presenter"
    manager.post(url, uids=[waiting.UID(), first.UID()], choisis="1")
    assert "1 point présenté." in manager.text
    assert "« Premier »" in manager.text
    assert order(meeting) == ["Premier", "Second", "En attente"]


def test_everybody_present_then_the_exceptions(town_web, manager):
    meeting, _items, _waiting = committed(prepared)
    url = f"{meeting.absolute_url()}/presences"
    manager.get(url)
    assert "ne sont pas encodées" in manager.text
    manager.post(f"{url}-noter", tous="present", revision="0")
    assert "est atteint" in manager.text
    manager.post(f"{url}-noter", **{"presence.echevin-1": "excused", "revision": "1"})
    transaction.begin()
    with builders.as_user("directeur-general"):
        roll, revision = door.attendance(meeting)
    assert roll.presences["echevin-1"] is Presence.EXCUSED
    assert revision == 2


def test_a_withdrawal_is_noted_and_taken_back(town_web, manager):
    meeting, (item, _other) = committed(held_meeting)
    url = f"{meeting.absolute_url()}/presences-mouvement"
    noted = {"siege": "echevin-1", "point": item.UID(), "geste": "withdraws"}
    manager.post(url, **noted)
    assert "ne prend pas part au point (intérêt) 1" in manager.text
    manager.post(url, retirer="1", **noted)
    assert "Personne n'est arrivé" in manager.text


def votes_of(item):
    transaction.begin()
    with builders.as_user("directeur-general"):
        return door.votes(item)


def test_a_vote_by_name_begins_with_all_and_ends_with_the_exceptions(town_web, manager):
    meeting, (item, _other) = committed(held_meeting)
    url = f"{meeting.absolute_url()}/vote-noms"
    manager.post(url, point=item.UID(), tous="yes", revision="0")
    manager.post(
        url, **{"point": item.UID(), "vote.conseiller-1": "no", "revision": "1"}
    )
    held = votes_of(item)
    assert (held.votes[0].tally.yes, held.votes[0].tally.no) == (4, 1)
    assert "4 pour et 1 contre" in manager.text
    assert "Adopté" in manager.text


def test_a_secret_vote_that_does_not_add_up_is_refused(town_web, manager):
    meeting, (item, _other) = committed(held_meeting)
    url = f"{meeting.absolute_url()}/vote-secret"
    values = {"point": item.UID(), "scrutin": "secret", "revision": "0"}
    counts = dict.fromkeys(
        ("no", "abstain", "does_not_vote", "not_found", "invalid", "blank"), "0"
    )
    papers = {f"compte.0.{name}": count for name, count in counts.items()}
    manager.post(url, **values, **papers, **{"compte.0.yes": "4"})
    assert votes_of(item).votes == ()
    manager.post(url, **values, **papers, **{"compte.0.yes": "5"})
    assert votes_of(item).votes[0].ballots[0].tally.yes == 5


def test_a_decision_needs_the_vote_and_is_said(town_web, manager):
    meeting, (item, _other) = committed(held_meeting)
    url = f"{meeting.absolute_url()}/vote-decider"
    manager.post(url, point=item.UID(), etape="accept")
    assert state_of(item) == "itemfrozen"
    manager.post(f"{meeting.absolute_url()}/vote-noms", point=item.UID(), tous="yes")
    manager.post(url, point=item.UID(), etape="accept")
    assert state_of(item) == "accepted"
    manager.post(url, point=item.UID(), etape="accept")
    assert state_of(item) == "accepted"


def test_urgency_is_declared_by_those_ticked(town_web, manager):
    meeting, (item, _other) = committed(lambda: held_meeting(list_type="urgent"))
    url = f"{meeting.absolute_url()}/vote-urgence"
    manager.get(f"{meeting.absolute_url()}/scrutins?point={item.UID()}")
    assert "Qui déclare l'urgence ?" in manager.text
    manager.post(url, point=item.UID(), sieges=["bourgmestre"], coches="1")
    assert "trop peu de voix" in manager.text
    manager.post(url, point=item.UID(), tous="1")
    transaction.begin()
    assert item.urgency == "accepted"


def test_steps_of_the_meeting_say_what_stands_against_them(town_web, manager):
    meeting, _items = committed(held_meeting)
    manager.get(meeting.absolute_url())
    assert "« Clôturer » n'est pas possible" in manager.text
    manager.post(f"{meeting.absolute_url()}/etape", etape="close")
    assert state_of(meeting) == "decided"


def test_opening_the_pages_of_a_meeting_writes_nothing(town_web, manager):
    meeting, (item, _other) = committed(held_meeting)
    manager.get(meeting.absolute_url())
    database = meeting._p_jar.db()
    before = database.lastTransaction()
    pages = ("view", "presences", "documents", "modifier", "document?kind=minutes",
             f"scrutins?point={item.UID()}", f"scrutins?point={item.UID()}&texte=1",
             f"scrutins?point={item.UID()}&scrutin=secret&bulletins=3")  # fmt: skip
    for page in pages:
        assert manager.get(f"{meeting.absolute_url()}/{page}") == 200
    assert database.lastTransaction() == before


ACTS = (
    "agenda-deplacer", "agenda-trier", "agenda-presenter", "etape", "presences-noter",
    "presences-mouvement", "vote-noms", "vote-secret", "vote-urgence", "vote-retirer",
    "vote-decider",
)  # fmt: skip


@pytest.mark.parametrize("act", ACTS)
def test_an_act_by_address_or_from_elsewhere_is_refused(town_web, manager, act):
    meeting, (item, _other) = committed(held_meeting)
    asked = f"tous=yes&etape=close&point={item.UID()}"
    before = meeting._p_serial
    assert manager.get(f"{meeting.absolute_url()}/{act}?{asked}") == 403
    refused = manager.post(
        f"{meeting.absolute_url()}/{act}", token=False, point=item.UID(), tous="yes"
    )
    assert refused == 403
    assert state_of(meeting) == "decided"
    assert meeting._p_serial == before


@pytest.mark.parametrize("account", ["conseiller", "createur", "agent-sans-groupe"])
@pytest.mark.parametrize("act", [*ACTS, "scrutins", "modifier"])
def test_only_those_who_keep_the_meeting_act_in_it(town_web, account, act):
    meeting, _items = committed(held_meeting)
    agent = Agent(town_web, account)
    agent.token = "none"
    assert agent.get(f"{meeting.absolute_url()}/{act}") == 403


def test_a_member_reads_the_agenda_and_is_offered_nothing_to_change(town_web):
    meeting, (item, _other) = committed(held_meeting)
    member = Agent(town_web, "conseiller")
    assert member.get(meeting.absolute_url()) == 200
    assert "Point 1" in member.text
    for words in ("Points à présenter", "agenda-deplacer", "Clôturer", "/scrutins"):
        assert words not in member.text
    assert member.get(f"{meeting.absolute_url()}/presences") == 200
    assert "data-autosave" not in member.text
    assert member.get(f"{meeting.absolute_url()}/documents") == 200
    assert member.get(item.absolute_url()) == 200
    assert "Notes internes" not in member.text
