"""Which objects a page of the programme wakes: none for what is drawn, each once to be
told with its texts."""

from collections import Counter
from communes.core.documents.domain import LegalDocument
from communes.pst.api import report
from communes.pst.api.report import make_report
from communes.pst.content.element import Element
from communes.pst.domain.report import Report
from communes.pst.tests import builders
from communes.pst.tests.test_browser_pages import shown
from contextlib import contextmanager
from Products.CMFCore.indexing import processQueue
import pytest
import transaction
from ZODB.Connection import Connection


#: A tenth of what a town of the field has, and what it has.
COUNTS = (23, 230)
#: Above the actions: a strategic and an operational objective.
ABOVE = 2


@pytest.fixture(params=COUNTS)
def count(town, request):
    """Return how many actions the plan has."""
    builders.grown(request.param)
    processQueue()
    transaction.savepoint()
    return request.param


@pytest.fixture
def loads(monkeypatch):
    """Return what counts the elements that a block wakes, by their path."""
    known, found = Connection.setstate, []

    def counted(connection, obj):
        found.append(obj)
        return known(connection, obj)

    monkeypatch.setattr(Connection, "setstate", counted)

    @contextmanager
    def loading():
        builders.plan()._p_jar.cacheMinimize()
        found.clear()
        woken: Counter = Counter()
        yield woken
        elements = [one for one in found if isinstance(one, Element)]
        woken.update(one._p_oid for one in elements)

    return loading


@pytest.mark.parametrize("page", ["arbre", "chronologie", "view", "tableaux", "budget"])
def test_a_drawn_plan_wakes_none_however_many_it_has(count, loads, page):
    with loads() as woken:
        drawn = shown(builders.plan(), page)
    assert builders.plan().title in drawn
    assert woken == Counter()


@pytest.mark.parametrize("kind", [Report.DETAILED, Report.FOLLOW_UP])
def test_a_report_wakes_each_element_it_tells_once(count, loads, kind, monkeypatch):
    told: list[LegalDocument] = []
    monkeypatch.setattr(
        report, "render_legal", lambda document, layout: told.append(document) or b""
    )
    with loads() as woken, builders.as_user("directrice-generale"):
        make_report(builders.plan(), kind.value)
    assert f"a{count - 1}" in told[0].html
    assert len(woken) == count + ABOVE
    assert set(woken.values()) == {1}
