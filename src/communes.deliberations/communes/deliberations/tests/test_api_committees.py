"""Committees: when they sit, who is there, which items they look at, what they note."""

from communes.core.access.errors import MayNot
from communes.core.errors.domain import InvalidInput
from communes.deliberations.api.committees import committees
from communes.deliberations.api.committees import set_sitting
from communes.deliberations.domain.committees.settings import Committee
from communes.deliberations.domain.committees.sitting import ItemElsewhere
from communes.deliberations.domain.committees.sitting import NotOfCommittee
from communes.deliberations.domain.committees.sitting import SittingAfterMeeting
from communes.deliberations.domain.committees.sitting import UnknownCommittee
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.domain.settings_check import check
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.storage.plain import from_plain
from communes.deliberations.storage.plain import to_plain
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from communes.deliberations.tests.web import held_meeting
from communes.deliberations.workflow.founding import found_assembly
from dataclasses import replace
from datetime import date
from plone import api
import pytest


FINANCES = Committee(
    "finances", "Commission des finances", ("conseiller-1", "conseiller-2")
)
WITH_COMMITTEE = replace(CONSEIL, committees=(FINANCES,))
HELD = {
    "held_on": date(2023, 5, 16),
    "hour": "18:30",
    "convoked_on": date(2023, 5, 8),
    "place": "Salle du Conseil",
    "present": ("conseiller-1",),
    "notes": "Avis favorable à l'unanimité.",
}


def prepared():
    found_assembly(api.portal.get(), WITH_COMMITTEE)
    return held_meeting(privacy="public")


def kept(meeting, revision=None, committee="finances", **changes):
    with builders.as_user("directeur-general"):
        return set_sitting(meeting, committee, {**HELD, **changes}, revision)


def test_a_committee_is_a_setting():
    settings = DeliberationsSettings((WITH_COMMITTEE,))
    assert check(settings) == ()
    assert from_plain(type(CONSEIL), to_plain(WITH_COMMITTEE)) == WITH_COMMITTEE


def test_a_sitting_is_kept_with_its_items(town):
    meeting, (item, _other) = prepared()
    assert kept(meeting, items=(item.UID(),)) == 1
    assert kept(meeting, items=(item.UID(),)) == 1
    with builders.as_user("directeur-general"):
        ((found,), revision) = committees(meeting)
    assert revision == 1
    assert found.sitting.items == (item.UID(),)
    assert found.people[0] == ("conseiller-1", "Titulaire conseiller-1")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"committee": "travaux"}, UnknownCommittee),
        ({"present": ("bourgmestre",)}, NotOfCommittee),
        ({"held_on": date(2023, 5, 23)}, SittingAfterMeeting),
        ({"items": ("nowhere",)}, ItemElsewhere),
    ],
)
def test_a_sitting_that_can_not_be_is_refused(town, changes, error):
    meeting, _items = prepared()
    with pytest.raises(error) as refused:
        kept(meeting, **changes)
    assert isinstance(refused.value, InvalidInput)


def test_two_people_who_note_at_once_are_told(town):
    meeting, _items = prepared()
    kept(meeting)
    kept(meeting, 1, place="Salle du Collège")
    with pytest.raises(StaleRevision):
        kept(meeting, 1, place="Maison de village")


def test_notes_and_closed_items_are_not_for_everybody(town):
    found_assembly(api.portal.get(), replace(WITH_COMMITTEE, members_read_closed=False))
    meeting, (item, _other) = held_meeting(privacy="closed")
    kept(meeting, items=(item.UID(),))
    with builders.as_user("conseiller"):
        ((found,), _revision) = committees(meeting)
    assert (found.sitting.notes, found.sitting.items) == ("", ())
    assert found.sitting.place == "Salle du Conseil"
    with builders.as_user("conseiller"), pytest.raises(MayNot):
        set_sitting(meeting, "finances", HELD)
    with builders.as_user("agent-sans-groupe"), pytest.raises(MayNot):
        committees(meeting)


def test_a_sitting_is_noted_by_its_form(town_web):
    meeting, (item, _other) = committed(prepared)
    agent = Agent(town_web, "directeur-general")
    url = f"{meeting.absolute_url()}/commissions"
    agent.get(url)
    assert "Commission des finances" in agent.text
    agent.token = agent.site_token(url)
    agent.post(
        f"{meeting.absolute_url()}/commission-noter",
        commission="finances",
        revision="0",
        **{
            "finances.date": "2023-05-16",
            "finances.heure": "18:30",
            "finances.presents": ["conseiller-1"],
            "finances.points": [item.UID()],
            "finances.notes": "Avis favorable.",
        },
    )
    for words in ("mardi 16 mai 2023 · 18:30", "Titulaire conseiller-1", "1. Point 1"):
        assert words in agent.text
    agent.post(
        f"{meeting.absolute_url()}/commission-noter",
        commission="finances",
        **{"finances.date": "hier"},
    )
    assert "n'est pas une date" in agent.text


def test_programs_note_a_sitting(town_web):
    meeting, (item, _other) = prepared()
    url = f"{meeting.absolute_url()}/@deliberations-committees"
    program = Program(town_web, "directeur-general")
    sent = {
        "committee": "finances",
        "held_on": "2023-05-16",
        "present": ["conseiller-1"],
        "agenda_items": [item.UID()],
        "revision": 0,
    }
    status, answer = program.patch(url, sent)
    assert (status, answer["revision"]) == (200, 1)
    program.example("committees-patch")
    assert program.patch(url, {**sent, "notes": "Non."})[0] == 409
    for wrong in ({"held_on": "hier"}, {"present": [1]}, {"committee": "x"}):
        assert program.patch(url, {**sent, "revision": 1, **wrong})[0] == 400
    assert Program(town_web, "conseiller").patch(url, sent)[0] == 403
