"""Events come back in words, periods are those people ask for."""

from communes.web.domain.agenda.extent import extent
from communes.web.domain.agenda.extent import NEVER
from communes.web.domain.agenda.occurrences import next_of
from communes.web.domain.agenda.occurrences import occurrences
from communes.web.domain.agenda.period import around
from communes.web.domain.agenda.period import in_period
from communes.web.domain.agenda.period import period
from communes.web.domain.agenda.repetition import Repetition
from communes.web.domain.agenda.repetition import repetition_of
from communes.web.domain.agenda.repetition import Rhythm
from communes.web.domain.agenda.repetition import rule_of
from communes.web.domain.agenda.wording import recurrence_in_words
from communes.web.domain.agenda.wording import when_in_words
from communes.web.domain.clock import moment_of
from communes.web.domain.errors import BadRecurrence
from communes.web.tests.example import event
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
import pytest


WEDNESDAY = datetime(2026, 11, 25, 14)
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def spoken(rule, starts=WEDNESDAY, **more):
    ends = starts + timedelta(hours=2)
    return recurrence_in_words(event(starts=starts, ends=ends, rule=rule, **more))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("", ""),
        ("FREQ=DAILY", "chaque jour"),
        ("FREQ=WEEKLY", "chaque mercredi"),
        ("FREQ=WEEKLY;UNTIL=20261224", "chaque mercredi jusqu'au 24 décembre 2026"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "chaque lundi, mercredi et vendredi"),
        ("FREQ=WEEKLY;INTERVAL=2", "toutes les 2 semaines, le mercredi"),
        ("FREQ=MONTHLY;BYDAY=4WE", "chaque mois, le quatrième mercredi"),
        ("FREQ=MONTHLY;BYDAY=-1WE;COUNT=5", "chaque mois, le dernier mercredi, 5 fois"),
        ("FREQ=MONTHLY", "chaque mois, le 25"),
        ("FREQ=YEARLY", "chaque année, le 25 novembre"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
            "chaque mois, le premier lundi ou mardi",
        ),
        ("FREQ=DAILY;BYMONTH=7,8", "chaque jour en juillet et août"),
    ],
)  # fmt: skip
def test_a_rule_is_said_in_words(rule, words):
    assert spoken(rule) == words


def test_exclusions_and_additions_are_said():
    said = spoken(
        "FREQ=WEEKLY",
        excluded=(datetime(2026, 12, 30, 14), datetime(2026, 12, 23, 14)),
        added=(datetime(2026, 12, 5, 14),),
    )
    assert said == (
        "chaque mercredi, sauf le 23 décembre 2026 et le 30 décembre 2026, et aussi "
        "le 5 décembre 2026"
    )
    many = tuple(WEDNESDAY + timedelta(weeks=one) for one in range(1, 10))
    assert spoken("FREQ=WEEKLY", excluded=many).endswith("et 3 autres jours")


def said_when(**more):
    return when_in_words(next_of(event(**more), NOW - timedelta(days=30)))


def test_a_time_is_said_as_people_say_it():
    at = datetime(2026, 11, 25, 20)
    hours = timedelta(hours=1)
    day = "mercredi 25 novembre 2026"
    assert said_when(starts=at, ends=at + 2 * hours) == (
        f"{day}, de 20\u00a0h à 22\u00a0h"
    )
    assert said_when(starts=at, ends=None) == f"{day}, dès 20\u00a0h"
    assert said_when(starts=at, ends=at) == f"{day}, à 20\u00a0h"
    assert said_when(starts=at, ends=at + 8 * hours).startswith(f"{day}, de 20")
    assert said_when(starts=at, ends=None, whole_day=True) == day
    assert said_when(starts=at, ends=at + 4 * hours) == (
        f"{day}, de 20\u00a0h à 0\u00a0h"
    )
    long = at + timedelta(days=2)
    assert said_when(starts=at, ends=long, whole_day=True) == (
        f"du {day} au vendredi 27 novembre 2026"
    )
    assert said_when(starts=at, ends=long).startswith(f"du {day} à 20\u00a0h au ven")


@given(
    st.sampled_from(Rhythm), st.integers(1, 12), st.sets(st.integers(0, 6)),
    st.one_of(st.none(), st.integers(0, 900)), st.booleans(),
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31)),
)  # fmt: skip
def test_what_a_form_asked_is_what_it_shows_again(
    rhythm, interval, days, length, counted, starts
):
    starts = starts.replace(microsecond=0)
    asked = Repetition(
        rhythm,
        interval if rhythm else 1,
        tuple(sorted(days)) if rhythm is Rhythm.WEEKLY else (),
        starts.date() + timedelta(days=length)
        if rhythm and length is not None and not counted
        else None,
        length or 1 if rhythm and length is not None and counted else None,
    )
    assert repetition_of(rule_of(asked, starts), starts) == asked


def test_what_a_form_can_not_say_is_left_as_it_is():
    assert repetition_of("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", WEDNESDAY) is None
    assert repetition_of("FREQ=MONTHLY;BYDAY=1MO", WEDNESDAY) is None


def test_an_end_before_the_beginning_is_refused():
    with pytest.raises(BadRecurrence):
        rule_of(Repetition(Rhythm.DAILY, until=date(2026, 11, 24)), WEDNESDAY)


@pytest.mark.parametrize(
    ("span", "today", "first", "last"),
    [
        ("aujourdhui", MONDAY, MONDAY, MONDAY),
        ("week-end", MONDAY, date(2026, 11, 28), date(2026, 11, 29)),
        ("week-end", date(2026, 11, 28), date(2026, 11, 28), date(2026, 11, 29)),
        ("week-end", date(2026, 11, 29), date(2026, 11, 29), date(2026, 11, 29)),
        ("semaine", date(2026, 11, 29), MONDAY, date(2026, 11, 29)),
        ("mois", MONDAY, date(2026, 11, 1), date(2026, 11, 30)),
        ("jour", MONDAY, MONDAY, MONDAY),
        ("n'importe", MONDAY, MONDAY, None),
    ],
)
def test_a_period_is_the_one_people_mean(span, today, first, last):
    found = period(span, "", today)
    assert (found.first, found.last) == (first, last)


def test_an_address_names_any_day_and_no_impossible_one():
    found = period("mois", "2028-02-10", MONDAY)
    assert (found.last, found.title) == (date(2028, 2, 29), "février 2028")
    assert around(found) == (date(2028, 1, 31), date(2028, 3, 1))
    for wrong in ("9999-12-31", "0001-01-01", "2026-13-01", ""):
        assert period("jour", wrong, MONDAY).first == MONDAY


def test_what_is_over_today_is_today_and_not_to_come():
    at = datetime(2026, 11, 23, 8)
    one = event(starts=at, ends=at + timedelta(hours=1))
    today, coming = period("aujourdhui", "", MONDAY), period("", "", MONDAY)
    assert len(in_period([one], today, NOW, 10)) == 1
    assert in_period([one], coming, NOW, 10) == ()


def test_a_week_end_takes_the_times_of_all_events_in_order():
    weekly = event(id="b", starts=datetime(2026, 11, 1, 10),
                   ends=datetime(2026, 11, 1, 11), rule="FREQ=WEEKLY")  # fmt: skip
    once = event(id="a", starts=datetime(2026, 11, 28, 10), ends=None)
    found = in_period([weekly, once], period("week-end", "", MONDAY), NOW, 10)
    assert [one.event.id for one in found] == ["a", "b"]


RULES = ("", "FREQ=DAILY;COUNT=40", "FREQ=WEEKLY;UNTIL=20270101", "FREQ=MONTHLY")


@given(
    st.sampled_from(RULES),
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1)),
    st.integers(0, 200),
    st.booleans(),
)
def test_no_time_is_outside_of_the_extent(rule, starts, length, whole_day):
    starts = starts.replace(second=0, microsecond=0)
    ends = starts + timedelta(hours=length)
    one = event(starts=starts, ends=ends, rule=rule, whole_day=whole_day)
    begins, over = extent(one)
    window = moment_of(datetime(2025, 12, 1)), moment_of(datetime(2028, 1, 1))
    for time in occurrences(one, *window):
        assert begins <= time.begins and time.over <= over
    assert (over == NEVER) == (rule == "FREQ=MONTHLY")
