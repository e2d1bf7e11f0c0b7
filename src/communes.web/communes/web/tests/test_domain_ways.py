"""Messages in time, lists from A to Z, and places drawn."""

from communes.web.domain.alert import Alert
from communes.web.domain.alert import next_change
from communes.web.domain.alert import shown
from communes.web.domain.lettering import by_letter
from communes.web.domain.point_map import drawn
from communes.web.domain.point_map import Spot
from communes.web.domain.settings import AudienceSettings
from communes.web.domain.settings import CategorySettings
from communes.web.domain.settings import check
from communes.web.domain.settings import WebSettings
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def alert(**values):
    return Alert(**{"id": "a", "title": "Coupure d'eau", **values})


def test_a_message_is_shown_from_its_beginning_to_its_end():
    one = alert(starts=NOON, ends=NOON + HOUR)
    assert not one.shown_at(NOON - HOUR)
    assert one.shown_at(NOON) and one.shown_at(NOON + HOUR / 2)
    assert not one.shown_at(NOON + HOUR)


def test_a_message_of_a_branch_is_not_shown_beside_it():
    one = alert(branch="vivre-ici")
    assert one.shown_at(NOON, "vivre-ici") and one.shown_at(NOON, "vivre-ici/eau")
    assert not one.shown_at(NOON, "vivre-ici-aussi") and not one.shown_at(NOON)


def test_the_most_urgent_message_is_first():
    rows = (
        alert(id="1"),
        alert(id="2", level="urgent"),
        alert(id="3", level="warning"),
    )
    assert [one.id for one in shown(rows, NOON, "")] == ["2", "3", "1"]


def test_nothing_changes_before_the_next_change_of_a_message():
    rows = (alert(starts=NOON + HOUR), alert(ends=NOON + 2 * HOUR))
    assert next_change(rows, NOON) == NOON + HOUR
    assert next_change(rows, NOON + 2 * HOUR) is None


def test_accents_do_not_count_in_a_list_from_a_to_z():
    found = by_letter(["École", "eau", "Œuvres", "zone", "3 Suisses"], str)
    assert found == [
        ("E", ["eau", "École"]), ("O", ["Œuvres"]), ("Z", ["zone"]),
        ("0-9", ["3 Suisses"]),
    ]  # fmt: skip


@given(st.lists(st.text(max_size=8)))
def test_every_thing_of_a_list_stands_under_one_letter(names):
    found = [one for _letter, rows in by_letter(names, str) for one in rows]
    assert sorted(found) == sorted(names)


@given(
    st.lists(
        st.tuples(st.floats(49.5, 51.5), st.floats(2.5, 6.5)), min_size=2, max_size=9
    )
)
def test_all_places_lie_in_the_drawing(points):
    spots = [Spot("<x>", *point, number) for number, point in enumerate(points, 1)]
    drawing = etree.fromstring(drawn(spots, 'Lieux "<&>"'))
    _left, _top, wide, high = map(float, drawing.get("viewBox").split())
    for ring in drawing.iter("circle"):
        assert 0 <= float(ring.get("cx")) <= wide
        assert 0 <= float(ring.get("cy")) <= high


def test_north_is_above():
    drawing = etree.fromstring(
        drawn([Spot("n", 50.2, 5, 1), Spot("s", 50.1, 5, 2)], "x")
    )
    north, south = drawing.iter("circle")
    assert float(north.get("cy")) < float(south.get("cy"))
    assert drawn([Spot("seul", 50, 5, 1)], "x") == ""


def test_themes_and_audiences_that_contradict_themselves_are_told():
    assert check(WebSettings()) == ()
    orphan = WebSettings(categories=(CategorySettings("a", "A", "b"),))
    twins = WebSettings(
        audiences=(AudienceSettings("a", "A"), AudienceSettings("a", "B"))
    )
    for wrong in (orphan, twins):
        assert [one.code for one in check(wrong)] == ["web_bad_category"]
