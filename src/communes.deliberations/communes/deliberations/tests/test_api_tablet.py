"""Members vote on tablets: open, once each, changeable, told after closing only."""

from communes.core.access.errors import MayNot
from communes.deliberations import api as door
from communes.deliberations.api import ballot as tablets
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.tablet.errors import BallotOpen
from communes.deliberations.domain.tablet.errors import NoBallotOpen
from communes.deliberations.domain.tablet.errors import NotCalledToVote
from communes.deliberations.domain.tablet.errors import PaperTaken
from communes.deliberations.domain.tablet.errors import TabletsUnused
from communes.deliberations.domain.tablet.errors import WrongPaper
from communes.deliberations.domain.tablet.settings import TabletSettings
from communes.deliberations.domain.tally import Tally
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from communes.deliberations.tests.test_storage_budget import counting
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import held_meeting
from communes.deliberations.workflow.founding import found_assembly
from dataclasses import replace
import pickle
from plone import api
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
import transaction


NUMBER = "0123456789abcdef0123456789abcdef"
OTHER = NUMBER[::-1]


def tabletted(site):
    """Return a meeting that votes on tablets, and its items."""
    on = replace(CONSEIL, tablet=TabletSettings(enabled=True))
    found_assembly(site, on)
    return held_meeting()


@pytest.fixture
def held(town):
    return tabletted(town)


def opened(item, **how):
    with builders.as_user("directeur-general"):
        return tablets.open_ballot(item, **how)


def says(account, meeting, choice):
    with builders.as_user(account):
        tablets.cast_vote(meeting, choice)


def closed(meeting):
    with builders.as_user("directeur-general"):
        tablets.close_ballot(meeting)


def tally_of(item) -> Tally:
    with builders.as_user("directeur-general"):
        (vote,) = door.votes(item).votes
    return vote.tally if hasattr(vote, "tally") else vote.ballots[0].tally


def test_members_vote_by_name_and_change_until_it_is_closed(held):
    meeting, (item, _other) = held
    opened(item)
    says("echevin", meeting, "yes")
    says("conseiller", meeting, "yes")
    says("conseiller", meeting, "no")
    with builders.as_user("conseiller"):
        assert tablets.ballot(meeting).own == "no"
    closed(meeting)
    assert tally_of(item) == Tally(yes=1, no=1, does_not_vote=3)
    with builders.as_user("conseiller"), pytest.raises(NoBallotOpen):
        tablets.cast_vote(meeting, "yes")


def test_nobody_learns_a_voice_before_the_vote_is_closed(held):
    meeting, (item, _other) = held
    opened(item)
    says("conseiller", meeting, "no")
    for account in ("directeur-general", "echevin"):
        with builders.as_user(account):
            found = tablets.ballot(meeting)
            assert (found.answered, found.own) == (1, "")
    with builders.as_user("directeur-general"):
        assert door.votes(item).votes == ()


def test_a_secret_vote_counts_and_a_paper_may_be_changed(held):
    meeting, (item, _other) = held
    opened(item, poll_type="secret")
    with builders.as_user("echevin"):
        proof = tablets.take_paper(meeting, NUMBER)
        tablets.drop_paper(meeting, NUMBER, proof, "yes")
        tablets.drop_paper(meeting, NUMBER, proof, "no")
        with pytest.raises(PaperTaken):
            tablets.take_paper(meeting, OTHER)
        with pytest.raises(WrongPaper):
            tablets.drop_paper(meeting, OTHER, proof, "yes")
    with builders.as_user("conseiller"):
        other = tablets.take_paper(meeting, OTHER)
        tablets.drop_paper(meeting, OTHER, other, "yes")
    closed(meeting)
    assert tally_of(item) == Tally(yes=1, no=1, does_not_vote=3)


def test_what_is_kept_of_a_secret_vote_can_not_tell_who_voted_what(held):
    """Two histories with the papers swapped leave the very same things behind."""
    meeting, (item, _other) = held
    kept = []
    for first, second in (("yes", "no"), ("no", "yes")):
        opened(item, poll_type="secret")
        box = meeting.ballot_box
        box.key, box.data = "the same key", {**box.data, "id": "the same ballot"}
        for account, choice in (("echevin", first), ("conseiller", second)):
            number = NUMBER if choice == "yes" else OTHER
            with builders.as_user(account):
                proof = tablets.take_paper(meeting, number)
                tablets.drop_paper(meeting, number, proof, choice)
        kept.append(
            pickle.dumps((sorted(box.taken), sorted(box.papers.items()), box.data))
        )
        assert dict(box.cast) == {}
        with builders.as_user("directeur-general"):
            tablets.cancel_ballot(meeting)
    assert kept[0] == kept[1]


def test_the_transaction_that_drops_a_paper_bears_no_name(town_web):
    meeting, (item, _other) = tabletted(town_web["portal"])
    opened(item, poll_type="secret")
    transaction.commit()
    with builders.as_user("echevin"):
        proof = tablets.take_paper(meeting, NUMBER)
        transaction.commit()
        tablets.drop_paper(meeting, NUMBER, proof, "yes")
        current = transaction.get()
        current.setUser("echevin")
        current.note("/plone/deliberations/conseil/mon-vote-deposer")
        transaction.commit()
    assert (current.user, current.description) == ("", "")


def test_a_candidate_is_chosen_in_secret(held):
    meeting, (item, _other) = held
    opened(item, poll_type="secret", candidates=["Mme Hennaux", "M. Sacré"])
    with builders.as_user("conseiller"):
        proof = tablets.take_paper(meeting, NUMBER)
        tablets.drop_paper(meeting, NUMBER, proof, "1")
    closed(meeting)
    with builders.as_user("directeur-general"):
        (vote,) = door.votes(item).votes
    assert [(one.label, one.tally.yes) for one in vote.ballots] == [
        ("Mme Hennaux", 0),
        ("M. Sacré", 1),
    ]


def test_only_who_is_in_the_room_with_a_seat_votes(held):
    meeting, (item, _other) = held
    with builders.as_user("directeur-general"):
        door.set_withdrawal(meeting, "conseiller-1", item.UID())
    opened(item)
    for account in ("conseiller", "directeur-general"):
        with builders.as_user(account), pytest.raises(NotCalledToVote):
            tablets.cast_vote(meeting, "yes")
    with builders.as_user("agent-sans-groupe"), pytest.raises(MayNot):
        tablets.cast_vote(meeting, "yes")


def test_members_neither_open_nor_close(held):
    meeting, (item, _other) = held
    with builders.as_user("echevin"), pytest.raises(MayNot):
        tablets.open_ballot(item)
    opened(item)
    with builders.as_user("echevin"), pytest.raises(MayNot):
        tablets.close_ballot(meeting)


def test_one_vote_is_open_at_a_time_and_only_where_the_assembly_wants_it(held, town):
    meeting, (item, other) = held
    opened(item)
    with pytest.raises(BallotOpen):
        opened(other)
    with builders.as_user("directeur-general"):
        tablets.cancel_ballot(meeting)
    found_assembly(town, CONSEIL)
    with pytest.raises(TabletsUnused):
        opened(item)


def test_forty_tablets_that_ask_cost_no_query(held, town, monkeypatch):
    meeting, (item, _other) = held
    opened(item)
    asked = []
    for name in ("searchResults", "unrestrictedSearchResults"):
        monkeypatch.setattr(CatalogTool, name, counting(name, asked))
    with builders.as_user("conseiller"):
        page = api.content.get_view("mon-vote-etat", meeting, town.REQUEST)
        for _turn in range(40):
            page()
    assert asked == []


def test_a_tablet_that_knows_the_state_is_answered_without_a_word(town_web):
    meeting, (item, _other) = tabletted(town_web["portal"])
    opened(item)
    program = Program(town_web, "conseiller")
    url = f"{meeting.absolute_url()}/mon-vote-etat"
    status, answer = program.get(url)
    known = f'"{answer["version"]}"'
    status, answer = program.ask("GET", url, **{"If-None-Match": known})
    assert (status, answer) == (304, b"")
    says("conseiller", meeting, "yes")
    status, _answer = program.ask("GET", url, **{"If-None-Match": known})
    assert status == 200


def test_a_member_votes_with_plain_forms(town_web):
    meeting, (item, other) = tabletted(town_web["portal"])
    opened(item)
    transaction.commit()
    member = Agent(town_web, "conseiller")
    url = f"{meeting.absolute_url()}/mon-vote"
    member.get(url)
    assert "1. Point 1" in member.text
    member.browser.getControl("Pour").click()
    assert "Vous avez voté : Pour" in member.text
    secretary = Agent(town_web, "directeur-general")
    here = f"{meeting.absolute_url()}/scrutins?point={item.UID()}"
    secretary.get(here)
    assert "réponses reçues : 1 sur 5" in secretary.text
    secretary.browser.getControl("Clore le vote").click()
    assert "est clos et compté" in secretary.text
    member.get(url)
    assert "Aucun vote n'est ouvert" in member.text
    assert "Dernier vote" in member.text
    transaction.begin()
    opened(other, poll_type="secret")
    transaction.commit()
    member.get(url)
    member.browser.getControl("Prendre mon bulletin").click()
    member.browser.getControl("Contre").click()
    assert "Votre bulletin est déposé" in member.text
    member.browser.getControl("Pour").click()
    member.get(url)
    assert "Votre bulletin est pris" in member.text
    transaction.begin()
    closed(meeting)
    assert tally_of(other) == Tally(yes=1, does_not_vote=4)


def test_programs_open_vote_and_close(town_web):
    meeting, (item, _other) = tabletted(town_web["portal"])
    url = f"{meeting.absolute_url()}/@deliberations-ballot"
    secretary = Program(town_web, "directeur-general")
    member = Program(town_web, "conseiller")
    status, answer = secretary.post(url, {"act": "open", "item": item.UID()})
    assert (status, answer["called"]) == (200, False)
    secretary.example("ballot-open")
    status, answer = member.post(url, {"act": "vote", "choice": "no"})
    assert (status, answer["own"]) == (200, "no")
    member.example("ballot-vote")
    assert member.post(url, {"act": "close"})[0] == 403
    assert member.post(url, {"act": "vote", "choice": "maybe"})[0] == 400
    assert member.post(url, {"act": "dance"})[0] == 400
    status, answer = secretary.post(url, {"act": "close"})
    assert (status, answer["open"]) == (200, False)
    assert member.post(url, {"act": "vote", "choice": "yes"})[0] == 409
