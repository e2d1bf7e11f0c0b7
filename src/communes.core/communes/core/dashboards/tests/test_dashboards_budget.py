"""A list of 1,000 things asks as much as a list of 10, on the screen and as a file."""

from communes.core.dashboards.exports.api import FORMATS
from communes.core.dashboards.tests.test_dashboards_page import Points
from communes.core.interfaces import ICoreLayer
from contextlib import contextmanager
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.dexterity.content import DexterityContent
from plone.dexterity.utils import createContent
from Products.CMFPlone.Portal import PloneSite
from Products.ZCatalog.Catalog import Catalog
import pytest
import transaction
from zope.interface import alsoProvides


class Counted(Points):
    """The list whose questions are counted."""

    bulk = ()


class Asked:
    """How many questions the catalogue got, and which things were woken."""

    def __init__(self):
        self.queries = 0
        self.woken = []


@contextmanager
def counted(site):
    """Count what happens inside, from a connection that holds nothing."""
    asked, connection = Asked(), site._p_jar
    search, setstate = Catalog.search, connection.setstate

    def counting_search(self, *args, **kwargs):
        asked.queries += 1
        return search(self, *args, **kwargs)

    def counting_setstate(obj):
        if isinstance(obj, DexterityContent) and not isinstance(obj, PloneSite):
            asked.woken.append(obj)
        return setstate(obj)

    connection.cacheMinimize()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Catalog, "search", counting_search)
        connection.setstate = counting_setstate
        try:
            yield asked
        finally:
            del connection.setstate


def fill(site, first, last):
    """Put things into the site without the ceremony of adding each of them."""
    catalog = api.portal.get_tool("portal_catalog")
    for number in range(first, last):
        name = f"point-{number:04}"
        thing = createContent("Document", id=name, title=f"Point {number:04}")
        site._setOb(name, thing)
        catalog.catalog_object(site[name])
    transaction.commit()


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    alsoProvides(functional["request"], ICoreLayer)
    return portal


def ask(site, request, **form):
    """Return the budget and the answer of one view of the list."""
    request.form.clear()
    request.form.update(form)
    with counted(site) as asked:
        answer = Counted(site, request)()
    return asked, answer


def test_a_list_and_its_files_cost_the_same_for_10_and_1000_rows(site, functional):
    request, costs = functional["request"], {}
    forms = [{}, *({"export": kind} for kind in FORMATS)]
    ask(site, request)  # What is made once per process is made now.
    for first, last in ((0, 10), (10, 1000)):
        fill(site, first, last)
        for form in forms:
            asked, answer = ask(site, request, **form)
            assert asked.woken == []
            costs.setdefault(str(form), []).append(asked.queries)
            if form.get("export") == "csv":
                assert len(answer.decode().splitlines()) == last + 1
    # One question for the rows, and one for the only choice of the only filter.
    expected = {str(form): [1, 1] if form else [2, 2] for form in forms}
    assert costs == expected


def test_the_count_sees_a_thing_that_wakes_and_a_question(site, functional):
    fill(site, 0, 1)
    with counted(site) as asked:
        (brain,) = api.content.find(portal_type="Document")
        assert brain.getObject().title == "Point 0000"
    assert len(asked.woken) == 1
    assert asked.queries == 1
