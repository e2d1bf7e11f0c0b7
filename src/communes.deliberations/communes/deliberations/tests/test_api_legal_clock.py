"""The terms of a meeting: on its page, by REST, on the dashboard of the secretariat."""

from communes.core.access.errors import MayNot
from communes.deliberations import api as door
from communes.deliberations.api.legal_clock import legal_alarms
from communes.deliberations.api.legal_clock import legal_clock
from communes.deliberations.domain.legal_clock.clock import Term
from communes.deliberations.domain.legal_clock.clock import TermStanding
from communes.deliberations.interfaces import IDeliberationsLayer
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from communes.deliberations.tests.test_storage_budget import awake
from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
import transaction
from zope.interface import alsoProvides


TODAY = date(2026, 11, 23)


@pytest.fixture
def clock(monkeypatch):
    """Hold the clock of the rules at one morning."""
    monkeypatch.setattr(
        "communes.deliberations.api.legal_clock.now", lambda: datetime(2026, 11, 23, 9)
    )


def council(days: int, **values):
    meeting = builders.meeting(
        when=datetime.combine(TODAY, datetime.min.time())
        + timedelta(days=days, hours=20)
    )
    if values:
        with builders.as_user("directeur-general"):
            door.edit_meeting(meeting, values)
    return meeting


def test_a_meeting_tells_its_terms(town, clock):
    meeting = council(21)
    with builders.as_user("directeur-general"):
        found = {one.term: one for one in legal_clock(meeting)}
    assert set(found) == {Term.CONVOCATION, Term.ADDITIONS, Term.DRAFTS}
    assert found[Term.CONVOCATION].deadline.date == date(2026, 12, 6)


def test_a_convocation_that_was_noted_is_done(town, clock):
    meeting = council(5, convoked_on=date(2026, 11, 20))
    with builders.as_user("directeur-general"):
        found = {one.term: one.standing for one in legal_clock(meeting)}
        assert found[Term.CONVOCATION] is TermStanding.DONE
        assert found[Term.DRAFTS] is TermStanding.LATE
        alarms = legal_alarms(town)
    assert [one.line.term for one in alarms] == [Term.DRAFTS]


def test_alarms_are_for_those_who_keep_the_meetings(town, clock):
    council(5)
    with builders.as_user("directeur-general"):
        said = [one.line.term for one in legal_alarms(town)]
    assert said == [Term.CONVOCATION, Term.DRAFTS]
    for account in ("conseiller", "createur", "agent-sans-groupe"):
        with builders.as_user(account):
            assert legal_alarms(town) == []


def test_who_may_not_see_a_meeting_learns_no_term(town, clock):
    meeting = council(5)
    with builders.as_user("agent-sans-groupe"), pytest.raises(MayNot):
        legal_clock(meeting)


def test_the_minutes_of_the_last_meeting_press_on_the_day_of_the_next(town, clock):
    council(-27)
    council(0, convoked_on=date(2026, 11, 1), drafts_published_on=date(2026, 11, 1))
    with builders.as_user("directeur-general"):
        (alarm,) = legal_alarms(town)
    assert (alarm.line.term, alarm.line.days_left) == (Term.APPROVAL, 0)


@pytest.mark.parametrize("count", [1, 12])
def test_the_alarms_wake_no_meeting(town, clock, count):
    made = [council(4 + number) for number in range(count)]
    processQueue()
    transaction.savepoint()
    made[0]._p_jar.cacheMinimize()
    with builders.as_user("directeur-general"):
        assert legal_alarms(town)
    assert awake(made) == []


def test_the_card_explains_each_day(town, clock):
    meeting = council(21, validation_deadline=datetime(2026, 12, 2, 16))
    alsoProvides(town.REQUEST, IDeliberationsLayer)
    with builders.as_user("directeur-general"):
        page = api.content.get_view("view", meeting, town.REQUEST)()
    for words in (
        "Échéances légales",
        "CDLD, art. L1122-13",
        "7 jours francs, du lundi 7 décembre 2026 au dimanche 13 décembre 2026",
        "dimanche 6 décembre 2026 (réception) et lundi 14 décembre 2026 (séance)",
        "mercredi 2 décembre 2026, 16\u00a0h",
    ):
        assert words in page


def test_the_dashboard_says_what_presses(town, clock):
    council(5)
    alsoProvides(town.REQUEST, IDeliberationsLayer)
    with builders.as_user("directeur-general"):
        page = api.content.get_view("tableau-de-bord", town, town.REQUEST)()
    assert "En retard de 3 jours" in page
    assert "Voir le calcul" in page


def test_the_terms_are_told_to_programs(town_web, clock):
    meeting = council(21)
    program = Program(town_web, "directeur-general")
    status, answer = program.get(f"{meeting.absolute_url()}/@deliberations-legal-clock")
    assert status == 200
    program.example("legal-clock-get")
    (first, *_rest) = answer["items"]
    assert (first["term"], first["latest_on"]) == ("convocation", "2026-12-06")
    outsider = Program(town_web, "agent-sans-groupe")
    status, _answer = outsider.get(
        f"{meeting.absolute_url()}/@deliberations-legal-clock"
    )
    assert status in (401, 403, 404)
