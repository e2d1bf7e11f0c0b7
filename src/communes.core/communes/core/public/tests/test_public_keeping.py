"""Parts that pages share are made once, and kept no longer than they are true."""

from communes.core.access.catalog import unrestricted
from communes.core.public import keeping
from communes.core.public.keeping import kept
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import TEST_USER_NAME
import pytest
import transaction


@pytest.fixture
def site(functional):
    logout()
    return functional["portal"]


@pytest.fixture
def titles(site):
    """Return what asks for the titles of the documents, and how often it was made."""
    made = []

    def make():
        made.append(1)
        found = unrestricted(portal_type="Folder", sort_on="sortable_title")
        return [one.Title for one in found]

    return lambda: (kept(site, "test.titles", make), len(made))


def published(site, name):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(site, "Folder", name, title=name)


def test_it_is_made_once_until_something_changes(site, titles):
    published(site, "un")
    assert titles() == (["un"], 1)
    assert titles() == (["un"], 1)
    published(site, "deux")
    assert titles() == (["deux", "un"], 2)


def test_what_is_given_up_is_forgotten(site, titles):
    published(site, "un")
    transaction.commit()
    assert titles() == (["un"], 1)
    published(site, "jamais")
    assert titles()[0] == ["jamais", "un"]
    transaction.abort()
    published(site, "autre")
    assert titles()[0] == ["autre", "un"]
    transaction.abort()
    assert titles()[0] == ["un"]


def test_who_is_logged_in_gets_it_anew_and_leaves_nothing_to_strangers(site):
    made = iter(range(9))
    login(site, TEST_USER_NAME)
    assert kept(site, "test.rights", lambda: next(made)) == 0
    assert kept(site, "test.rights", lambda: next(made)) == 1
    logout()
    assert kept(site, "test.rights", lambda: next(made)) == 2
    with api.env.adopt_roles(["Manager"]):
        assert kept(site, "test.rights", lambda: next(made)) == 3
    assert kept(site, "test.rights", lambda: next(made)) == 2


def test_addresses_are_those_of_the_host_that_is_asked(site):
    request = site.REQUEST
    here = kept(site, "test.url", site.absolute_url)
    request.setServerURL("https", "www.valmont.example")
    there = kept(site, "test.url", site.absolute_url)
    assert here != there and there.startswith("https://www.valmont.example")


def test_what_begins_by_the_clock_is_looked_at_again(site, monkeypatch):
    now = [1_000_000.0]
    monkeypatch.setattr(keeping.time, "time", lambda: now[0])
    made = iter(range(9))
    assert kept(site, "test.beat", lambda: next(made)) == 0
    assert kept(site, "test.beat", lambda: next(made)) == 0
    now[0] += keeping.BEAT_SECONDS
    assert kept(site, "test.beat", lambda: next(made)) == 1


def test_a_place_whose_rights_change_is_asked_each_time(site, monkeypatch):
    made = iter(range(9))
    assert kept(site, "test.rights", lambda: next(made)) == 0
    monkeypatch.setattr(keeping, "pending_places", lambda site: ("/plone/x",))
    assert kept(site, "test.rights", lambda: next(made)) == 1
    assert kept(site, "test.rights", lambda: next(made)) == 2
