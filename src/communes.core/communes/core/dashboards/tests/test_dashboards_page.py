from communes.core.dashboards.interfaces import Column
from communes.core.dashboards.interfaces import Filter
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.page import ListPage
from communes.core.interfaces import ICoreLayer
from communes.core.parts.domain.values import Action
from html import unescape
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
from zExceptions import Forbidden
from zope.interface import alsoProvides


class Points(ListPage):
    """A list as a solution writes it."""

    title = "Points"
    bulk = (
        Action("Valider", method="submit", name="action", value="validate"),
        Action("Clore", why="Séance ouverte", name="action", value="close"),
    )

    def source(self):
        return ListSource(
            {"portal_type": "Document"},
            (Column("title", "Point", "Title", "sortable_title"),
             Column("kind", "Genre", "portal_type")),
            (Filter("state", "État", "review_state", (("private", "Privé"),)),),
        )  # fmt: skip

    def run_bulk(self, action, uids):
        return f"{len(uids)} points : {action}"


@pytest.fixture
def page(integration):
    portal = integration["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    for title in ("Voirie", '=HYPERLINK("http://x")', "École"):
        api.content.create(portal, "Document", title=title)
    request = integration["request"]
    alsoProvides(request, ICoreLayer)

    def make(method="GET", **form):
        request.form.clear()
        request.form.update(form)
        request.method = method
        return Points(portal, request)

    return make


def test_a_list_shows_rows_filters_and_the_address_of_each(page):
    html = unescape(page()())
    assert "Voirie" in html
    assert "f.state=private" in html
    assert "Privé (3)" in html
    assert "1 à 3 sur 3" in html


def test_a_filter_that_is_on_is_a_chip_that_takes_it_away(page):
    made = page(**{"f.state": "private", "sort": "-title"})
    (chip,) = made.chips
    assert chip.title == "État : Privé"
    assert "f.state" not in chip.url
    assert "sort=-title" in chip.url


def test_an_export_holds_every_row_and_no_formula(page):
    made = page(export="csv")
    text = made().decode("utf-8-sig")
    assert text.splitlines()[0] == "Point;Genre"
    assert len(text.splitlines()) == 4
    assert "'=HYPERLINK" in text
    assert made.request.response.getHeader("content-disposition").startswith("attach")


def test_a_bulk_action_reports_and_comes_back_to_the_same_list(page):
    made = page("POST", uids=["a", "b"], action="validate")
    made()
    assert made.request.response.getHeader("location").startswith("http")


@pytest.mark.parametrize("action", ["close", "delete", ""])
def test_a_bulk_action_not_offered_is_forbidden(page, action):
    with pytest.raises(Forbidden):
        page("POST", uids=["a"], action=action)()
