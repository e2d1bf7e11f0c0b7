"""A feature adds to the pages of an item and to its rules without their knowing it."""

from communes.core.errors.domain import Reason
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tab
from communes.deliberations.browser.interfaces import IMoreActions
from communes.deliberations.browser.interfaces import IMoreCard
from communes.deliberations.browser.interfaces import IMoreTab
from communes.deliberations.browser.more import more_actions
from communes.deliberations.browser.more import more_cards
from communes.deliberations.browser.more import more_tabs
from communes.deliberations.tests import builders
from communes.deliberations.workflow.interfaces import IMoreObstacles
from communes.deliberations.workflow.interfaces import IMoreRoles
from communes.deliberations.workflow.obstacle import obstacles
import pytest
from zope.component import getGlobalSiteManager
from zope.interface import implementer
from zope.interface import Interface


@implementer(IMoreTab, IMoreCard, IMoreActions)
class Feature:
    """One that adds a tab, a card and a button."""

    order = 10
    side = True

    def __init__(self, context, request):
        self.context = context

    def tab(self, current):
        return Tab("Essai", "http://x/essai", current == "trial")

    def render(self):
        return f"<section>{self.context.title}</section>"

    def actions(self):
        return [Action("Essayer", "http://x/essai")]


@implementer(IMoreTab)
class Silent(Feature):
    """One that has nothing to show to this person."""

    def tab(self, current):
        return None


@implementer(IMoreObstacles, IMoreRoles)
class Rule:
    """One that stops the proposal and lets advisers read."""

    def __init__(self, item):
        self.item = item

    def obstacles(self, step):
        return (Reason("no_advice", "Avis manquant."),) if step == "propose" else ()

    def roles(self):
        return {"valmont-finances-advisers": frozenset({"ItemObserver"})}


@pytest.fixture
def registered():
    registry = getGlobalSiteManager()
    both, one = (Interface, Interface), (Interface,)
    kept = [
        (Feature, both, IMoreTab),
        (Silent, both, IMoreTab),
        (Feature, both, IMoreCard),
        (Feature, both, IMoreActions),
        (Rule, one, IMoreObstacles),
        (Rule, one, IMoreRoles),
    ]
    for factory, required, provided in kept:
        registry.registerSubscriptionAdapter(factory, required, provided)
    yield
    for factory, required, provided in kept:
        registry.unregisterSubscriptionAdapter(factory, required, provided)


def test_a_feature_adds_a_tab_a_card_and_a_button(town, registered):
    item = builders.draft()
    with builders.as_user("createur"):
        tabs = more_tabs(item, item.REQUEST, "trial")
        assert [tab.title for tab in tabs if tab.current] == ["Essai"]
        card = f"<section>{item.title}</section>"
        assert card in more_cards(item, item.REQUEST, side=True)
        assert card not in more_cards(item, item.REQUEST, side=False)
        titles = [one.title for one in more_actions(item, item.REQUEST)]
        assert "Essayer" in titles


def test_a_feature_stands_against_a_step(town, registered):
    item = builders.draft()
    assert "no_advice" in {one.code for one in obstacles(item, "propose")}
    assert "no_advice" not in {one.code for one in obstacles(item, "validate")}


def test_a_feature_lets_more_people_read(town, registered):
    item = builders.draft()
    roles = dict(item.get_local_roles())
    assert list(roles["valmont-finances-advisers"]) == ["ItemObserver"]
    assert "ItemCreator" in roles["valmont-travaux-creators"]
