"""An import is refused row by row with its reason, and then nothing is written."""

from communes.core.access.catalog import unrestricted
from communes.core.access.errors import MayNot
from communes.core.organisation.api import apply_organisation
from communes.core.organisation.api import mandates_in_office
from communes.deliberations import api as door
from communes.deliberations.domain.errors import ImportRefused
from communes.deliberations.tests import builders
from communes.deliberations.tests.test_api_story import REAL_MEETING
import copy
from dataclasses import replace
from datetime import date
import json
from plone import api
import pytest


REAL = json.loads(REAL_MEETING)


def changed(**paths) -> str:
    data = copy.deepcopy(REAL)
    for change in paths.values():
        change(data)
    return json.dumps(data)


def unknown_seat(data):
    data["items"][0]["vote"]["yes"][0] = "conseiller-99"


def absent_voter(data):
    data["items"][0]["vote"]["yes"][0] = "conseiller-9"


def does_not_add_up(data):
    data["items"][0]["vote"]["yes"].pop()


def twice_the_same(data):
    data["items"].append(data["items"][0])


REFUSALS = {
    "unknown seat": (changed(a=unknown_seat), "point 1", "conseiller-99"),
    "absent voter": (changed(a=absent_voter), "point 1", "n'est pas présent"),
    "sum": (changed(a=does_not_add_up), "point 1", "12"),
    "twin": (changed(a=twice_the_same), "point 3", "unique"),
    "broken": (REAL_MEETING[:-20], "fichier", "JSON"),
}


@pytest.fixture
def bare_town(portal):
    builders.town_without_seats()
    return portal


def written():
    return [
        brain.getPath()
        for brain in unrestricted(path="/plone")
        if "deliberations" in (brain.portal_type or "")
        or "Person" in (brain.portal_type or "")
    ]


@pytest.mark.parametrize("name", list(REFUSALS))
def test_a_faulty_import_says_row_and_reason_and_writes_nothing(bare_town, name):
    text, row, reason = REFUSALS[name]
    before = written()
    with api.env.adopt_roles(["Manager"]):
        with pytest.raises(ImportRefused) as refused:
            door.import_meeting(bare_town, text)
    told = [str(one) for one in refused.value.reasons]
    assert any(one.startswith(row) and reason in one for one in told), told
    assert written() == before


def test_the_same_meeting_is_not_imported_twice(bare_town):
    with api.env.adopt_roles(["Manager"]):
        door.import_meeting(bare_town, REAL_MEETING)
        before = written()
        with pytest.raises(ImportRefused) as refused:
            door.import_meeting(bare_town, REAL_MEETING)
    assert "Une séance existe déjà à cette date." in str(refused.value)
    assert written() == before


def test_a_failure_in_the_middle_leaves_nothing(bare_town, monkeypatch):
    from communes.deliberations.importing import write

    def fail(*_args):
        raise RuntimeError("disk")

    monkeypatch.setattr(write, "save_roll", fail)
    before = written()
    with api.env.adopt_roles(["Manager"]), pytest.raises(RuntimeError):
        door.import_meeting(bare_town, REAL_MEETING)
    assert written() == before
    assert builders.assembly().objectIds() == []


def test_an_unknown_assembly_is_made_from_the_seats(portal):
    api.portal.set_registry_record("communes.core.slug", "valmont")
    with api.env.adopt_roles(["Manager"]):
        meeting = door.import_meeting(portal, REAL_MEETING)
        assert meeting.aq_parent.getId() == "conseil"
        assert meeting.title == "Conseil communal du lundi 22 mai 2023"
        roll, _revision = door.attendance(meeting)
    assert roll.seat("directeur-general").votes is False


def test_only_managers_import(bare_town):
    with builders.as_user("createur"), pytest.raises(MayNot):
        door.dry_run(bare_town, REAL_MEETING)
    with builders.as_user("directeur-general"):
        assert door.dry_run(bare_town, REAL_MEETING).faults == ()


def test_a_meeting_already_taken_over_is_known_by_its_external_id(bare_town):
    def named(data):
        data["external_id"] = "PV-2023-05"

    def later(data):
        data["date"] = "2023-06-26"

    with api.env.adopt_roles(["Manager"]):
        meeting = door.import_meeting(bare_town, changed(a=named))
        with pytest.raises(ImportRefused) as refused:
            door.import_meeting(bare_town, changed(a=named, b=later))
    assert meeting.external_id == "PV-2023-05"
    assert "Cette séance est déjà importée." in str(refused.value)


def test_what_an_import_and_a_cascade_wrote_bears_the_name_of_who_asked(bare_town):
    with builders.as_user("directeur-general"):
        meeting = door.import_meeting(bare_town, REAL_MEETING)
        assert meeting.agenda.changes[-1][1] == "directeur-general"
        door.do_transition(meeting, "freeze")
        item = api.content.get(UID=door.agenda(meeting).lines[0].uid)
    tool = api.portal.get_tool("portal_workflow")
    (workflow,) = tool.getWorkflowsFor(item)
    taken = tool.getHistoryOf(workflow.getId(), item)
    assert [(one["action"], one["actor"]) for one in taken] == [
        (None, "directeur-general"),
        (None, "directeur-general"),
        ("itemfreeze", "directeur-general"),
    ]


def test_the_members_of_an_old_file_are_not_seated_beside_those_of_today(bare_town):
    town = builders.organisation()
    today = tuple(
        replace(one, starts=date(2024, 12, 2))
        for one in town.mandates
        if one.body == "conseil"
    )
    apply_organisation(bare_town, replace(town, mandates=today))
    with builders.as_user("directeur-general"):
        door.import_meeting(bare_town, REAL_MEETING)
    now = mandates_in_office(bare_town, "conseil", date(2026, 11, 24))
    assert {one.person.id for one in now} == {one.person.id for one in today}
    then = mandates_in_office(bare_town, "conseil", date(2023, 5, 22))
    assert len(then) == 16
