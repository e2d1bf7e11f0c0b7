"""The dashboard shows what is most urgent, and something of every solution."""

from communes.core.dashboards.blocks import Dashboard
from communes.core.dashboards.blocks import Task
from communes.core.dashboards.blocks import TASKS
from datetime import date
from datetime import timedelta
from types import SimpleNamespace


TODAY = date(2026, 11, 23)


def dated(count):
    days = [TODAY + timedelta(number) for number in range(count)]
    return [Task(f"Action {day}", "", due=day, late=day < TODAY) for day in days]


def dashboard(*tasks):
    made = Dashboard(None, None)
    made.blocks = [SimpleNamespace(tasks=lambda found=one: found) for one in tasks]
    return made


def test_the_dates_of_one_solution_do_not_hide_another():
    waiting = [Task("Point à valider", "")]
    shown = dashboard(dated(20), waiting).tasks
    assert len(shown) == TASKS
    assert shown[-1].title == "Point à valider"


def test_the_most_urgent_comes_first_whoever_brings_it():
    late = [Task("En retard", "", due=TODAY - timedelta(3), late=True)]
    shown = dashboard(dated(20), late).tasks
    assert shown[0].title == "En retard"
    assert [one.due for one in shown] == sorted(one.due for one in shown)
