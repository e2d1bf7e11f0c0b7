"""A decision asks the accounts to commit; the population tells of a mandatary."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from communes.core.jobs.storage import queue_of
from communes.core.organisation.api import mandates_in_office
from communes.core.organisation.api import person
from communes.deliberations.api import do_transition
from communes.deliberations.interfaces import IDeliberationsLayer
from communes.exchange.inbox.apply import Apply
from communes.exchange.letters.api import count
from communes.exchange.letters.domain import Direction
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox.deliver import Deliver
from communes.exchange.partners import api as partners
from communes.exchange.partners.interfaces import IPartner
from communes.exchange.partners.kinds import COMMITMENT
from communes.exchange.partners.kinds import COMMITMENT_REQUEST
from communes.exchange.partners.kinds import PartnerMessages
from communes.exchange.partners.kinds import PERSON_CHANGED
from communes.exchange.peers.api import declare
from communes.exchange.peers.api import peer
from communes.exchange.peers.domain.peer import Peer
from communes.policy.applying.sites import inside
from communes.policy.bridges.deliberations_finance.card import CommitmentCard
from communes.policy.bridges.deliberations_finance.storage import commitment_of
from datetime import date
from decimal import Decimal
import pytest
from zope.component import getUtility
from zope.interface import alsoProvides


NAME = "ourthe/backoffice"
PERSON = next(one for one in PartnerMessages.kinds if one.name == PERSON_CHANGED)


@pytest.fixture
def site(app):
    """The agents' site of the demo, paired with the partner of the tests."""
    newSecurityManager(None, system)
    with inside(app.demo.agents) as site:
        alsoProvides(site.REQUEST, IDeliberationsLayer)
        sends = frozenset({COMMITMENT, PERSON_CHANGED})
        receives = frozenset({COMMITMENT_REQUEST})
        declare(site, Peer(NAME, "Back-office", "demo", "", sends, receives))
        yield site


@pytest.fixture
def partner():
    """The double of the tests, with nothing said yet."""
    found = getUtility(IPartner, name="demo")
    found.got.clear()
    found.to_say.clear()
    return found


@pytest.fixture
def meeting(site):
    """A meeting of the demo that was opened again to write its minutes."""
    found = site.portal_catalog.unrestrictedSearchResults(
        portal_type="communes.deliberations.Meeting",
        review_state="closed",
        deliberations_assembly="college",
    )
    meeting = found[0]._unrestrictedGetObject()
    do_transition(meeting, "backToDecided")
    return meeting


@pytest.fixture
def exchanged(site):
    """Return what lets everything that waits be brought and done."""

    def work():
        for handler, kind in ((Deliver(), outbox.DELIVER), (Apply(), "exchange.apply")):
            handler.run(site, queue_of(site).take(kind, 200))

    return work


def spending(meeting):
    """Return an item of the agenda that spends, and one that says no article."""
    found = meeting.portal_catalog.unrestrictedSearchResults(
        portal_type="communes.deliberations.MeetingItem",
        deliberations_meeting=meeting.UID(),
        review_state="accepted",
    )
    first, second = [one._unrestrictedGetObject() for one in found][:2]
    for item in (first, second):
        item.budget_related, item.budget_amount = True, Decimal("133560.00")
    first.budget_article, second.budget_article = "722/724-60 (projet 20260012)", ""
    return first, second


def test_what_a_meeting_spends_is_committed_once(site, partner, meeting, exchanged):
    first, second = spending(meeting)
    do_transition(meeting, "close")
    asked = commitment_of(first)
    assert asked is not None and not asked.number
    assert commitment_of(second) is None
    assert "Demandé" in card(first) and card(second) == ""

    exchanged()
    (request,) = partner.got
    assert request.body["article"] == "722/724-60"
    assert request.body["reference"] == asked.reference
    made = commitment_of(first)
    assert made.number == f"{meeting.date.year}/000001"
    assert made.number in card(first) and "Inscrit" in card(first)

    do_transition(meeting, "backToDecided")
    do_transition(meeting, "close")
    exchanged()
    assert len(partner.got) == 1


def test_a_number_nobody_asked_for_waits_for_an_agent(site, partner, exchanged):
    body = {"reference": "x", "number": "2026/1", "committed_on": "2026-11-24"}
    partner.to_say.append(("n-1", COMMITMENT, "commitment:inconnu", body))
    pull(site, partner)
    exchanged()
    assert count(site, Direction.IN) == 1


def test_the_population_tells_of_a_mandatary_and_of_nobody_else(
    site, partner, exchanged
):
    someone = site.organisation["luc-tinant"]
    someone.population_number = "P-004217"
    told = (
        ("1", "P-004217", "renamed", "Tinant-Dubois"),
        ("2", "P-999999", "deceased", "Inconnue"),
        ("3", "P-004217", "moved", "Tinant-Dubois"),
    )
    for id, number, change, name in told:
        say(partner, id, number, change, name)
    pull(site, partner)
    exchanged()
    assert person(site, "luc-tinant").name == "Luc Tinant-Dubois"
    before = mandates_in_office(site, "conseil", date(2026, 11, 24))
    assert "Luc Tinant-Dubois" in [one.person.name for one in before]

    say(partner, "4", "P-004217", "deceased", "Tinant-Dubois")
    pull(site, partner)
    exchanged()
    after = mandates_in_office(site, "conseil", date(2026, 11, 24))
    assert len(after) == len(before) - 1
    assert "luc-tinant" not in [one.person.id for one in after]
    assert count(site, Direction.IN) == 0


def card(item):
    return CommitmentCard(item, item.REQUEST).render()


def say(partner, id, number, change, name):
    changed = {"person": number, "change": change, "last_name": name}
    rest = {"first_name": "Luc", "effective_on": "2026-11-20"}
    body = {**PERSON.example, **changed, **rest}
    partner.to_say.append((id, PERSON_CHANGED, f"person:{number}", body))


def pull(site, partner):
    """Hear all that the partner has to say."""
    while partners.pull(site, peer(site, NAME), partner):
        pass
