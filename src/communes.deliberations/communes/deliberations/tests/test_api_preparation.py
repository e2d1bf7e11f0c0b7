"""The work before the meeting, rule by rule, and who must not do or see it."""

from AccessControl import getSecurityManager
from communes.core.access.catalog import unrestricted
from communes.core.access.catalog import visible
from communes.core.access.errors import MayNot
from communes.core.comparing.domain.difference import as_html
from communes.deliberations import api as door
from communes.deliberations.api.claim import AlreadyClaimed
from communes.deliberations.api.claim import claim
from communes.deliberations.api.claim import claim_view
from communes.deliberations.api.claim import release
from communes.deliberations.api.completeness import completeness
from communes.deliberations.api.completeness import CompletenessRefused
from communes.deliberations.api.completeness import say_completeness
from communes.deliberations.api.label import labels
from communes.deliberations.api.label import own_label_choices
from communes.deliberations.api.label import set_labels
from communes.deliberations.api.label import set_own_labels
from communes.deliberations.api.link import add_link
from communes.deliberations.api.link import links
from communes.deliberations.api.link import remove_link
from communes.deliberations.api.version import compare
from communes.deliberations.api.version import versions
from communes.deliberations.domain.errors import TransitionRefused
from communes.deliberations.domain.preparation.label import BadLabel
from communes.deliberations.domain.preparation.settings import Label
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.exceptions import UnknownItem
from communes.deliberations.tests import builders
from communes.deliberations.tests.builders import step
from communes.deliberations.tests.builders import with_preparation
from communes.deliberations.workflow.founding import found_assembly
from dataclasses import replace
from decimal import Decimal
from plone import api
import pytest
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def readers(item, permission="View"):
    found = set()
    for account in builders.PEOPLE:
        with builders.as_user(account):
            if getSecurityManager().checkPermission(permission, item):
                found.add(account)
    return found


# -- in copy ---------------------------------------------------------------------


def test_a_service_in_copy_reads_from_validation_on_without_the_notes(town):
    item = builders.draft(copy_groups=["finances"], internal_notes="<p>Entre nous</p>")
    finances = {"createur-finances", "chef-finances"}
    assert not finances & readers(item)
    step(item, "createur", "propose")
    assert not finances & readers(item)
    step(item, "chef-de-service", "validate")
    assert finances <= readers(item)
    assert not finances & readers(item, "communes.deliberations: View internal notes")
    assert not finances & readers(item, "communes.core: View confidential annex")
    assert not finances & readers(item, "Modify portal content")


def test_a_restricted_copy_is_read_once_decided_only(town):
    with_preparation(town, out_of_meeting=True)
    item = builders.validated(restricted_copy_groups=["finances"], out_of_meeting=True)
    assert "createur-finances" not in readers(item)
    step(item, "directeur-general", "accept_out_of_meeting")
    assert "createur-finances" in readers(item)


def test_a_secret_closed_item_is_in_nobodys_copy(town):
    found_assembly(town, replace(CONSEIL, members_read_closed=False))
    item = builders.validated(privacy="closed", copy_groups=["finances"])
    assert "createur-finances" not in readers(item)


def test_copies_follow_a_change_of_the_item(town):
    item = builders.validated(copy_groups=["finances"])
    with builders.as_user("directeur-general"):
        door.edit_item(item, {"copy_groups": []})
    assert "createur-finances" not in readers(item)


# -- budget ----------------------------------------------------------------------


def test_budget_editors_write_the_budget_and_nothing_else(town):
    item = builders.validated()
    api.group.add_user(
        groupname="valmont-conseil-budgetimpacteditors", username="createur-finances"
    )
    with builders.as_user("createur-finances"):
        door.edit_item(item, {"budget_related": True, "budget_amount": "184500.50"})
        assert item.budget_amount == Decimal("184500.50")
        with pytest.raises(MayNot):
            door.edit_item(item, {"title": "Autre"})
    with builders.as_user("chef-finances"), pytest.raises(MayNot):
        door.edit_item(item, {"budget_related": False})


def test_budget_editors_do_not_write_a_draft(town):
    item = builders.draft()
    api.group.add_user(
        groupname="valmont-conseil-budgetimpacteditors", username="createur-finances"
    )
    with builders.as_user("createur-finances"), pytest.raises(MayNot):
        door.edit_item(item, {"budget_related": True})


# -- completeness ----------------------------------------------------------------


def test_an_incomplete_file_says_what_is_missing_and_waits(town):
    with_preparation(town, completeness=True, complete_before="validate")
    item = builders.draft()
    step(item, "createur", "propose")
    with builders.as_user("chef-de-service"):
        with pytest.raises(CompletenessRefused):
            say_completeness(item, "incomplete")
        say_completeness(item, "incomplete", "le plan de signalisation")
        with pytest.raises(TransitionRefused) as refused:
            door.do_transition(item, "validate")
    assert [one.code for one in refused.value.reasons] == ["file_incomplete"]
    with builders.as_user("createur"):
        say_completeness(item, "asked_again")
    with builders.as_user("chef-de-service"):
        say_completeness(item, "complete")
        door.do_transition(item, "validate")
        view = completeness(item)
    assert [one.value.value for one in view.said] == [
        "complete", "asked_again", "incomplete",
    ]  # fmt: skip


def test_only_reviewers_judge_and_only_the_service_knows(town):
    with_preparation(town, completeness=True)
    item = builders.draft(copy_groups=["finances"])
    step(item, "createur", "propose")
    with builders.as_user("createur"), pytest.raises(MayNot):
        say_completeness(item, "complete")
    with builders.as_user("createur-finances"), pytest.raises(MayNot):
        completeness(item)


def test_two_reviewers_do_not_overwrite_one_another(town):
    with_preparation(town, completeness=True)
    item = builders.validated()
    with builders.as_user("directeur-general"):
        say_completeness(item, "complete", revision=0)
        with pytest.raises(StaleRevision):
            say_completeness(item, "incomplete", "un devis", revision=0)


# -- taken over ------------------------------------------------------------------


def test_an_item_is_taken_over_by_one_person_and_comes_back_to_her(town):
    item = builders.draft()
    with builders.as_user("createur"):
        claim(item)
        assert claim_view(item).mine
    step(item, "createur", "propose")
    with builders.as_user("createur"):
        assert claim_view(item).holder == ""
    with builders.as_user("chef-de-service"):
        claim(item)
        door.do_transition(item, "backToItemCreated")
        assert claim_view(item).holder == "createur"
    (brain,) = unrestricted(UID=item.UID())
    assert brain.deliberations_taken_over_by == "createur"


def test_a_colleague_is_told_who_has_the_item(town):
    item = builders.validated()
    api.group.add_user(
        groupname="valmont-conseil-meetingmanagers", username="agent-sans-groupe"
    )
    with builders.as_user("directeur-general"):
        claim(item)
    with builders.as_user("agent-sans-groupe"):
        with pytest.raises(AlreadyClaimed):
            claim(item)
        release(item)
        assert claim_view(item).holder == ""
    with builders.as_user("observateur"), pytest.raises(MayNot):
        claim(item)


# -- labels ----------------------------------------------------------------------


def test_own_labels_are_nobody_elses_to_read_or_find(town):
    item = builders.draft()
    with builders.as_user("createur"):
        set_own_labels(item, ["  à  relire ", "à relire"])
        assert labels(item).own == ("à relire",)
        assert len(visible(UID=item.UID())) == 1  # brings the index up to date
        ((value, word),) = own_label_choices(builders.assembly())
        assert word == "à relire"
        assert [one.UID for one in visible(deliberations_own_labels=value)] == [
            item.UID()
        ]
    with builders.as_user("chef-de-service"):
        assert labels(item).own == ()
        assert own_label_choices(builders.assembly()) == ()


def test_common_labels_are_those_of_the_settings(town):
    with_preparation(town, labels=(Label("presse", "Presse"), Label("ag", "À suivre")))
    item = builders.validated()
    with builders.as_user("createur"):
        set_labels(item, ["ag", "presse"])
        assert [one.title for one in labels(item).common] == ["Presse", "À suivre"]
        with pytest.raises(BadLabel):
            set_labels(item, ["inconnue"])
    with builders.as_user("echevin"), pytest.raises(MayNot):
        set_labels(item, [])


# -- links -----------------------------------------------------------------------


def test_a_link_goes_both_ways_and_hides_what_may_not_be_seen(town):
    one, two = builders.draft(title="Premier"), builders.validated(title="Second")
    with builders.as_user("createur"):
        add_link(one, two.UID())
        assert [each.title for each in links(two)] == ["Premier"]
    with builders.as_user("directeur-general"):
        assert links(two) == []
        with pytest.raises(UnknownItem):
            remove_link(two, one.UID())
    with builders.as_user("createur"):
        remove_link(two, one.UID())
        assert links(one) == links(two) == []


def test_no_link_leads_to_an_item_one_may_not_see(town):
    mine = builders.draft()
    other = builders.draft(title="D'un autre service")
    other.proposing_service = "finances"
    notify(ObjectModifiedEvent(other))
    with builders.as_user("createur"), pytest.raises(UnknownItem):
        add_link(mine, other.UID())


# -- versions --------------------------------------------------------------------


def test_each_step_keeps_the_texts_and_tells_what_changed(town):
    item = builders.draft(decision="<p>Le montant est de 100 €.</p>")
    step(item, "createur", "propose")
    with builders.as_user("chef-de-service"):
        door.edit_item(item, {"decision": "<p>Le montant est de 120 €.</p>"})
        door.do_transition(item, "validate")
        kept = versions(item)
        assert [(one.number, one.state, one.changed) for one in kept] == [
            (2, "proposed", True),
            (1, "itemcreated", True),
        ]
        (decision,) = [one for one in compare(item, 1) if one.changed]
    assert as_html(decision.lines) == (
        "<p>Le montant est de <del>100</del><ins>120</ins> €.</p>"
    )


def test_texts_that_did_not_change_are_kept_once(town):
    item = builders.validated()
    with builders.as_user("directeur-general"):
        assert [one.changed for one in versions(item)] == [False, True]
        assert not any(one.changed for one in compare(item, 1, 2))


def test_members_do_not_read_the_versions(town):
    item = builders.validated(copy_groups=["finances"])
    for account in ("createur-finances", "echevin"):
        with builders.as_user(account), pytest.raises(MayNot):
            versions(item)


# -- summary, notes --------------------------------------------------------------


def test_a_summary_may_be_asked_before_presenting(town):
    with_preparation(town, summary_required_before="present")
    item = builders.validated()
    builders.meeting()
    with builders.as_user("directeur-general"):
        with pytest.raises(TransitionRefused) as refused:
            door.present(item)
        assert [one.code for one in refused.value.reasons] == ["summary_missing"]
        door.edit_item(item, {"summary": "<p>Les faits.</p>"})
        door.present(item)


def test_marginal_notes_are_added_after_the_meeting_by_the_secretariat_only(town):
    item = builders.validated()
    meeting = builders.meeting()
    with builders.as_user("directeur-general"):
        door.present(item, meeting)
        for name in ("freeze", "decide"):
            door.do_transition(meeting, name)
        door.set_presences(meeting, dict.fromkeys((*builders.SEATS, "dg"), "present"))
        door.encode_public_vote(item, {}, others="yes")
        door.do_transition(item, "accept")
        door.do_transition(meeting, "close")
        with pytest.raises(MayNot):
            door.edit_item(item, {"title": "Autre"})
        door.edit_item(item, {"marginal_notes": "<p>Annulée par la tutelle.</p>"})
    assert "Annulée" in item.marginal_notes.raw
    with builders.as_user("createur"), pytest.raises(MayNot):
        door.edit_item(item, {"marginal_notes": "<p>Autre</p>"})
