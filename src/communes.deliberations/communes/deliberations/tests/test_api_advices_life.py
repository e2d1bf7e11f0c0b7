"""What becomes of an advice: reopened, taken back, signed, inherited."""

from communes.core.access.errors import MayNot
from communes.deliberations import api as door
from communes.deliberations.api import advice as reading
from communes.deliberations.api import advising as writing
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.domain.errors import TransitionRefused
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.storage.item import item_by_uid
from communes.deliberations.tests import advising
from communes.deliberations.tests import builders
from communes.deliberations.tests.advising import course
from communes.deliberations.tests.advising import DF
from communes.deliberations.tests.advising import give
from communes.deliberations.tests.advising import only
from communes.deliberations.tests.advising import POSITIVE
from communes.deliberations.workflow.advices.inheriting import inherit_advices
from dataclasses import replace
from datetime import date
from plone import api
import pytest


def test_a_change_by_the_service_reopens_the_advice_and_keeps_what_it_said(town):
    advising.found()
    item = advising.proposed()
    give(item)
    with builders.as_user("chef-de-service"):
        door.edit_item(item, {"decision": "<p>DÉCIDE autre chose.</p>"})
        (seen,) = reading.advices(item)
    assert seen.standing is Standing.ASKED_AGAIN
    (version,) = seen.course.versions
    assert version.kind == "positive_with_remarks"
    assert "421/731-60" in version.motivation
    assert seen.course.started_on == date.today()


def test_a_change_of_something_else_leaves_the_advice(town):
    advising.found()
    item = advising.proposed()
    give(item)
    with builders.as_user("chef-de-service"):
        door.edit_item(item, {"poll_type": "secret"})
    assert course(item).given


def test_a_change_by_the_secretariat_is_marked(town):
    advising.found()
    item = builders.validated(**advising.DEAR)
    give(item)
    with builders.as_user("directeur-general"):
        door.edit_item(item, {"decision": "<p>DÉCIDE, coquille corrigée.</p>"})
    assert course(item).given
    assert course(item).changed


def test_an_assembly_may_ignore_changes(town):
    advising.found(replace(advising.SETTINGS, on_change="ignore"))
    item = advising.proposed()
    give(item)
    with builders.as_user("chef-de-service"):
        door.edit_item(item, {"decision": "<p>DÉCIDE autre chose.</p>"})
    assert course(item).given
    assert not course(item).changed


def test_an_adviser_takes_an_advice_back_to_mend_it_and_the_first_one_stays(town):
    advising.found()
    item = advising.proposed()
    give(item)
    with builders.as_user(DF):
        writing.act_on_advice(only(item), "take_back", "Erreur d'article.")
    held = course(item)
    assert not held.given
    assert held.deadline is not None
    assert held.versions[0].reason == "Erreur d'article."


def test_an_item_sent_back_by_its_adviser_is_asked_again(town):
    advising.found()
    builders.meeting()
    item = builders.validated(**advising.DEAR)
    give(item, kind="back_to_proposing_group")
    with builders.as_user("directeur-general"):
        with pytest.raises(TransitionRefused) as refused:
            door.do_transition(item, "present")
        assert "redemandez" in str(refused.value.reasons[0])
        writing.act_on_advice(only(item), "ask_again", "Le dossier est complété.")
    assert course(item).asked_again
    assert course(item).started_on == date.today()


def test_an_item_waits_for_its_advices_unchanged_and_goes_on(town):
    advising.found()
    item = builders.draft()
    with builders.as_user("createur"):
        with pytest.raises(TransitionRefused) as refused:
            door.do_transition(item, "wait_advices")
        assert "demandez d'abord un avis" in str(refused.value.reasons[0])
        writing.ask(item, "juridique")
        door.do_transition(item, "wait_advices")
        with pytest.raises(MayNot):
            door.edit_item(item, {"title": "Autre"})
    give(item, "juriste")
    with builders.as_user("createur"):
        door.do_transition(item, "backTo_itemcreated_from_waiting_advices")
    assert api.content.get_state(item) == "itemcreated"


def test_the_finance_advice_passes_its_steps_up_to_the_signature(town):
    advising.found(replace(advising.SETTINGS, rules=(advising.FULL,)))
    team = ("controllers", "editors", "reviewers", "managers")
    for role in team:
        advising.join(f"fin-{role}", "finances", f"advice{role}")
    item = advising.proposed()
    assert course(item).started_on is None
    with builders.as_user("fin-editors"), pytest.raises(MayNot):
        writing.act_on_advice(only(item), "complete")
    with builders.as_user("fin-controllers"):
        writing.act_on_advice(only(item), "complete")
    assert course(item).started_on == date.today()
    with builders.as_user("fin-editors"):
        writing.write_advice(only(item), POSITIVE)
        writing.act_on_advice(only(item), "forward")
    with builders.as_user("fin-reviewers"):
        writing.act_on_advice(only(item), "back", "Citez l'article.")
    with builders.as_user("fin-editors"):
        writing.act_on_advice(only(item), "forward")
    with builders.as_user("fin-reviewers"):
        writing.act_on_advice(only(item), "forward")
    with builders.as_user("fin-managers"):
        with pytest.raises(MayNot):
            writing.act_on_advice(only(item), "give")
        writing.act_on_advice(only(item), "sign", signature="pades:42")
    held = course(item)
    assert (held.step, held.signature) == ("financial_advice_signed", "pades:42")
    assert held.signed_by == "fin-managers"
    with builders.as_user("fin-managers"):
        writing.act_on_advice(only(item), "give")
    assert course(item).step == "advice_given"
    told = [one.what for one in course(item).happenings]
    assert told == [
        "asked_by_rule", "complete", "forward", "back", "forward", "forward",
        "signed", "given",
    ]  # fmt: skip


def test_a_controller_finds_the_file_incomplete_and_the_service_asks_again(town):
    advising.found(replace(advising.SETTINGS, rules=(advising.FULL,)))
    advising.join("fin-controllers", "finances", "advicecontrollers")
    item = advising.proposed()
    with builders.as_user("fin-controllers"):
        writing.act_on_advice(only(item), "incomplete", "Il manque le devis.")
    with builders.as_user("chef-de-service"):
        (seen,) = reading.advices(item)
        assert seen.kind == "back_to_proposing_group"
        assert "devis" in seen.motivation
        writing.act_on_advice(only(item), "ask_again")
    assert course(item).step == "proposed_to_financial_controller"
    assert course(item).started_on is None


def test_the_council_inherits_the_advice_of_the_college(town):
    advising.found()
    advising.found(replace(advising.SETTINGS), COLLEGE)
    item = builders.validated("college", send_to=("conseil",), **advising.DEAR)
    give(item, confidential=True)
    meeting = builders.meeting("college")
    with builders.as_user("directeur-general"):
        door.present(item, meeting)
        door.do_transition(meeting, "freeze")
        door.do_transition(meeting, "decide")
        seats = dict.fromkeys((*builders.SEATS, "dg"), "present")
        door.set_presences(meeting, seats)
        door.do_transition(item, "accept")
    copy = item_by_uid(item.successor_uids[0])
    held = course(copy)
    assert held.inherited_from == only(item).UID()
    assert held.kind == "positive_with_remarks"
    assert held.given_by == DF
    assert only(copy).confidential
    with builders.as_user("createur"):
        door.do_transition(copy, "propose")
    assert course(copy).given
    with builders.as_user(DF):
        assert not api.user.has_permission("View", obj=copy)


def test_an_assembly_may_ask_anew(town):
    advising.found(replace(advising.SETTINGS, inherited=False))
    advising.found(advising.SETTINGS, COLLEGE)
    item = builders.validated("college", **advising.DEAR)
    give(item)
    copy = builders.draft(**advising.DEAR)
    assert inherit_advices(item, copy) == 0
    assert not course(copy).given


def test_a_copy_of_an_item_begins_without_its_advices(town):
    advising.found(replace(advising.SETTINGS, rules=()))
    item = builders.draft()
    with builders.as_user("createur"):
        writing.ask(item, "juridique")
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(item, builders.assembly(), "autre")
    assert advices_of(copy) == []


def test_an_assembly_without_rules_asks_nothing(town):
    item = builders.validated(**advising.DEAR)
    assert advices_of(item) == []
    with builders.as_user("directeur-general"):
        assert not reading.askable(item)


def test_a_new_closing_day_moves_the_last_day(town):
    advising.found()
    item = advising.proposed()
    before = course(item).deadline
    town.portal_registry["communes.core.closing_days"] = [before]
    assert course(item).deadline > before
    with builders.as_user(DF):
        (seen,) = reading.advices(item)
    assert "fermeture" in " ".join(seen.explanation)
