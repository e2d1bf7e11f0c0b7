"""A programme the agents publish stands on the public site, by the real exchange."""

from communes.core.access.permission import may
from communes.policy.applying.sites import inside
from communes.pst.api.citizens import programme
from communes.pst.api.citizens import programmes
from communes.pst.api.element import edit_element
from communes.pst.api.element import find_element
from communes.pst.api.figures import figures
from communes.pst.api.online import publish_programme
from communes.pst.api.online import withdraw_programme
from communes.pst.domain.choices import Kind
from communes.pst.permissions import PUBLISH
from plone import api
import pytest


DIRECTOR = "benoit.quoilin"


@pytest.fixture
def plan(app):
    """Return the plan of the demo."""
    with inside(app.demo.agents) as site:
        yield site.pst["pst-2024-2030"]


def test_a_published_programme_arrives_and_goes_again(app, plan, bring):
    with api.env.adopt_user(username=DIRECTOR):
        assert may(PUBLISH, plan)
        goal = figures(plan).tree.of_kind(Kind.STRATEGIC)[0]
        values = {"publication": "published", "public_title": "Vivre mieux"}
        edit_element(find_element(plan, goal.id), values)
        publish_programme(plan)
    bring(app.demo)
    with inside(app.demo.www) as www:
        (shown,) = programmes(www)
        assert shown.by == "demo/agents"
        titles = [one.title for one in programme(shown).elements]
        assert "Vivre mieux" in titles and goal.title not in titles
    with inside(app.demo.agents), api.env.adopt_user(username=DIRECTOR):
        withdraw_programme(plan)
    bring(app.demo)
    with inside(app.demo.www) as www:
        assert programmes(www) == []
