"""Advices lived through: asked, written, given, late, reopened, taken along."""

from communes.core.access.errors import MayNot
from communes.deliberations import api as door
from communes.deliberations.api import advice as reading
from communes.deliberations.api import advising as writing
from communes.deliberations.domain.advices.acts import AdviceAct
from communes.deliberations.domain.advices.errors import AdviceRefused
from communes.deliberations.domain.advices.errors import UnknownAdviceAct
from communes.deliberations.domain.advices.errors import UnknownAdviceKind
from communes.deliberations.domain.advices.errors import UnknownAdviceRow
from communes.deliberations.domain.advices.errors import UnknownAdviser
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.domain.errors import TransitionRefused
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.tests import advising
from communes.deliberations.tests import builders
from communes.deliberations.tests.advising import course
from communes.deliberations.tests.advising import DF
from communes.deliberations.tests.advising import give
from communes.deliberations.tests.advising import make_late
from communes.deliberations.tests.advising import only
from communes.deliberations.tests.advising import POSITIVE
from dataclasses import replace
from datetime import date
from datetime import timedelta
from decimal import Decimal
from plone import api
import pytest


def test_above_the_threshold_the_advice_is_asked_by_itself(town):
    advising.found()
    item = builders.draft(**advising.DEAR)
    assert course(item).started_on is None
    with builders.as_user("createur"):
        door.do_transition(item, "propose")
    assert course(item).started_on == date.today()
    assert course(item).deadline > date.today() + timedelta(days=9)


def test_an_advice_asked_by_rule_goes_when_its_condition_goes(town):
    advising.found()
    item = builders.draft(**advising.DEAR)
    with builders.as_user("createur"):
        door.edit_item(item, {"budget_amount": Decimal("12000")})
        assert advices_of(item) == []
        door.edit_item(item, {"budget_amount": Decimal("64000")})
    assert course(item).service == "finances"


def test_saving_twice_asks_once(town):
    advising.found()
    item = builders.draft(**advising.DEAR)
    with builders.as_user("createur"):
        door.edit_item(item, {"title": "Réfection de la rue du Moulin, phase 2"})
    assert only(item).title == "Avis de légalité"


def test_an_item_taken_back_to_its_draft_stops_the_delay(town):
    advising.found()
    item = advising.proposed()
    with builders.as_user("chef-de-service"):
        door.do_transition(item, "backToItemCreated")
    assert (course(item).started_on, course(item).deadline) == (None, None)


def test_a_mandatory_advice_is_given_before_the_item_is_presented(town):
    advising.found()
    builders.meeting()
    item = builders.validated(**advising.DEAR)
    with builders.as_user("directeur-general"):
        with pytest.raises(TransitionRefused) as refused:
            door.do_transition(item, "present")
        assert "« Avis de légalité »" in str(refused.value.reasons[0])
    give(item)
    with builders.as_user("directeur-general"):
        door.do_transition(item, "present")


def test_an_advice_not_given_in_time_lets_the_item_go_on(town):
    advising.found()
    builders.meeting()
    item = builders.validated(**advising.DEAR)
    make_late(item)
    with builders.as_user("directeur-general"):
        (seen,) = reading.advices(item)
        assert seen.standing is Standing.TIMED_OUT
        assert seen.days_left < 0
        door.do_transition(item, "present")
    with builders.as_user(DF), pytest.raises(AdviceRefused) as refused:
        writing.write_advice(only(item), POSITIVE)
    assert "prolonger" in str(refused.value.reasons[0])


def test_a_manager_prolongs_with_a_comment_that_is_kept(town):
    advising.found()
    item = builders.validated(**advising.DEAR)
    before = course(item).deadline
    advice = only(item)
    with builders.as_user("directeur-general"):
        with pytest.raises(AdviceRefused):
            writing.act_on_advice(advice, "switch", row="legalite-prolongee")
        writing.act_on_advice(
            advice, "switch", "Demande motivée du DF.", row="legalite-prolongee"
        )
        with pytest.raises(UnknownAdviceRow):
            writing.act_on_advice(advice, "switch", "Encore.", row="autre")
    after = course(item)
    assert after.deadline > before
    assert after.happenings[-1].comment.endswith("Demande motivée du DF.")
    assert after.happenings[-1].by == "directeur-general"


def test_who_answers_prolongs_only_while_the_delay_runs(town):
    advising.found()
    item = advising.proposed()
    with builders.as_user(DF):
        (seen,) = reading.advices(item)
        assert AdviceAct.SWITCH in {one.id for one in seen.acts}
    make_late(item)
    with builders.as_user(DF):
        (seen,) = reading.advices(item)
        assert AdviceAct.SWITCH not in {one.id for one in seen.acts}


def test_a_date_explains_itself(town):
    advising.found()
    item = advising.proposed()
    with builders.as_user(DF):
        (seen,) = reading.advices(item)
    assert "L1124-40" in seen.explanation[0]
    assert "10 jours ouvrables" in " ".join(seen.explanation)
    assert seen.days_left == 10
    assert not seen.pressing


def test_the_service_asks_an_optional_advice_and_takes_it_back(town):
    advising.found()
    item = builders.draft()
    with builders.as_user("createur"):
        assert reading.askable(item)[-1] == ("juridique", "juridique")
        advice = writing.ask(item, "juridique", "Sur la clause de révision.")
        assert course(item).happenings[0].comment == "Sur la clause de révision."
        with pytest.raises(UnknownAdviser):
            writing.ask(item, "juridique")
        with pytest.raises(UnknownAdviser):
            writing.ask(item, "cabinet")
        writing.act_on_advice(advice, "withdraw")
    assert advices_of(item) == []


def test_who_only_reads_the_item_asks_no_advice(town):
    advising.found()
    item = advising.proposed()
    for account in ("createur", "observateur", DF):
        with builders.as_user(account), pytest.raises(MayNot):
            writing.ask(item, "juridique")


def test_an_adviser_reads_the_item_and_writes_the_advice_alone(town):
    advising.found()
    item = advising.proposed()
    with builders.as_user(DF):
        assert api.user.has_permission("View", obj=item)
        with pytest.raises(MayNot):
            door.edit_item(item, {"title": "Autre objet"})
    give(item)
    with builders.as_user("chef-de-service"):
        (seen,) = reading.advices(item)
    assert seen.standing is Standing.GIVEN
    assert seen.kind == "positive_with_remarks"
    assert "421/731-60" in seen.motivation


def test_an_item_in_creation_is_not_read_by_its_advisers_yet(town):
    advising.found()
    item = builders.draft(**advising.DEAR)
    with builders.as_user(DF):
        assert not api.user.has_permission("View", obj=item)
        assert not api.user.has_permission("View", obj=only(item))


def test_an_advice_needs_a_kind_the_assembly_uses(town):
    advising.found(replace(advising.SETTINGS, kinds=("positive", "negative")))
    item = advising.proposed()
    with builders.as_user(DF):
        with pytest.raises(AdviceRefused):
            writing.act_on_advice(only(item), "give")
        with pytest.raises(UnknownAdviceKind):
            writing.write_advice(only(item), {"kind": "cautious"})
        with pytest.raises(UnknownAdviceAct):
            writing.act_on_advice(only(item), "burn")


def test_two_advisers_at_once_are_told(town):
    advising.found()
    item = advising.proposed()
    with builders.as_user(DF):
        (seen,) = reading.advices(item)
        writing.write_advice(only(item), {"kind": "positive"}, seen.revision)
        with pytest.raises(StaleRevision):
            writing.write_advice(only(item), {"kind": "negative"}, seen.revision)
