"""The address of an annex, as a search gives it, leads to its line in its matter."""

from AccessControl import Unauthorized
from communes.core.annexes.place import AnnexInPlace
from communes.core.annexes.tests.test_annexes_rights import matter
from communes.core.interfaces import ICoreLayer
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from Products.Five.browser import BrowserView
import pytest
from zope.component import getSiteManager
from zope.interface import alsoProvides
from zope.interface import Interface


__all__ = ["matter"]


@pytest.fixture
def request_(portal):
    alsoProvides(portal.REQUEST, ICoreLayer)
    return portal.REQUEST


def led_to(annex, request):
    view = annex.restrictedTraverse("view")
    assert isinstance(view, AnnexInPlace)
    view()
    return request.response.getHeader("location")


def test_it_leads_to_the_matter(matter, request_):
    setRoles(matter.aq_parent, TEST_USER_ID, ["Manager"])
    assert led_to(matter["plan"], request_) == matter.absolute_url()


def test_it_leads_to_the_tab_of_the_annexes_where_there_is_one(matter, request_):
    setRoles(matter.aq_parent, TEST_USER_ID, ["Manager"])
    manager = getSiteManager()
    known = (BrowserView, (Interface, ICoreLayer), Interface, "annexes")
    manager.registerAdapter(*known)
    try:
        address = led_to(matter["plan"], request_)
    finally:
        manager.unregisterAdapter(*known)
    assert address == f"{matter.absolute_url()}/annexes#plan"


def test_the_address_of_a_confidential_annex_leads_nowhere(portal, matter, request_):
    setRoles(portal, TEST_USER_ID, ["Reader"])
    login(portal, TEST_USER_NAME)
    with pytest.raises(Unauthorized):
        matter["report"].restrictedTraverse("view")
