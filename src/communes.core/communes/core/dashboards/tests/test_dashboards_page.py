from communes.core.dashboards import exporting
from communes.core.dashboards.domain import BadQuery
from communes.core.dashboards.interfaces import Column
from communes.core.dashboards.interfaces import Filter
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.page import ListPage
from communes.core.interfaces import ICoreLayer
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tag
from dataclasses import replace
from datetime import date
from html import unescape
from plone import api
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
from zExceptions import Forbidden
from zope.i18n import translate
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
    assert translate(chip.title) == "État : Privé"
    assert "f.state" not in chip.url
    assert "sort=-title" in chip.url


def test_words_narrow_a_list_and_are_a_chip_that_takes_them_away(page):
    made = page(q="voirie", sort="-title")
    assert [row.title for row in made.answer.rows] == ["Voirie"]
    (chip,) = made.chips
    assert translate(chip.title) == "« voirie »"
    assert chip.url.endswith("?sort=-title")
    assert made.words_field.value == "voirie"
    assert made.kept_by_words == [("sort", "-title")]


def test_the_words_looked_for_are_written_not_run(page):
    html = page(q='"><script>alert(1)</script>')()
    assert "<script>alert" not in html


def test_an_export_holds_every_row_and_no_formula(page):
    made = page(export="csv", size="1", page="2")
    text = made().decode("utf-8-sig")
    assert text.splitlines()[0] == "Point;Genre"
    assert len(text.splitlines()) == 4
    assert "'=HYPERLINK" in text
    header = made.request.response.getHeader
    assert header("content-disposition") == "attachment; filename*=UTF-8''liste.csv"
    assert header("x-content-type-options") == "nosniff"
    assert header("cache-control") == "private, no-store"


def test_an_export_has_the_columns_the_order_and_the_filters_shown(page):
    made = page(export="csv", col="title", sort="-title", q="voirie ecole")
    assert made().decode("utf-8-sig").splitlines() == ["Point"]
    made = page(export="csv", col="title", sort="-title")
    lines = made().decode("utf-8-sig").splitlines()
    assert lines[1:3] == ["Voirie", "École"]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_each_format_is_offered_and_given(page, kind):
    (address,) = [one.url for one in page().export_menu if one.url.endswith(kind)]
    assert f"export={kind}" in address
    assert len(page(export=kind)()) > 20


@pytest.mark.parametrize("kind", ["", "exe", ["csv", "xlsx"]])
def test_a_format_not_offered_is_refused(page, kind):
    with pytest.raises(BadQuery):
        page(export=kind)()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_a_file_holds_no_row_the_person_may_not_see(page, kind):
    logout()
    made = page(export=kind)
    total, rows = made.engine.every(made.listed, made.query, 10)
    assert (total, list(rows)) == (0, [])
    assert b"Voirie" not in page(export="csv")()


def test_a_list_longer_than_a_file_says_so(page, monkeypatch):
    monkeypatch.setattr(exporting, "MAX_ROWS", 2)
    assert page().export_limit
    assert "filtrez la liste" in unescape(page()())
    assert len(page(export="csv")().decode().splitlines()) == 3


def test_days_numbers_and_truth_leave_as_what_they_are(page):
    made = page()
    assert made.export_value("x", date(2026, 11, 22)) == date(2026, 11, 22)
    assert made.export_value("x", 1.5) == 1.5
    assert made.export_value("x", True) == "oui"
    assert made.export_value("x", Tag("En retard", "late")) == "En retard"
    assert made.export_value("x", None) == ""


def test_an_optional_column_is_shown_to_who_chooses_it(page):
    class More(Points):
        def source(self):
            listed = super().source()
            more = Column("created", "Créé", "created", optional=True)
            return replace(listed, columns=(*listed.columns, more))

    made = page()
    plain = More(made.context, made.request)
    assert [one.name for one in plain.columns] == ["title", "kind"]
    ticked = {one.value: one.selected for one in plain.columns_field.options}
    assert ticked == {"title": True, "kind": True, "created": False}
    made.request.form["col"] = ["title", "created"]
    chosen = More(made.context, made.request)
    assert [one.name for one in chosen.columns] == ["title", "created"]


def test_choosing_columns_keeps_filters_and_order(page):
    form = {"f.state": "private", "sort": "-title", "page": "1", "col": "kind"}
    assert page(**form).kept_by_columns == [("f.state", "private"), ("sort", "-title")]


def test_a_bulk_action_reports_and_comes_back_to_the_same_list(page):
    made = page("POST", uids=["a", "b"], action="validate")
    made()
    assert made.request.response.getHeader("location").startswith("http")


@pytest.mark.parametrize("action", ["close", "delete", ""])
def test_a_bulk_action_not_offered_is_forbidden(page, action):
    with pytest.raises(Forbidden):
        page("POST", uids=["a"], action=action)()
