"""Templates offered to their services, and items that come by themselves."""

from communes.core.access.errors import MayNot
from communes.core.access.errors import MissingField
from communes.deliberations import api as door
from communes.deliberations.api.template import create_from_template
from communes.deliberations.api.template import create_template
from communes.deliberations.api.template import delete_template
from communes.deliberations.api.template import edit_template
from communes.deliberations.api.template import find_template
from communes.deliberations.api.template import offer
from communes.deliberations.api.template import offered
from communes.deliberations.api.template import template_from_item
from communes.deliberations.api.template import templates
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.tests import builders
from communes.deliberations.workflow.interfaces import IRecurringItems
from plone import api
import pytest
from zope.component import getGlobalSiteManager
from zope.interface import implementer
from zope.interface import Interface


POLICE = {
    "title": "Ordonnance de police : circulation",
    "folder": "Police",
    "decision": "<p>ARRÊTE : la circulation est interdite.</p>",
}


def template(**values):
    with builders.as_user("directeur-general"):
        return create_template(builders.assembly(), {**POLICE, **values})


def seen_by(account):
    with builders.as_user(account):
        return [one.title for one in templates(builders.assembly())]


def titles(meeting):
    with builders.as_user("directeur-general"):
        return [one.title for one in door.agenda(meeting).lines]


def test_an_item_begins_with_the_words_of_its_template(town):
    source = template()
    with builders.as_user("createur"):
        given = {"title": "Ordonnance : rue Haute", "proposing_service": "travaux"}
        item = create_from_template(builders.assembly(), source, given)
    assert item.title == "Ordonnance : rue Haute"
    assert item.decision.raw == POLICE["decision"]
    assert api.content.get_state(item) == "itemcreated"


def test_a_template_is_offered_to_its_services_only(town):
    template(services=["finances"])
    template(title="Pour tous", folder="Autres")
    assert seen_by("createur-finances") == ["Pour tous", POLICE["title"]]
    assert seen_by("createur") == ["Pour tous"]
    assert seen_by("echevin") == seen_by("agent-sans-groupe") == []


def test_a_template_of_another_service_is_not_found_by_its_uid(town):
    hidden = template(services=["finances"])
    with builders.as_user("createur"):
        assert find_template(builders.assembly(), hidden.UID()) is None
        with pytest.raises(MayNot):
            create_from_template(builders.assembly(), hidden, {})


def test_only_managers_write_templates(town):
    source = template()
    for account in ("createur", "echevin", "chef-de-service"):
        with builders.as_user(account):
            with pytest.raises(MayNot):
                create_template(builders.assembly(), POLICE)
            with pytest.raises(MayNot):
                edit_template(source, {"title": "Autre"})
            with pytest.raises(MayNot):
                delete_template(source)
    api.group.add_user(
        groupname="valmont-conseil-itemtemplatesmanagers", username="agent-sans-groupe"
    )
    with builders.as_user("agent-sans-groupe"):
        edit_template(source, {"title": "Autre"}, 0)
        with pytest.raises(StaleRevision):
            edit_template(source, {"title": "Encore"}, 0)
        delete_template(source)
    assert seen_by("createur") == []


def test_a_retired_template_is_offered_no_more(town):
    source = template()
    with builders.as_user("directeur-general"):
        offer(source, False)
        assert offered(builders.assembly()) == []
        assert [one.active for one in templates(builders.assembly())] == [False]
        offer(source, True)
    assert seen_by("createur") == [POLICE["title"]]


def test_an_item_is_kept_as_a_template_of_its_service(town):
    item = builders.validated(internal_notes="<p>Entre nous</p>")
    with builders.as_user("directeur-general"):
        kept = template_from_item(item, "Voirie")
    assert kept.services == ("travaux",) and kept.folder == "Voirie"
    assert not hasattr(kept, "internal_notes")


def test_an_item_comes_at_its_step_once_and_is_not_late(town):
    template(
        title="Questions d'actualité",
        recurring_at="freeze",
        proposing_service="travaux",
    )
    first, meeting = builders.validated(title="Premier"), builders.meeting()
    with builders.as_user("directeur-general"):
        door.present(first, meeting)
        door.do_transition(meeting, "freeze")
    assert titles(meeting) == ["Premier", "Questions d'actualité"]
    with builders.as_user("directeur-general"):
        lines = door.agenda(meeting).lines
        assert {one.state for one in lines} == {"itemfrozen"}
        assert {one.list_type for one in lines} == {"normal"}
        door.do_transition(meeting, "backToCreated")
        door.do_transition(meeting, "freeze")
    assert titles(meeting) == ["Premier", "Questions d'actualité"]


def test_an_item_comes_with_the_meeting(town):
    template(recurring_at="create", proposing_service="travaux")
    assert titles(builders.meeting()) == [POLICE["title"]]


def test_what_comes_by_itself_needs_a_service(town):
    with pytest.raises(MissingField):
        template(recurring_at="freeze")


@implementer(IRecurringItems)
class Approval:
    """A feature that brings an item at the creation of a meeting."""

    def __init__(self, meeting):
        self.meeting = meeting

    def items(self, step):
        values = {"title": "Approbation du PV", "proposing_service": "travaux"}
        return [("pv", values)] if step == "create" else []


def test_a_feature_brings_items_of_its_own(town):
    registry = getGlobalSiteManager()
    registry.registerSubscriptionAdapter(Approval, (Interface,), IRecurringItems)
    try:
        meeting = builders.meeting()
    finally:
        registry.unregisterSubscriptionAdapter(Approval, (Interface,), IRecurringItems)
    # Without a decision no rule lets it on the agenda: it waits, validated.
    assert titles(meeting) == []
    with builders.as_user("directeur-general"):
        (row,) = [
            one
            for one in api.portal.get_tool("portal_catalog")(
                portal_type="communes.deliberations.MeetingItem"
            )
        ]
    assert (row.Title, row.review_state) == ("Approbation du PV", "validated")
