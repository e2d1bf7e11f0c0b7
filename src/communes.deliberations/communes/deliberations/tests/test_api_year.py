"""A year of the commune, played through: nothing is lost and the registers hold.

Three meetings of the college and one of the council by themselves; a whole year
(``make year``) with ``COMMUNES_YEAR=full``, which prints counts and times.
"""

from communes.deliberations import api as door
from communes.deliberations.api import register
from communes.deliberations.tests import builders
from communes.deliberations.tests import year_plan
from communes.deliberations.tests import year_played
from communes.deliberations.workflow.travelling import successors_of
import os
from plone import api
import pytest
import time
import transaction


FULL = os.environ.get("COMMUNES_YEAR") == "full"
SMALL = {"college": 3, "college_items": 3, "conseil": 1, "conseil_items": 3}


@pytest.fixture
def planned():
    """The meetings of the year, whole or small."""
    return year_plan.year() if FULL else year_plan.year(**SMALL)


def kept() -> None:
    """Commit, and let go of what was read."""
    transaction.commit()
    api.portal.get()._p_jar.cacheGC()


def ends(item) -> list[str]:
    """Return the states an item and what continued it ended in, the last one last."""
    states = [api.content.get_state(item)]
    for later in successors_of(item):
        states += ends(later)
    return states


def check_items(planned, told):
    """No item is lost: each one is decided, or waits in what continues it."""
    waiting = set(told.carried.values())
    expected = {"accept": ["accepted"], "refuse": ["refused"]}
    for plan in year_plan.planned_items(planned):
        item = api.content.get(UID=told.items[plan.key])
        if plan.decision == "delay":
            (later,) = successors_of(item)
            end = "validated" if later.UID() in waiting else "accepted"
            assert ends(item) == ["delayed", end]
        else:
            assert ends(item) == expected[plan.decision]


def check_numbers(planned, told):
    """Meetings and agendas are numbered without a gap, by organ."""
    for organ, uids in told.meetings.items():
        meetings = [api.content.get(UID=uid) for uid in uids]
        assert [one.meeting_number for one in meetings] == [
            *range(1, len(meetings) + 1)
        ]
        sizes = [len(one.items) for one in planned if one.organ == organ]
        for place, (meeting, size) in enumerate(zip(meetings, sizes, strict=True)):
            lines = door.agenda(meeting).lines
            # From the second on: the item put off, and the minutes to approve.
            assert len(lines) == size + (2 if place else 0)
            assert [one.number for one in lines] == [
                str(number) for number in range(1, len(lines) + 1)
            ]
            assert len({one.reference for one in lines}) == len(lines)


def check_registers(told):
    """Every decided item is in the register, in a chain that holds."""
    for organ, uids in told.meetings.items():
        assembly = builders.assembly(organ)
        decided = {
            line.uid
            for uid in uids
            for line in door.agenda(api.content.get(UID=uid)).lines
            if line.state in ("accepted", "refused")
        }
        for kind, size in (("deliberations", len(decided)), ("minutes", len(uids) - 1)):
            found = register.verify_register(assembly, kind)
            assert (found.holds, found.entries) == (True, size), found.faults
            page = register.register_page(assembly, kind, size=max(size, 1))
            numbers = [row.entry.number for row in reversed(page.rows)]
            assert numbers == [*range(1, size + 1)]
            if kind == "deliberations":
                assert {row.entry.item for row in page.rows} == decided


def test_a_year_is_played_without_losing_an_item(town_web, planned, capsys):
    began = time.perf_counter()
    year_played.prepare()
    told = year_played.play(planned, kept)
    year_played.sign_minutes(told, kept)
    played = time.perf_counter() - began
    with builders.as_user(year_played.SECRETARY):
        check_numbers(planned, told)
        check_registers(told)
        check_items(planned, told)
    items = year_plan.planned_items(planned)
    assert told.counts["create"] == len(items)
    assert told.counts["advise"] == sum(len(one.advisers) for one in items)
    if FULL:
        whole = time.perf_counter() - began
        with capsys.disabled():
            print(
                f"\n{len(planned)} meetings, {len(items)} items",
                *told.lines(),
                sep="\n",
            )
            print(f"played in {played:.0f} s, verified in {whole - played:.0f} s")


def test_the_year_is_the_same_from_the_same_seed():
    assert year_plan.year(**SMALL) == year_plan.year(**SMALL)
    assert year_plan.year(**SMALL) != year_plan.year(**SMALL, seed=1)


def test_the_year_has_the_size_of_a_commune():
    meetings = year_plan.year()
    sizes = {"college": (45, 40), "conseil": (11, 35)}
    for organ, (count, size) in sizes.items():
        held = [one for one in meetings if one.organ == organ]
        assert [len(one.items) for one in held] == [size] * count
    items = year_plan.planned_items(meetings)
    assert len({one.key for one in items}) == len(items) == 2185
    advised = [one for one in items if one.advisers]
    assert {len(one.advisers) for one in advised} == {3}
    assert abs(len(advised) - len(items) / 3) < 40
    assert all(one.date.year == year_plan.YEAR for one in meetings)
