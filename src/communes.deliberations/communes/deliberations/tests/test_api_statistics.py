"""The year of an assembly: for the secretariat, as a page, a file and by REST."""

from communes.core.access.errors import MayNot
from communes.deliberations import api as door
from communes.deliberations.api.statistics import statistics
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from communes.deliberations.tests.test_storage_budget import awake
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from communes.deliberations.tests.web import held_meeting
from io import BytesIO
import pytest
import transaction
from zipfile import ZipFile


def voted_meeting():
    """Return a meeting of May 2023 with one excused member and one vote."""
    meeting, items = held_meeting()
    with builders.as_user("directeur-general"):
        door.set_presences(meeting, {"conseiller-3": "excused"})
        door.encode_public_vote(items[0], {"conseiller-1": "no"}, others="yes")
    return meeting, items


def test_a_year_is_told_to_the_secretariat_without_waking_an_item(town):
    meeting, items = voted_meeting()
    transaction.savepoint()
    meeting._p_jar.cacheMinimize()
    with builders.as_user("directeur-general"):
        found = statistics(builders.assembly(), 2023)
        assert statistics(builders.assembly(), 2022).members == ()
    by_seat = {one.seat.id: one for one in found.members}
    assert found.meetings == 1
    assert by_seat["conseiller-3"].excused == 1
    assert by_seat["conseiller-1"].voices == {"no": 1}
    assert awake(items) == []


def test_a_year_is_not_for_those_who_do_not_keep_the_meetings(town):
    for account in ("conseiller", "createur", "agent-sans-groupe"):
        with builders.as_user(account), pytest.raises(MayNot):
            statistics(builders.assembly(), 2023)


def test_the_year_is_a_page_and_a_file(town_web):
    committed(voted_meeting)
    agent = Agent(town_web, "directeur-general")
    url = f"{builders.assembly().absolute_url()}/statistiques"
    assert agent.get(f"{url}?annee=2023") == 200
    assert "Statistiques 2023" in agent.text
    assert "Titulaire conseiller-3" in agent.text
    agent.get(f"{url}?annee=2023&export=csv")
    (row,) = [one for one in agent.text.splitlines() if "conseiller-3" in one]
    assert row.split(";")[2:9] == ["1", "0", "1", "0", "0", "0", "0"]
    agent.browser.open(f"{url}?annee=2023&export=xlsx")
    assert ZipFile(BytesIO(_bytes(agent))).namelist()
    assert Agent(town_web, "conseiller").get(url) == 403


def _bytes(agent) -> bytes:
    found = agent.browser.contents
    return found if isinstance(found, bytes) else found.encode("latin-1")


def test_the_year_is_told_to_programs(town_web):
    committed(voted_meeting)
    program = Program(town_web, "directeur-general")
    url = f"{builders.assembly().absolute_url()}/@deliberations-statistics"
    status, answer = program.get(f"{url}?year=2023")
    assert (status, answer["items_total"], answer["meetings"]) == (200, 5, 1)
    program.example("statistics-get")
    assert program.get(f"{url}?year=soon")[0] == 400
    assert Program(town_web, "conseiller").get(url)[0] == 403
