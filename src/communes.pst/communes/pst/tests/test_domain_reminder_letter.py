"""Who reads which rows, when letters go, and what they say."""

from communes.pst.domain.reminder import by_person
from communes.pst.domain.reminder import Cause
from communes.pst.domain.reminder import Reminder
from communes.pst.domain.reminder import reminders
from communes.pst.domain.reminder_letter import by_head
from communes.pst.domain.reminder_letter import is_due
from communes.pst.domain.reminder_letter import letter
from communes.pst.domain.reminder_letter import MOST_ROWS
from communes.pst.domain.reminder_letter import Row
from communes.pst.domain.reminder_letter import row
from communes.pst.domain.reminder_letter import Told
from communes.pst.domain.settings import Frequency
from communes.pst.tests.plans import action
from communes.pst.tests.plans import one_branch
from dataclasses import replace
from datetime import date
from datetime import timedelta
import pytest


MONDAY = date(2026, 11, 23)
URL = "https://valmont.example/pst"


def headed(*actions):
    """Return a branch whose objective the head of the works answers for."""
    tree = one_branch(*actions)
    objective = replace(tree.element("oo"), administratives=("cheffe",))
    return tree.with_elements(objective)


@pytest.mark.parametrize(
    ("day", "frequency", "told_on", "due"),
    [
        (MONDAY, Frequency.WEEKLY, MONDAY - timedelta(days=1), True),
        (MONDAY, Frequency.WEEKLY, MONDAY, False),
        (MONDAY + timedelta(days=6), Frequency.WEEKLY, MONDAY, False),
        # Nobody looked on Monday: the letters of the week still go.
        (MONDAY + timedelta(days=3), Frequency.WEEKLY, date(2026, 11, 20), True),
        (MONDAY, Frequency.MONTHLY, date(2026, 11, 1), False),
        (date(2026, 12, 1), Frequency.MONTHLY, MONDAY, True),
        # From weeks to months: no second letter in the month that had one.
        (date(2026, 11, 30), Frequency.MONTHLY, MONDAY, False),
        (date(2027, 1, 1), Frequency.NEVER, date(2020, 1, 1), False),
    ],
)
def test_letters_go_once_in_each_week_or_month(day, frequency, told_on, due):
    assert is_due(day, frequency, told_on) is due


def test_a_head_is_told_what_is_late_and_what_nobody_carries():
    soon, late = MONDAY + timedelta(days=3), MONDAY - timedelta(days=3)
    tree = headed(
        action("carried-soon", "oo", carrier="julie", planned_end=soon),
        action("carried-late", "oo", carrier="julie", planned_end=late),
        action("nobody-s", "oo", planned_end=soon),
        action("own", "oo", carrier="cheffe", planned_end=late),
    )
    found = reminders(tree, MONDAY)

    told = [one.element for one in by_head(tree, found)["cheffe"]]

    assert told == ["oo", "carried-late", "nobody-s"]
    own = [one.element for one in by_person(tree, found)["cheffe"]]
    assert own == ["own"]


def test_no_row_is_told_twice_in_one_letter():
    tree = headed(action("own", "oo", carrier="cheffe", planned_end=MONDAY))
    found = reminders(tree, MONDAY)

    told = [one.element for one in by_head(tree, found).get("cheffe", ())]

    assert "own" not in told


def test_a_letter_says_what_waits_why_and_where():
    tree = one_branch(action("a", "oo", title="Isoler l'école", number=12))
    found = row(tree, Reminder("a", (Cause.LATE, Cause.STALE), 34), f"{URL}/a-12")
    soon = row(tree, Reminder("a", (Cause.DUE_SOON,), 0), f"{URL}/a-12")

    subject, text = letter(
        "Julie Pirotte", [Told("PST 2024-2030", URL, (found,), (soon,))], f"{URL}#r"
    )

    assert subject == "Programme stratégique : 2 éléments vous attendent"
    assert "Bonjour Julie Pirotte," in text
    assert (
        "- Isoler l'école (A.12)\n"
        "  Échéance dépassée (depuis 34 jours), Pas mis à jour récemment\n"
        f"  {URL}/a-12" in text
    )
    assert "Dans les objectifs dont vous répondez :" in text
    assert "Échéance proche (aujourd'hui)" in text
    assert text.endswith(f"Pour ne plus en recevoir : {URL}#r")


def test_nothing_to_tell_is_no_letter():
    assert letter("Julie", [Told("PST", URL)], URL) is None


def test_a_long_list_leads_to_the_rest():
    rows = tuple(Row(f"Action {number}", "Retard", URL) for number in range(40))

    subject, text = letter("Julie", [Told("PST", f"{URL}/t", rows)], URL)

    assert subject.endswith("40 éléments vous attendent")
    assert text.count("- Action") == MOST_ROWS
    assert f"et {40 - MOST_ROWS} de plus : {URL}/t" in text
