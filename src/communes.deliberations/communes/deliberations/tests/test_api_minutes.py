"""From the closed meeting to the signed minutes, with the rights of each state."""

from communes.core.access.errors import MayNot
from communes.core.signature import api as signatures
from communes.deliberations import api as door
from communes.deliberations.api import minutes as pv
from communes.deliberations.api import register
from communes.deliberations.api import signing
from communes.deliberations.domain.errors import TransitionRefused
from communes.deliberations.domain.setting_parts import Category
from communes.deliberations.exceptions import EmptyCorrection
from communes.deliberations.exceptions import MinutesNotSubmitted
from communes.deliberations.exceptions import NothingToSign
from communes.deliberations.exceptions import NotOnThisAgenda
from communes.deliberations.exceptions import UnknownEntry
from communes.deliberations.storage import register as storage
from communes.deliberations.storage.assembly import save_settings
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.tests import builders
from communes.deliberations.tests.web import held_meeting
from communes.deliberations.workflow.founding import found_assembly
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from plone import api
from pypdf import PdfReader
import pytest


SCAN = b"%PDF-1.4 scan"


def closed_meeting(count=2, **values):
    """Return a meeting just closed, and its items."""
    meeting, items = held_meeting(count, **values)
    with builders.as_user("directeur-general"):
        for item in items:
            door.encode_public_vote(item, {}, others="yes")
            door.do_transition(item, "accept")
        door.do_transition(meeting, "close")
    return meeting, items


def submitted():
    meeting, items = closed_meeting()
    with builders.as_user("directeur-general"):
        pv.take_minutes_step(meeting["pv"], "submit")
    return meeting, items


def approved(how="accept"):
    """Return a meeting whose minutes a later one approved, and that item."""
    meeting, _items = submitted()
    later = builders.meeting(when=datetime(2023, 6, 26, 20, 0))
    with builders.as_user("directeur-general"):
        item = pv.plan_approval(meeting["pv"])
        door.do_transition(later, "freeze")
        door.do_transition(later, "decide")
        door.set_presences(later, dict.fromkeys((*builders.SEATS, "dg"), "present"))
        door.encode_public_vote(item, {}, others="yes")
        door.do_transition(item, how)
    return meeting, item


def words(data):
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def test_closing_a_meeting_draws_up_its_minutes_for_who_keeps_them(town):
    meeting, _items = closed_meeting()
    with builders.as_user("directeur-general"):
        view = pv.minutes(meeting)
        assert view.state == "pv_draft"
        assert [one.id for one in view.steps] == ["submit"]
    with builders.as_user("conseiller"):
        assert pv.minutes(meeting) is None
    with builders.as_user("createur"):
        assert pv.minutes(meeting) is None


def test_submitted_minutes_are_read_by_the_members_and_their_text_is_fixed(town):
    meeting, items = submitted()
    items[0].title = "Un titre changé après coup"
    with builders.as_user("conseiller"):
        view = pv.minutes(meeting)
        assert view.state == "pv_submitted"
        assert view.steps == ()
        made = pv.minutes_file(meeting["pv"], closed=True)
    assert "changé" not in words(made.data)
    assert "Point 1" in words(made.data)
    with builders.as_user("createur"):
        assert pv.minutes(meeting) is None


def test_a_meeting_with_submitted_minutes_is_not_reopened(town):
    meeting, _items = submitted()
    with builders.as_user("directeur-general"):
        with pytest.raises(TransitionRefused, match="remettez-le d'abord en projet"):
            door.do_transition(meeting, "backToDecided")
        pv.take_minutes_step(meeting["pv"], "backToDraft")
        door.do_transition(meeting, "backToDecided")
        assert api.content.get_state(meeting) == "decided"


def test_a_correction_is_noted_beside_the_text_by_who_keeps_the_meeting(town):
    meeting, items = submitted()
    minutes = meeting["pv"]
    with builders.as_user("directeur-general"):
        revision = pv.correct(minutes, "lire 12 voix", items[1].UID(), 0)
        assert revision == 1
        (noted,) = pv.minutes(meeting).corrections
        assert (noted.number, noted.by) == ("2", "directeur-general")
        with pytest.raises(EmptyCorrection):
            pv.correct(minutes, "  ")
        with pytest.raises(NotOnThisAgenda):
            pv.correct(minutes, "x", builders.draft().UID())
        assert "Point 2 : lire 12 voix" in words(pv.minutes_file(minutes).data)
    with builders.as_user("conseiller"), pytest.raises(MayNot):
        pv.correct(minutes, "je corrige")


def test_a_correction_of_a_closed_item_is_not_in_the_public_part(town):
    meeting, (item, _other) = held_meeting(2, privacy="closed")
    with builders.as_user("directeur-general"):
        for one in (item, _other):
            door.encode_public_vote(one, {}, others="yes")
            door.do_transition(one, "accept")
        door.do_transition(meeting, "close")
        pv.correct(meeting["pv"], "lire Dupont", item.UID())
        assert "Dupont" not in words(pv.minutes_file(meeting["pv"]).data)
        whole = pv.minutes_file(meeting["pv"], closed=True)
        assert "Dupont" in words(whole.data)


def test_the_approval_is_one_click_prefilled_with_the_minutes(town):
    meeting, _items = submitted()
    later = builders.meeting(when=datetime(2023, 6, 26, 20, 0))
    with builders.as_user("directeur-general"):
        item = pv.plan_approval(meeting["pv"])
        assert pv.plan_approval(meeting["pv"]) == item
    assert item.title == (
        "Procès-verbal de la séance du lundi 22 mai 2023 – Approbation"
    )
    assert "DÉCIDE d'approuver le procès-verbal" in item.decision.raw
    assert api.content.get_state(item) == "presented"
    assert item.meeting_uid == later.UID()
    (annex,) = item.objectValues()
    assert annex.file.data.startswith(b"%PDF-")
    assert not annex.confidential


def test_an_assembly_with_categories_presents_the_approval_too(town):
    organ = builders.assembly()
    settings = settings_of(organ)
    known = (Category("secretariat", "Secrétariat"), Category("divers", "Divers"))
    save_settings(organ, replace(settings, categories=known))
    meeting, _items = closed_meeting(category="divers")
    builders.meeting(when=datetime(2023, 6, 26, 20, 0))
    with builders.as_user("directeur-general"):
        pv.take_minutes_step(meeting["pv"], "submit")
        item = pv.plan_approval(meeting["pv"])
    assert item.category == "secretariat"
    assert api.content.get_state(item) == "presented"


def test_minutes_with_a_closed_part_are_joined_in_confidence(town):
    meeting, items = held_meeting(1, privacy="closed")
    with builders.as_user("directeur-general"):
        door.encode_public_vote(items[0], {}, others="yes")
        door.do_transition(items[0], "accept")
        door.do_transition(meeting, "close")
        pv.take_minutes_step(meeting["pv"], "submit")
        item = pv.plan_approval(meeting["pv"])
    assert [one.confidential for one in item.objectValues()] == [True]
    # No later meeting: the item waits, ready to be presented.
    assert api.content.get_state(item) == "validated"


def test_a_draft_is_not_put_to_the_approval(town):
    meeting, _items = closed_meeting()
    with builders.as_user("directeur-general"):
        with pytest.raises(MinutesNotSubmitted):
            pv.plan_approval(meeting["pv"])
    with builders.as_user("createur"), pytest.raises(MayNot):
        pv.plan_approval(meeting["pv"])


def test_the_accepted_item_approves_the_minutes_everywhere(town):
    meeting, item = approved()
    assert api.content.get_state(meeting["pv"]) == "pv_approved"
    assert f"{meeting.approved_on}" == "2023-06-26"
    with builders.as_user("conseiller"):
        view = pv.minutes(meeting)
        assert view.approved_on == meeting.approved_on
        text = words(pv.minutes_file(meeting["pv"]).data)
    assert "Procès-verbal approuvé en séance du 26 juin 2023." in text
    kind = "deliberations"
    notes = list(storage.notes(builders.assembly(), kind))
    assert {one.kind for one in notes} == {"approved"}
    assert {one.meeting for one in notes} == {item.meeting_uid}


def test_undoing_the_decision_undoes_the_approval(town):
    meeting, item = approved()
    with builders.as_user("directeur-general"):
        door.do_transition(item, "backToItemFrozen")
    assert api.content.get_state(meeting["pv"]) == "pv_submitted"
    assert meeting.approved_on is None


def test_remarks_of_the_assembly_are_kept_as_a_correction(town):
    meeting, _items = submitted()
    builders.meeting(when=datetime(2023, 6, 26, 20, 0))
    with builders.as_user("directeur-general"):
        item = pv.plan_approval(meeting["pv"])
        later = api.content.get(UID=item.meeting_uid)
        door.edit_item(item, {"observations": "<p>M. Titulaire était excusé.</p>"})
        door.do_transition(later, "freeze")
        door.do_transition(later, "decide")
        door.set_presences(later, dict.fromkeys((*builders.SEATS, "dg"), "present"))
        door.encode_public_vote(item, {}, others="yes")
        door.do_transition(item, "accept_but_modify")
        (noted,) = pv.minutes(meeting).corrections
    assert noted.text == "M. Titulaire était excusé."


def test_the_secretariat_approves_itself_only_where_the_settings_say_so(town):
    meeting, _items = submitted()
    with builders.as_user("directeur-general"):
        with pytest.raises(TransitionRefused):
            pv.take_minutes_step(meeting["pv"], "approve")
    organ = builders.assembly()
    settings = settings_of(organ)
    direct = replace(settings.minutes, approval="direct")
    save_settings(organ, replace(settings, minutes=direct))
    with builders.as_user("directeur-general"):
        pv.take_minutes_step(meeting["pv"], "approve")
    assert meeting.approved_on is not None


def test_approved_minutes_are_signed_and_enter_the_register(town):
    meeting, _item = approved()
    minutes = meeting["pv"]
    with builders.as_user("directeur-general"):
        request = signing.ask_signatures(minutes)
        names = [one.signatory.function for one in request.places]
        assert names == ["Directeur général", "Bourgmestre-Président"]
        secretary, president = (one.signatory.id for one in request.places)
        with pytest.raises(NothingToSign, match="déjà demandées"):
            signing.ask_signatures(minutes)
        signing.confirm_signature(minutes, request.id, secretary)
        with pytest.raises(NothingToSign, match="numérisé"):
            signing.confirm_signature(minutes, request.id, president)
        signing.confirm_signature(minutes, request.id, president, SCAN)
        assert api.content.get_state(minutes) == "signed"
        found = register.register_page(builders.assembly(), "minutes")
        (row,) = found.rows
        assert row.entry.shown == "2023/1"
        assert f"{row.entry.approved_on}" == "2023-06-26"
        assert row.entry.approved_in
        signed = row.entry.signed_sha256
        file = register.register_file(builders.assembly(), "minutes", 1, signed)
        assert file.data == SCAN
        assert register.verify_register(builders.assembly(), "minutes").holds


def test_who_does_not_read_the_closed_part_gets_no_file_that_holds_it(town):
    organ = builders.assembly()
    found_assembly(
        api.portal.get(), replace(settings_of(organ), members_read_closed=False)
    )
    meeting, _item = approved()
    minutes = meeting["pv"]
    with builders.as_user("directeur-general"):
        request = signing.ask_signatures(minutes)
        secretary, president = (one.signatory.id for one in request.places)
        signing.confirm_signature(minutes, request.id, secretary)
        signing.confirm_signature(minutes, request.id, president, SCAN)
        assert signing.signing_file(minutes, request.id).data
    with builders.as_user("conseiller"):
        assert pv.minutes_file(minutes).data
        with pytest.raises(MayNot):
            pv.minutes_file(minutes, closed=True)
        with pytest.raises(MayNot):
            signing.signing_file(minutes, request.id)
        with pytest.raises(UnknownEntry):
            register.register_file(organ, "minutes", 1)


def test_minutes_are_not_signed_before_they_are_approved(town):
    meeting, _items = submitted()
    with builders.as_user("directeur-general"):
        with pytest.raises(NothingToSign, match="n'est pas approuvé"):
            signing.ask_signatures(meeting["pv"])
    with builders.as_user("conseiller"), pytest.raises(MayNot):
        signing.ask_signatures(meeting["pv"])


def test_a_refusal_lets_a_new_request_be_made(town):
    meeting, _item = approved()
    minutes = meeting["pv"]
    with builders.as_user("directeur-general"):
        request = signing.ask_signatures(minutes)
        who = request.places[0].signatory.id
        refused = signing.refuse_signature(minutes, request.id, who, "Point 4 faux")
        assert refused.refusal.reason == "Point 4 faux"
        assert api.content.get_state(minutes) == "pv_approved"
        again = signing.ask_signatures(minutes)
        signing.substitute_signatory(
            minutes, again.id, again.places[1].signatory.id, "echevin-1", "Congé",
            datetime(2020, 1, 1).date(),
        )  # fmt: skip
        assert signatures.requests_of(minutes)[0].places[1].substitutions


def test_members_of_the_council_read_the_approved_minutes_of_the_college(town):
    organ = builders.assembly("college")
    settings = settings_of(organ)
    direct = replace(settings.minutes, approval="direct")
    save_settings(organ, replace(settings, minutes=direct))
    meeting = builders.meeting("college")
    item = builders.validated("college")
    with builders.as_user("directeur-general"):
        door.present(item, meeting)
        door.do_transition(meeting, "freeze")
        door.do_transition(meeting, "decide")
        seats = dict.fromkeys((*builders.SEATS, "dg"), "present")
        door.set_presences(meeting, seats)
        door.do_transition(item, "accept")
        door.do_transition(meeting, "close")
        minutes = meeting["pv"]
        pv.take_minutes_step(minutes, "submit")
    with builders.as_user("conseiller"), pytest.raises(MayNot):
        pv.minutes_view(minutes)
    with builders.as_user("directeur-general"):
        pv.take_minutes_step(minutes, "approve")
    with builders.as_user("conseiller"):
        assert pv.minutes_view(minutes).state == "pv_approved"
        made = pv.minutes_file(minutes, closed=True)
        assert "Réfection de la rue du Moulin" in words(made.data)
        with pytest.raises(MayNot):
            door.document_text(item, "deliberation")
    with builders.as_user("createur-finances"), pytest.raises(MayNot):
        pv.minutes_view(minutes)
