"""Saved views in a list, through the web: kept, shared, never shown to another."""

from communes.core.dashboards.page import ListPage
from communes.core.dashboards.tests.test_dashboards_page import Points
from communes.core.dashboards.views import storage
from communes.core.dashboards.views.api import forget_person
from communes.core.dashboards.views.api import save_view
from communes.core.dashboards.views.api import saved_views
from communes.core.dashboards.views.domain import SavedView
from communes.core.dashboards.views.domain import SharingRefused
from communes.core.dashboards.views.domain import UnknownView
from communes.core.dashboards.views.permissions import SHARE_VIEWS
from communes.core.interfaces import ICoreLayer
from html import unescape
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.protect import createToken
import pytest
from zExceptions import Forbidden
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate
from zope.interface import alsoProvides


OTHER = "lectrice"


class Seen(Points):
    """The same list, which anybody in the tests may look at."""

    list_name = "points"
    bulk = ()


@pytest.fixture
def page(integration):
    portal = integration["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    api.content.create(portal, "Document", title="Voirie")
    api.user.create(username=OTHER, email="l@example.org", password="Autre-12345")
    request = integration["request"]
    alsoProvides(request, ICoreLayer)

    def make(method="GET", of=Seen, **form):
        request.form.clear()
        request.form.update(form)
        request.method = method
        if method == "POST":
            request.form["_authenticator"] = createToken()
            request.environ["REQUEST_METHOD"] = "POST"
        return of(portal, request)

    yield make
    login(portal, TEST_USER_NAME)


def keep(make, name="Mes points", **form):
    made = make("POST", view_action="save", view_name=name, **form)
    return made, made()


def titles(made):
    return [translate(tab.title, context=made.request) for tab in made.shown_tabs]


def as_other():
    login(api.portal.get(), OTHER)


def test_a_view_becomes_a_tab_that_opens_what_was_shown(page):
    made, _ = keep(page, **{"f.state": "private", "sort": "-title", "page": "1"})
    assert made.request.response.getStatus() == 302
    (everything, tab) = page().shown_tabs
    assert (everything.current, tab.current, tab.title) == (True, False, "Mes points")
    assert "f.state=private" in tab.url
    assert "sort=-title" in tab.url
    (everything, tab) = page(**{"f.state": "private", "sort": "-title"}).shown_tabs
    assert (everything.current, tab.current) == (False, True)


def test_a_view_keeps_the_columns_chosen(page):
    keep(page, col=["kind"])
    tab = page().shown_tabs[-1]
    assert "col=kind" in tab.url
    assert [one.name for one in page(col=["kind"]).columns] == ["kind"]


def test_an_address_that_is_a_view_shows_one_tab_as_current(page):
    class Tabbed(Seen):
        @property
        def tabs(self):
            from communes.core.parts.domain.values import Tab

            return [Tab("Privés", "?f.state=private", current=True)]

    keep(page, **{"f.state": "private"})
    tabs = page(of=Tabbed, **{"f.state": "private"}).shown_tabs
    assert [tab.current for tab in tabs] == [False, True]


def test_a_name_used_again_replaces_the_view(page):
    keep(page, **{"f.state": "private"})
    keep(page, name="MES points", sort="title")
    (tab,) = page().shown_tabs[1:]
    assert tab.title == "MES points"
    assert tab.url.endswith("?sort=title")


def test_a_view_without_a_name_is_refused_at_the_field(page):
    made, html = keep(page, name="  ")
    assert made.request.response.getStatus() == 400
    assert "Donnez un nom" in made.view_fields[0].error
    assert "Donnez un nom" in unescape(html)
    assert "Voirie" in html


def test_what_was_typed_is_kept_when_it_is_refused(page):
    made, _ = keep(page, name="x" * 61)
    assert made.view_fields[0].value == "x" * 61


def test_the_name_of_a_view_is_written_not_run(page):
    keep(page, name='<script>alert("x")</script>')
    html = page()()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_another_person_never_sees_a_view_that_is_not_shared(page):
    view = SavedView("", "Licenciement de X", "", TEST_USER_ID)
    save_view(api.portal.get(), page().list_id, view)
    assert "Licenciement" in page()()
    as_other()
    made = page()
    assert titles(made) == []
    assert "Licenciement" not in unescape(made())
    assert saved_views(api.portal.get(), made.list_id, OTHER) == []


def test_a_shared_view_is_a_tab_of_everyone(page):
    keep(page, name="À valider", view_shared="1")
    as_other()
    assert titles(page()) == ["Tout", "À valider"]
    assert page().delete_view_action is None


def test_only_who_manages_the_list_shares(page):
    as_other()
    assert len(page().view_fields) == 1
    made, _ = keep(page, view_shared="1")
    assert isinstance(made.view_error, SharingRefused)
    assert made.request.response.getStatus() == 403
    assert storage.views_of(api.portal.get(), made.list_id) == []


def test_the_permission_to_share_is_the_lists_own(page):
    portal = api.portal.get()
    portal.manage_permission(SHARE_VIEWS, ["Member"], acquire=0)
    as_other()
    keep(page, view_shared="1")
    assert [one.shared for one in saved_views(portal, page().list_id, "x")] == [True]


def test_a_view_is_deleted_by_its_owner(page):
    keep(page)
    view = page().saved[0][0]
    page("POST", view_action="delete", view=view.id)()
    assert page().shown_tabs == []
    assert not IAnnotations(api.portal.get())[storage.KEY]


def test_another_persons_view_can_not_be_deleted_by_its_id(page):
    keep(page)
    view = page().saved[0][0]
    as_other()
    made = page("POST", view_action="delete", view=view.id)
    made()
    assert isinstance(made.view_error, UnknownView)
    login(api.portal.get(), TEST_USER_NAME)
    assert titles(page()) == ["Tout", "Mes points"]


def test_who_is_not_known_keeps_nothing(page):
    logout()
    assert page().shown_tabs == []
    made = page("POST", view_action="save", view_name="x")
    with pytest.raises(Forbidden):
        made()


def test_a_view_is_kept_only_with_the_token_of_the_form(page):
    made = page("POST", view_action="save", view_name="x")
    made.request.form["_authenticator"] = "faux"
    with pytest.raises(Forbidden):
        made()


def test_another_action_is_forbidden(page):
    with pytest.raises(Forbidden):
        page("POST", view_action="purge")()


def test_reading_a_list_writes_nothing(page):
    page()()
    assert storage.KEY not in IAnnotations(api.portal.get())


def test_views_of_another_list_are_not_mixed_in(page):
    class Elsewhere(Seen):
        list_name = "ailleurs"

    keep(page)
    assert page(of=Elsewhere).shown_tabs == []


def test_a_person_who_goes_takes_the_views_along_but_not_the_shared_ones(page):
    portal = api.portal.get()
    for name, shared in (("Privée", False), ("Commune", True)):
        view = SavedView("", name, "", OTHER, shared)
        save_view(portal, "points:", view, manages=True)
    api.user.delete(username=OTHER)
    (left,) = storage.views_of(portal, "points:")
    assert (left.name, left.owner) == ("Commune", "")
    assert forget_person(portal, OTHER) == 0


def test_uninstalling_leaves_no_view_behind(page):
    keep(page)
    assert storage.KEY in IAnnotations(api.portal.get())
    applyProfile(api.portal.get(), "communes.core:uninstall")
    assert storage.KEY not in IAnnotations(api.portal.get())


def test_every_list_page_has_what_a_list_needs():
    assert {"export", "keep_view", "shown_tabs", "columns"} <= set(dir(ListPage))
