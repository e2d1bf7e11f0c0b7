"""What a citizen files on the portal is an item of the council, once."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from communes.core.access.catalog import object_by_uid
from communes.deliberations.api.initiative import initiative
from communes.deliberations.api.item import find_by_external_id
from communes.exchange.messages.domain.envelope import Envelope
from communes.policy.bridges.deliberations_publications.interpellation import (
    InterpellationReceiver,
)
from communes.publications.domain.interpellation.message import INTERPELLATION
from communes.publications.domain.interpellation.message import NAME
from datetime import datetime
from datetime import UTC
from plone import api
from zope.component.hooks import setSite


def test_an_interpellation_becomes_one_item(app):
    site = app.demo.agents
    setSite(site)
    newSecurityManager(None, system)
    body = {**INTERPELLATION.example, "title": "La gare", "question": "A <b>?\n\nB"}
    message = Envelope(
        id="m",
        kind=NAME,
        sender="demo/www",
        receiver="demo/agents",
        subject="interpellation:1",
        sequence=1,
        time=datetime.now(UTC),
        body=body,
    )
    for _time in range(2):
        InterpellationReceiver().receive(site, message)
    organ = site.deliberations.conseil
    item = object_by_uid(find_by_external_id(organ, f"interpellation:{body['id']}"))
    assert (item.title, item.proposing_service) == ("La gare", "secretariat")
    assert item.summary.raw == "<p>A &lt;b&gt;?</p><p>B</p>"
    assert body["mail"] in item.internal_notes.raw
    told = initiative(item).initiative
    assert (told.kind, told.authors) == ("interpellation", (body["name"],))
    assert told.question == body["question"]
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(
        Title="gare", portal_type=item.portal_type
    )
    assert len(found) == 1
