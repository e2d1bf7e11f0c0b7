"""What a page for citizens may ask of the database when no proxy has it yet."""

from communes.web.api import contents
from communes.web.storage.settings import keep
from communes.web.tests.test_dated_budget import counted
from plone import api
from plone.testing.zope import Browser
import pytest
import re
import transaction
from ZODB.Connection import Connection


#: Page -> questions to the catalogue of the first who asks after a change, of the next.
BUDGETS = {
    "": (12, 1),
    "vivre-ici/nouveaux": (8, 1),
    "annuaire": (9, 1),
    "annuaire/hotel-de-ville": (10, 3),
    "agenda": (10, 2),
    "actualites": (10, 2),
}


@pytest.fixture
def ask(planted):
    """Return what answers a page to a stranger without a cache, in this process."""
    client = Browser(planted["app"]).testapp
    base = planted["portal"].absolute_url()
    return lambda path: client.get(f"{base}/{path}".rstrip("/")).text


@pytest.fixture
def portal(planted):
    keep(planted["portal"], {"reception": "annuaire/hotel-de-ville",
                             "foot_pages": ["utile/accessibilite"]})  # fmt: skip
    transaction.commit()
    return planted["portal"]


@pytest.mark.parametrize("path", BUDGETS)
def test_a_page_asks_little_of_the_database(portal, ask, monkeypatch, path):
    first, next_ = BUDGETS[path]
    # What is read once for all: templates, indexes, the objects of the site itself.
    ask(path)
    with api.env.adopt_roles(["Manager"]):
        contents.edit(portal["vivre-ici"], {"description": f"Après {path}."})
    transaction.commit()
    asked = counted(monkeypatch)
    ask(path)
    assert len(asked) <= first
    asked.clear()
    woken = []
    wake = Connection.setstate
    monkeypatch.setattr(
        Connection, "setstate", lambda self, obj: (woken.append(obj), wake(self, obj))
    )
    ask(path)
    assert (len(asked) <= next_, woken) == (True, [])


def test_a_stranger_sees_a_change_of_what_pages_share_at_once(portal, ask):
    assert "Un intitulé neuf" not in ask("annuaire")
    with api.env.adopt_roles(["Manager"]):
        contents.edit(portal["vivre-ici"], {"title": "Un intitulé neuf"})
    transaction.commit()
    assert "Un intitulé neuf" in ask("annuaire")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(portal["vivre-ici"], "archive")
    transaction.commit()
    assert "Un intitulé neuf" not in ask("annuaire")


@pytest.mark.parametrize("path", ["", "annuaire", "agenda", "chercher", "login"])
def test_a_first_visit_asks_for_one_sheet_and_one_module(portal, ask, path):
    head = ask(path).partition("</head>")[0]
    assert len(re.findall(r'<link rel="stylesheet"', head)) == 1
    assert len(re.findall(r"<script [^>]*src=", head)) == 1
    assert len(re.findall(r'<link rel="preload" as="font"', head)) == 3
