"""The demo town has a programme; an action of it goes to the college, once."""

from communes.core.errors.domain import Conflict
from communes.policy.applying.sites import inside
from communes.policy.bridges.pst_deliberations.card import DecisionsCard
from communes.policy.bridges.pst_deliberations.finding import mentions
from communes.policy.bridges.pst_deliberations.sending import SendToAssembly
from communes.pst.api.element import element_record
from communes.pst.api.figures import figures
from communes.pst.domain.choices import Kind
from communes.pst.domain.reference import reference
from communes.pst.interfaces import IPstLayer
from plone import api
import pytest
from zope.interface import alsoProvides


CLERK = "julie.pirotte"


@pytest.fixture
def site(app):
    with inside(app.demo.agents) as found:
        alsoProvides(found.REQUEST, IPstLayer)
        yield found


def action_of(site, service: str):
    """Return an action under way that a service of the town manages."""
    plan = site.pst["pst-2024-2030"]
    with api.env.adopt_user(username="benoit.quoilin"):
        found = figures(plan)
        one = next(
            one
            for one in found.tree.of_kind(Kind.ACTION)
            if service in one.managers and one.state == "ongoing"
        )
        return site.unrestrictedTraverse(found.seen[one.id])


def test_the_demo_s_programme_has_every_level(site):
    plan = site.pst["pst-2024-2030"]
    with api.env.adopt_user(username="benoit.quoilin"):
        found = figures(plan)
        kinds = {one.kind for one in found.tree.walk()}
    assert kinds >= set(Kind) - {Kind.SUB_ACTION_LINK}
    assert len(found.seen) == len(found.tree.elements)


def test_an_action_becomes_one_item_of_the_college_and_lists_it(site):
    action = action_of(site, "travaux")
    request = site.REQUEST
    request.form["assemblee"] = "college"
    with api.env.adopt_user(username=CLERK):
        act = SendToAssembly(action, request)
        act.act()
        item = act.item
        assert item.title == action.title
        assert item.proposing_service == "travaux"
        assert item.origin_url == action.absolute_url()
        with pytest.raises(Conflict):
            SendToAssembly(action, request).act()
        named = reference(element_record(action))
        assert [one.title for one in mentions(action, named)] == [item.title]
        assert item.title.replace("'", "&#x27;") in DecisionsCard(
            action, request
        ).render().replace("&#39;", "&#x27;")
    with api.env.adopt_user(username="hugo.massart"):
        # A draft of a service is nobody's who is not of it.
        assert mentions(action, named) == []
