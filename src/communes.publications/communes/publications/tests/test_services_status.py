"""Operators and their machines see what is planned or late; nobody else does."""

from communes.core.metrics.page import TOKEN_VARIABLE
from communes.core.testing.program import PASSWORD
from communes.core.testing.program import Program as AnyProgram
from communes.publications.storage import schedule
from communes.publications.tests.papers import institution
from communes.publications.tests.papers import move
from communes.publications.tests.papers import paper
from communes.publications.tests.papers import published
from communes.publications.tests.papers import STEP
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import pytest
import transaction


NOUN = "@publications-status"
METRICS = "@@publications-metrics"


class Program(AnyProgram):
    """Its examples are those of the publications."""

    solution = "publications"


@pytest.fixture
def portal_with_plans(functional):
    """A portal with one text planned for tomorrow, one an hour late, one shown."""
    portal = functional["portal"]
    made = institution(portal)
    now = datetime.now(UTC)
    for title in ("Demain", "En retard"):
        one = paper(made, title=title)
        move(one, STEP.PROPOSE)
        move(one, STEP.PLAN, moment=now + timedelta(days=1))
    # As when no worker came by.
    late = schedule.Due(now - timedelta(hours=1), one.UID(), schedule.PUBLISH)
    schedule.put(portal, late)
    published(made)
    api.user.create("passant@example.be", "passant", PASSWORD)
    transaction.commit()
    return portal


def test_a_program_sees_what_is_planned_and_late(functional, portal_with_plans):
    program = Program(functional, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    status, found = program.get(NOUN)
    assert status == 200
    (standing,) = found["institutions"]
    assert standing["institution"] == "99901"
    assert (standing["planned"], standing["late"]) == (2, 1)
    assert 3600 <= found["latest_seconds"] < 3700
    assert found["proofs_waiting"] == 1
    assert Program(functional, "passant").get(NOUN)[0] == 401


@pytest.mark.parametrize(
    ("given", "opens"),
    [("Bearer un-jeton-long", True), ("Bearer un-autre", False), (None, False)],
)
def test_a_machine_shows_its_token(
    functional, portal_with_plans, monkeypatch, given, opens
):
    monkeypatch.setenv(TOKEN_VARIABLE, "un-jeton-long")
    browser = Browser(functional["app"])
    browser.raiseHttpErrors = False
    if given:
        browser.addHeader("Authorization", given)
    browser.open(f"{portal_with_plans.absolute_url()}/{METRICS}")
    line = 'communes_publications_late{site="/plone",institution="99901"} 1'
    assert (line in browser.contents) == opens
    assert ("communes_publications_" in browser.contents) == opens
