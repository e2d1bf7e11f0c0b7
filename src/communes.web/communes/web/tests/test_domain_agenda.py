"""Events take place when people read that they do, and agendas never go in circles."""

from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.feeding import refuse_circle
from communes.web.domain.agenda.feeding import shown_in
from communes.web.domain.agenda.feeding import sources_of
from communes.web.domain.agenda.occurrences import check_recurrence
from communes.web.domain.agenda.occurrences import next_of
from communes.web.domain.agenda.occurrences import occurrences
from communes.web.domain.agenda.occurrences import takes_place_on
from communes.web.domain.agenda.occurrences import upcoming
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.errors import BadPeriod
from communes.web.domain.errors import BadRecurrence
from communes.web.domain.errors import Feeding
from communes.web.domain.errors import NotOfTheRule
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest


FEW = settings(max_examples=40, deadline=None)
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


def event(starts, ends=None, **more):
    more.setdefault("id", "e1")
    more.setdefault("title", "Marché")
    starts = datetime.fromisoformat(starts)
    ends = datetime.fromisoformat(ends) if ends else None
    return Event(starts=starts, ends=ends, modified=NOW, **more)


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def between(one, since, until):
    return list(occurrences(one, utc(since), utc(until)))


def test_a_market_at_eight_is_at_eight_all_year():
    market = event("2026-01-04T08:00", "2026-01-04T13:00", rule="FREQ=WEEKLY")
    found = between(market, "2026-01-01", "2027-01-01")
    assert len(found) == 52
    for one in found:
        local = one.begins.astimezone(BRUSSELS)
        assert (local.hour, local.minute, local.weekday()) == (8, 0, 6)
        assert one.over.astimezone(BRUSSELS).hour == 13
    assert {one.begins.hour for one in found} == {6, 7}


def test_a_ball_over_the_longer_night_ends_when_it_says():
    ball = event("2026-10-24T22:00", "2026-10-25T04:00")
    (found,) = between(ball, "2026-10-24", "2026-10-26")
    assert found.over - found.begins == timedelta(hours=7)
    assert found.end == datetime(2026, 10, 25, 4)


def test_an_event_of_the_hour_that_comes_twice_keeps_its_length():
    (found,) = between(
        event("2026-10-25T02:10", "2026-10-25T02:40"), "2026-10-24", "2026-10-26"
    )
    assert found.over - found.begins == timedelta(minutes=30)


def test_days_are_taken_away_and_put_besides():
    one = event(
        "2026-12-01T18:00",
        "2026-12-01T19:00",
        rule="FREQ=WEEKLY;COUNT=3",
        excluded=(datetime(2026, 12, 8, 18),),
        added=(datetime(2026, 12, 10, 18), datetime(2026, 12, 15, 18)),
    )
    days = [one.start.day for one in between(one, "2026-11-01", "2027-01-01")]
    assert days == [1, 10, 15]


def test_a_day_is_taken_away_from_whole_days_whatever_its_hour():
    one = event(
        "2026-12-01", whole_day=True, rule="FREQ=DAILY;COUNT=3",
        excluded=(datetime(2026, 12, 2, 9),),
    )  # fmt: skip
    assert [one.start.day for one in between(one, "2026-11-01", "2027-01-01")] == [1, 3]


def test_a_whole_day_is_today_until_midnight():
    one = event("2026-11-23", "2026-11-24", whole_day=True)
    (found,) = between(one, "2026-11-24T22:59:59", "2026-12-01")
    assert found.over == utc("2026-11-24T23:00")
    assert between(one, "2026-11-24T23:00", "2026-12-01") == []


def test_an_open_end_has_no_end_and_is_shown_all_day():
    one = event("2026-11-23T09:00")
    found = next_of(one, utc("2026-11-23T22:59"))
    assert found.end is None
    assert next_of(one, utc("2026-11-23T23:00")) is None


def test_what_is_over_since_noon_still_is_of_today():
    one = event("2026-11-23T09:00", "2026-11-23T12:00")
    assert next_of(one, utc("2026-11-23T14:00")) is None
    assert takes_place_on(one, utc("2026-11-23T14:00"))
    assert takes_place_on(one, utc("2026-11-22T23:00"))
    assert not takes_place_on(one, utc("2026-11-23T23:00"))


def test_past_times_push_no_future_ones_out():
    daily = event("2000-01-01T09:00", "2000-01-01T10:00", rule="FREQ=DAILY", id="a")
    once = event("2026-11-24T12:00", "2026-11-24T13:00", id="b")
    found = upcoming([daily, once], NOW, 3)
    assert [(one.event.id, one.start.day) for one in found] == [
        ("a", 23), ("a", 24), ("b", 24),
    ]  # fmt: skip


def test_an_event_under_way_is_among_the_next():
    fair = event("2026-11-20T10:00", "2026-11-25T18:00")
    assert [one.start.day for one in upcoming([fair], NOW, 5)] == [20]


def test_an_event_ends_after_it_begins_and_within_three_years():
    event("2026-01-01T10:00", "2026-01-01T10:00")
    for starts, ends in (
        ("2026-01-02T10:00", "2026-01-01T10:00"),
        ("2026-01-01T10:00", "2029-01-01T10:00"),
        ("2026-01-01T10:00+01:00", "2026-01-01T12:00+01:00"),
    ):
        with pytest.raises(BadPeriod):
            event(starts, ends)


def test_the_first_day_is_one_of_the_rule():
    check_recurrence(event("2026-11-23T10:00", rule="FREQ=WEEKLY;BYDAY=MO,WE"))
    check_recurrence(event("2026-11-23T10:00"))
    with pytest.raises(NotOfTheRule, match="24/11/2026"):
        check_recurrence(event("2026-11-24T10:00", rule="FREQ=WEEKLY;BYDAY=MO,WE"))
    with pytest.raises(BadRecurrence):
        check_recurrence(event("2026-11-24T10:00", rule="chaque semaine"))


@FEW
@given(
    st.datetimes(datetime(2026, 3, 27), datetime(2026, 3, 31))
    | st.datetimes(datetime(2026, 10, 23), datetime(2026, 10, 27)),
    st.integers(0, 60 * 30),
    st.sampled_from(["", "FREQ=DAILY;COUNT=4", "FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=2"]),
)
def test_times_are_in_order_and_show_their_walls(start, minutes, rule):
    start = start.replace(second=0, microsecond=0)
    one = Event("e", "E", start, NOW, start + timedelta(minutes=minutes), rule=rule)
    found = between(one, "2026-03-20", "2026-11-20")
    assert [one.begins for one in found] == sorted(one.begins for one in found)
    for each in found:
        assert each.over > each.begins
        wall = each.begins.astimezone(BRUSSELS).replace(tzinfo=None)
        jumped = 0 < (wall - each.start).total_seconds() <= 3600
        assert wall == each.start or (jumped and wall.hour == 3)


@FEW
@given(st.integers(0, 400), st.integers(1, 40))
def test_any_window_shows_what_the_whole_shows(day, length):
    one = event("2026-01-04T20:00", "2026-01-05T02:00", rule="FREQ=DAILY;INTERVAL=3")
    since = utc("2026-01-01") + timedelta(days=day)
    until = since + timedelta(days=length)
    whole = between(one, "2025-12-01", "2028-01-01")
    expected = [each for each in whole if each.over > since and each.begins < until]
    assert list(occurrences(one, since, until)) == expected


FEEDS = {"province": ["namur", "ciney"], "namur": ["jambes"], "ciney": ["jambes"]}


def test_an_agenda_shows_what_feeds_it_each_once():
    assert sources_of(FEEDS, "province") == ("province", "namur", "ciney", "jambes")
    assert shown_in(FEEDS, "jambes") == {"jambes", "namur", "ciney", "province"}


def test_a_circle_is_refused_with_its_way():
    refuse_circle(FEEDS, "province", "jambes")
    with pytest.raises(Feeding, match="jambes → province → namur → jambes"):
        refuse_circle(FEEDS, "jambes", "province")
    with pytest.raises(Feeding):
        refuse_circle(FEEDS, "namur", "namur")


def test_a_circle_that_is_there_does_not_hang():
    assert set(sources_of({"a": ["b"], "b": ["a"]}, "a")) == {"a", "b"}


@FEW
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=25))
def test_no_order_of_links_makes_a_circle(links):
    feeds: dict[str, list[str]] = {}
    for agenda, source in links:
        try:
            refuse_circle(feeds, str(agenda), str(source))
        except Feeding:
            continue
        feeds.setdefault(str(agenda), []).append(str(source))
    for name, sources in feeds.items():
        assert all(name not in sources_of(feeds, one) for one in sources)
