"""The session on one surface: who is in the room, votes, text typed on the spot."""

from communes.deliberations import api as door
from communes.deliberations.tests import builders
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from communes.deliberations.tests.web import held_meeting
from communes.deliberations.tests.web import state_of
import json
import pytest
import transaction


@pytest.fixture
def session(town_web):
    """Return an agent who asks as the scripts do, the meeting and its items."""
    meeting, items = committed(held_meeting)
    agent = Agent(town_web, "directeur-general")
    agent.token = agent.site_token(f"{meeting.absolute_url()}/view")
    return agent, meeting, items


def scripted(session, name, **values):
    """Send one action as a script does and return (status, answer)."""
    agent, meeting, _items = session
    agent.browser.addHeader("Accept", "application/json")
    status = agent.post(f"{meeting.absolute_url()}/{name}", **values)
    return status, json.loads(agent.text)


def page(session, item):
    agent, meeting, _items = session
    agent.get(f"{meeting.absolute_url()}/scrutins?point={item.UID()}")
    return agent.text


def test_a_departure_is_noted_at_the_item_and_the_quorum_breaks_loudly(session):
    agent, meeting, (first, second) = session
    assert "Le quorum est atteint : 5 membres" in page(session, second)
    for seat in ("conseiller-1", "conseiller-2", "conseiller-3"):
        agent.post(
            f"{meeting.absolute_url()}/presences-mouvement",
            siege=seat,
            geste="leaves",
            point=second.UID(),
            retour="seance",
        )
        assert f"/scrutins?point={second.UID()}" in agent.browser.url
    shown = page(session, second)
    assert "n'est pas atteint : 2 membres présents sur 5" in shown.replace("’", "'")
    assert 'class="notice notice-late"' in shown
    assert "Le quorum est atteint : 5 membres" in page(session, first)


def test_an_interest_is_taken_back_where_it_was_noted(session):
    agent, meeting, (first, _second) = session
    noted = {
        "siege": "echevin-1",
        "geste": "withdraws",
        "point": first.UID(),
        "retour": "seance",
    }
    url = f"{meeting.absolute_url()}/presences-mouvement"
    agent.post(url, **noted)
    assert "ne prend pas part au point" in page(session, first)
    agent.post(url, retirer="1", **noted)
    assert "ne part ni ne se retire" in page(session, first)


def test_a_text_typed_on_the_spot_is_kept_and_may_arrive_twice(session):
    _agent, _meeting, (item, _second) = session
    typed = {"point": item.UID(), "texte": "<p>DÉCIDE de reporter.</p>", "revision": 0}
    answers = [scripted(session, "vote-texte", **typed) for _turn in range(2)]
    assert [status for status, _answer in answers] == [200, 200]
    assert answers[0][1]["revision"] == answers[1][1]["revision"] == 1
    transaction.begin()
    assert item.decision.raw == "<p>DÉCIDE de reporter.</p>"


def test_a_text_on_an_old_version_is_told_with_the_newer_one(session):
    _agent, _meeting, (item, _second) = session
    mine = {"point": item.UID(), "revision": 0}
    scripted(session, "vote-texte", texte="<p>Le premier.</p>", **mine)
    status, answer = scripted(session, "vote-texte", texte="<p>Second.</p>", **mine)
    assert (status, answer["revision"]) == (409, 1)
    assert answer["texte"] == "<p>Le premier.</p>"
    assert "a changé entre-temps" in answer["message"]
    transaction.begin()
    assert item.decision.raw == "<p>Le premier.</p>"


def test_a_text_is_cleaned_before_anybody_reads_it(session):
    _agent, _meeting, (item, _second) = session
    hostile = '<p>Non<script>alert(1)</script><img src="x" onerror="alert(1)"></p>'
    scripted(session, "vote-texte", point=item.UID(), texte=hostile, revision=0)
    shown = page(session, item)
    assert "<script>alert" not in shown
    assert "onerror" not in shown


def test_a_decision_whose_answer_was_lost_may_arrive_twice(session):
    _agent, _meeting, (item, _second) = session
    scripted(session, "vote-noms", point=item.UID(), tous="yes", revision=0)
    for _turn in range(2):
        status, _answer = scripted(
            session, "vote-decider", point=item.UID(), etape="accept"
        )
        assert status == 200
    assert state_of(item) == "accepted"


def test_a_secret_count_whose_answer_was_lost_may_arrive_twice(session):
    _agent, _meeting, (item, _second) = session
    counts = {f"compte__0__{name}": "0" for name in ("abstain", "does_not_vote")}
    counts |= {f"compte__0__{name}": "0" for name in ("not_found", "invalid", "blank")}
    counts |= {"compte__0__yes": "3", "compte__0__no": "2", "bulletin__0": ""}
    for _turn in range(2):
        status, answer = scripted(
            session,
            "vote-secret",
            point=item.UID(),
            scrutin="secret",
            revision="0",
            **counts,
        )
        assert (status, answer["revision"]) == (200, 1)


def test_the_surface_says_under_which_name_it_keeps_what_is_unsent(session):
    _agent, meeting, (item, _second) = session
    shown = page(session, item)
    assert f'data-keep="{meeting.UID()}:directeur-general"' in shown
    assert f'data-about="{item.UID()}"' in shown
    assert 'data-key="n"' in shown


def test_only_who_keeps_the_meeting_types_in_it(town_web, session):
    _agent, meeting, (item, _second) = session
    other = Agent(town_web, "conseiller")
    other.token = other.site_token(f"{item.absolute_url()}/view")
    url = f"{meeting.absolute_url()}/vote-texte"
    assert other.post(url, point=item.UID(), texte="<p>Non.</p>") == 403
    with builders.as_user("directeur-general"):
        assert door.item_revision(item) == 0


def test_a_second_round_is_kept_beside_the_first(session):
    agent, meeting, (item, _second) = session
    counts = {f"compte__0__{name}": "0" for name in ("abstain", "does_not_vote")}
    counts |= {f"compte__0__{name}": "0" for name in ("not_found", "invalid", "blank")}
    for turn, (yes, no) in enumerate((("2", "3"), ("4", "1"))):
        agent.post(
            f"{meeting.absolute_url()}/vote-secret",
            point=item.UID(),
            scrutin="secret",
            tour=str(turn),
            **counts,
            compte__0__yes=yes,
            compte__0__no=no,
            bulletin__0=f"Tour {turn + 1}",
        )
    transaction.begin()
    with builders.as_user("directeur-general"):
        votes = door.votes(item).votes
    assert [one.ballots[0].tally.yes for one in votes] == [2, 4]
    agent.get(f"{meeting.absolute_url()}/scrutins?point={item.UID()}&tour=1")
    assert "Nouveau tour" in agent.text
    assert 'name="tour" value="1"' in agent.text
    agent.post(f"{meeting.absolute_url()}/vote-retirer", point=item.UID(), tour="1")
    transaction.begin()
    with builders.as_user("directeur-general"):
        assert len(door.votes(item).votes) == 1
