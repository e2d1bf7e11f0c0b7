"""What is final enters the register at once; tampering with it is detected."""

from communes.core.access.errors import MayNot
from communes.core.jobs.api import pending
from communes.deliberations import api as door
from communes.deliberations.api import register
from communes.deliberations.api import signing
from communes.deliberations.exceptions import UnknownEntry
from communes.deliberations.storage import register as storage
from communes.deliberations.storage.register import Register
from communes.deliberations.tests import builders
from communes.deliberations.tests.test_api_minutes import closed_meeting
from communes.deliberations.tests.test_api_minutes import SCAN
from communes.deliberations.tests.test_api_minutes import words
from communes.deliberations.tests.web import held_meeting
from plone import api
import pytest
from zope.annotation.interfaces import IAnnotations


def test_the_deliberations_enter_the_register_when_the_meeting_is_closed(town):
    _meeting, items = closed_meeting(3)
    organ = builders.assembly()
    with builders.as_user("directeur-general"):
        page = register.register_page(organ)
        assert [one.entry.shown for one in page.rows] == ["2023/3", "2023/2", "2023/1"]
        assert [one.entry.item for one in page.rows] == [
            one.UID() for one in reversed(items)
        ]
        file = register.register_file(organ, "deliberations", 1)
        assert items[0].title in words(file.data)
        told = register.verify_register(organ, "deliberations")
        assert (told.holds, told.entries) == (True, 3)
        assert register.entry_of(items[1]).shown == "2023/2"


def test_an_item_put_off_is_no_act_of_the_register(town):
    meeting, items = held_meeting(2)
    with builders.as_user("directeur-general"):
        door.do_transition(items[0], "delay")
        door.encode_public_vote(items[1], {}, others="yes")
        door.do_transition(items[1], "accept")
        door.do_transition(meeting, "close")
        page = register.register_page(builders.assembly())
    assert [one.entry.item for one in page.rows] == [items[1].UID()]


def test_a_meeting_closed_again_enters_only_what_changed(town):
    meeting, items = closed_meeting(2)
    organ = builders.assembly()
    with builders.as_user("directeur-general"):
        door.do_transition(meeting, "backToDecided")
        door.edit_item(items[0], {"decision": "<p>DÉCIDE autre chose.</p>"})
        door.do_transition(meeting, "close")
        page = register.register_page(organ)
        assert [one.entry.position for one in page.rows] == [3, 2, 1]
        assert page.rows[0].entry.corrects == 1
        (note,) = register.notes_of(organ, "deliberations", 1)
        assert note.text == "Remplacée par l'inscription 2023/3"
        assert register.verify_register(organ, "deliberations").holds


def test_the_register_hides_what_a_person_may_not_read(town):
    _meeting, _items = closed_meeting(2, privacy="closed")
    organ = builders.assembly()
    for account in ("createur-finances", "agent-sans-groupe"):
        with builders.as_user(account):
            page = register.register_page(organ)
            assert page.total == 2
            for row in page.rows:
                assert not row.readable
                assert row.entry.title == "Acte réservé"
                assert row.entry.item == ""
            with pytest.raises(UnknownEntry):
                register.register_file(organ, "deliberations", 1)
            assert register.notes_of(organ, "deliberations", 1) == []
            with pytest.raises(MayNot):
                register.verify_register(organ, "deliberations")
    with builders.as_user("conseiller"):
        assert register.register_page(organ).rows[0].readable
        assert register.register_file(organ, "deliberations", 1).data


def test_the_register_is_found_by_year_and_number(town):
    closed_meeting(2)
    organ = builders.assembly()
    with builders.as_user("directeur-general"):
        assert register.register_page(organ, year=2023).total == 2
        assert register.register_page(organ, year=2022).total == 0
        (row,) = register.register_page(organ, year=2023, number=2).rows
        assert row.entry.number == 2
        assert register.register_page(organ).years == (2023,)
        page = register.register_page(organ, page=2, size=1)
        assert ([one.entry.position for one in page.rows], page.pages) == ([1], 2)
        with pytest.raises(UnknownEntry):
            register.register_page(organ, "secrets")


def held(organ):
    return IAnnotations(organ)[storage.KEY]["deliberations"]


def tamper_word(found: Register):
    found.entries[1] = {**found.entries[1], "title": "Autre"}


def tamper_remove(found: Register):
    del found.entries[1]


def tamper_cut(found: Register):
    del found.entries[2]


def tamper_file(found: Register):
    with found.files[found.entries[1]["sha256"]].open("w") as file:
        file.write(b"%PDF-1.7 another")


def tamper_no_file(found: Register):
    del found.files[found.entries[1]["sha256"]]


@pytest.mark.parametrize(
    "tamper,kind",
    [
        (tamper_word, "seal"),
        (tamper_remove, "gap"),
        (tamper_cut, "cut"),
        (tamper_file, "changed_file"),
        (tamper_no_file, "missing_file"),
    ],
)
def test_tampering_with_the_database_is_detected(town, tamper, kind):
    closed_meeting(2)
    organ = builders.assembly()
    tamper(held(organ))
    with builders.as_user("directeur-general"):
        told = register.verify_register(organ, "deliberations")
    assert not told.holds
    assert kind in {one.kind for one in told.faults}


def test_a_pdf_that_is_no_archive_is_detected():
    assert not register.is_archive(b"%PDF-1.7 not really")
    assert not register.is_archive(b"")


def test_a_signed_deliberation_gets_a_note_with_the_file(town):
    _meeting, items = closed_meeting(1)
    organ = builders.assembly()
    with builders.as_user("directeur-general"):
        request = signing.ask_signatures(items[0])
        secretary, president = (one.signatory.id for one in request.places)
        signing.confirm_signature(items[0], request.id, secretary)
        signing.confirm_signature(items[0], request.id, president, SCAN)
        (note,) = register.notes_of(organ, "deliberations", 1)
        assert note.kind == "signed"
        file = register.register_file(organ, "deliberations", 1, note.sha256)
        assert file.data == SCAN
        assert register.verify_register(organ, "deliberations").holds


def test_the_extract_of_an_item_from_elsewhere_is_announced_once(town):
    before = pending(api.portal.get(), "deliberations.extract_ready")
    meeting, items = held_meeting(2)
    items[0].external_id = "urban-2026-117"
    with builders.as_user("directeur-general"):
        for item in items:
            door.encode_public_vote(item, {}, others="yes")
            door.do_transition(item, "accept")
        door.do_transition(meeting, "close")
    assert pending(api.portal.get(), "deliberations.extract_ready") == before + 1
