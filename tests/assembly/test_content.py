"""The demo town has deliberations at every stage of their life, loaded once."""

from collections import Counter
from communes.policy.api import apply
from communes.policy.applying.sites import inside
from communes.publications.domain.publication.states import PublicationState
import json
from pathlib import Path


DEMO = Path(__file__).parents[2] / "profiles" / "demo"
ITEM = "communes.deliberations.MeetingItem"
MEETING = "communes.deliberations.Meeting"
PUBLICATION = "communes.publications.Publication"


def states(app, portal_type, site_id="agents"):
    site = app.demo[site_id]
    with inside(site):
        found = site.portal_catalog.unrestrictedSearchResults(portal_type=portal_type)
        return Counter(brain.review_state for brain in found)


def test_each_item_and_meeting_is_in_the_state_of_the_profile(app):
    text = (DEMO / "content" / "deliberations.json").read_text(encoding="utf-8")
    data = json.loads(text)

    assert states(app, ITEM) == Counter(item["state"] for item in data["items"])
    assert states(app, MEETING) == Counter(one["state"] for one in data["meetings"])


def test_a_deleted_item_is_not_loaded_again(app):
    site = app.demo.agents
    before = states(app, ITEM)
    with inside(site):
        (brain,) = site.portal_catalog.unrestrictedSearchResults(
            portal_type=ITEM, review_state="itemcreated"
        )
        item = brain._unrestrictedGetObject()
        del item.aq_parent[item.getId()]

    assert apply(app, DEMO).changes == []
    assert states(app, ITEM) == before - Counter(["itemcreated"])


def test_each_publication_is_in_the_state_of_the_profile(app):
    text = (DEMO / "content" / "publications.json").read_text(encoding="utf-8")
    data = json.loads(text)["publications"]
    wanted = Counter(one["state"] for one in data)
    # What another takes the place of has archived itself.
    replaced = sum(len(one.get("replaces", ())) for one in data)
    wanted += Counter(archived=replaced)
    wanted -= Counter(published=replaced)

    assert states(app, PUBLICATION, "www") == wanted
    assert set(wanted) == set(PublicationState)
