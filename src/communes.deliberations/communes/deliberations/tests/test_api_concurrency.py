"""Two processes at once: no number twice, no hole, nothing lost."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from communes.core.transactions import run_with_retries
from communes.deliberations import api as door
from communes.deliberations.tests import builders
from plone import api
import pytest
from Testing.makerequest import makerequest
from threading import Thread
import transaction
from zope.component.hooks import setSite
from zope.globalrequest import setRequest


EACH = 8


@pytest.fixture
def database(town_functional):
    transaction.commit()
    return town_functional["app"]._p_jar.db()


def in_a_site(database, work, failures):
    """Run ``work`` once per number as the clerk, each in its own transaction."""
    connection = database.open()
    try:
        app = makerequest(connection.root()["Application"])
        setRequest(app.REQUEST)
        site = app.plone
        setSite(site)
        user = site.acl_users.getUserById("createur")
        newSecurityManager(None, user.__of__(site.acl_users))
        for number in range(EACH):
            run_with_retries(lambda number=number: work(site, number), attempts=60)
    except Exception as failure:  # told to the test, which fails with it
        failures.append(failure)
    finally:
        noSecurityManager()
        setSite(None)
        setRequest(None)
        transaction.abort()
        connection.close()


def test_two_clerks_creating_items_at_once_leave_no_gap(database):
    def create(site, number):
        door.create_item(
            door.assembly(site, "conseil"),
            {"title": f"Point {number}", "proposing_service": "travaux"},
        )

    failures = []
    clerks = [
        Thread(target=in_a_site, args=(database, create, failures)) for _ in range(2)
    ]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    assert failures == []
    transaction.begin()
    ids = set(builders.assembly().objectIds())
    assert ids == {f"point-{number}" for number in range(1, 2 * EACH + 1)}
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="communes.deliberations.MeetingItem"
    )
    assert {brain.getId for brain in found} == ids
