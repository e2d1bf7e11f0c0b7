"""Menus, folders and pages ask the same of the database, however large the site."""

from communes.web.api.cards import below
from communes.web.api.menus import menu
from communes.web.api.telling import listed
from communes.web.tests import webmasters
from communes.web.tests.test_dated_budget import asleep
from communes.web.tests.test_dated_budget import counted
import pytest


@pytest.mark.parametrize("count", [10, 200])
def test_a_menu_and_lists_wake_no_page(integration, monkeypatch, count):
    site = webmasters.with_people(integration["portal"])
    life = webmasters.folder(site, "Vivre ici", public=True)
    made = [
        webmasters.page(life, f"Page {number}", ("text", {"html": "<p>x</p>"}))
        for number in range(count)
    ]
    for one in made:
        webmasters.published(one)
    woken = asleep(made, site)
    asked = counted(monkeypatch)
    (line,) = menu(site)
    assert (len(line.children), len(asked)) == (count, 1)
    asked.clear()
    assert (len(below(life)), len(asked)) == (count, 1)
    asked.clear()
    assert (len(listed({"q": "Page"})), len(asked)) == (count, 1)
    assert woken() == []
