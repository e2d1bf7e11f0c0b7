"""Documents go to those who may read them, and no closed word to anybody else."""

from communes.core.access.errors import MayNot
from communes.deliberations import api as door
from communes.deliberations.exceptions import NotInMeeting
from communes.deliberations.exceptions import UnknownDocument
from communes.deliberations.storage import journal as our_journal
from communes.deliberations.tests import builders
import pytest


SECRET = "Licenciement de Madame Untel"
PUBLIC = "Règlement de police : fête locale"


@pytest.fixture
def reads(monkeypatch):
    """Return what was written in the journal as a confidential read."""
    noted = []
    monkeypatch.setattr(
        our_journal, "record_read", lambda action, target, **_: noted.append(action)
    )
    return noted


@pytest.fixture
def meeting(town, reads):
    meeting = builders.meeting()
    for title, privacy in ((SECRET, "closed"), (PUBLIC, "public")):
        item = builders.validated(
            title=title, privacy=privacy, motivation="<p>Vu le Code.</p>"
        )
        with builders.as_user("directeur-general"):
            door.present(item, meeting)
    with builders.as_user("directeur-general"):
        door.edit_meeting(meeting, {"closed_observations": f"<p>{SECRET}.</p>"})
        door.do_transition(meeting, "freeze")
        door.do_transition(meeting, "decide")
    return meeting


def closed_item(meeting):
    from communes.deliberations.storage.item import item_by_uid

    with builders.as_user("directeur-general"):
        return item_by_uid(door.agenda(meeting).lines[1].uid)


@pytest.mark.parametrize("kind", ["agenda", "minutes"])
def test_the_public_part_holds_no_word_of_the_closed_one(meeting, reads, kind):
    with builders.as_user("directeur-general"):
        html = door.document_text(meeting, kind).html
    assert PUBLIC in html
    assert "Untel" not in html
    assert reads == []


@pytest.mark.parametrize("kind", ["convocation", "agenda", "minutes"])
def test_a_read_of_the_closed_part_stands_in_the_journal(meeting, reads, kind):
    with builders.as_user("conseiller"):
        html = door.document_text(meeting, kind, closed=True).html
    assert SECRET in html
    assert reads == [f"deliberations.read.{kind}"]


@pytest.mark.parametrize("kind", ["convocation", "agenda", "minutes"])
def test_a_clerk_reads_nothing_of_the_closed_part(meeting, kind):
    with builders.as_user("createur"), pytest.raises(MayNot):
        door.document_text(meeting, kind, closed=True)


def test_a_draft_of_the_minutes_is_not_for_the_services(meeting):
    with builders.as_user("createur"), pytest.raises(MayNot):
        door.document_text(meeting, "minutes")


def test_a_deliberation_is_read_by_whoever_may_read_its_item(meeting, reads):
    item = closed_item(meeting)
    with builders.as_user("createur"):
        text = door.document_text(item, "deliberation")
    assert SECRET in text.html
    assert reads == ["deliberations.read.deliberation"]
    with builders.as_user("createur-finances"), pytest.raises(MayNot):
        door.document_text(item, "extract")


def test_the_plain_record_hides_what_the_reader_may_not_see(meeting):
    with builders.as_user("createur"):
        record = door.meeting_in_words(meeting)
        assert SECRET not in str(record)
        with pytest.raises(MayNot):
            door.meeting_in_words(meeting, closed=True)


def test_an_unknown_document_is_named_with_those_there_are(meeting):
    with builders.as_user("directeur-general"):
        with pytest.raises(UnknownDocument) as refused:
            door.document_text(meeting, "procès")
    assert "« minutes »" in str(refused.value)


def test_an_item_on_no_agenda_has_no_deliberation(town):
    item = builders.draft()
    with builders.as_user("createur"), pytest.raises(NotInMeeting):
        door.document_text(item, "deliberation")


def test_hostile_html_does_not_reach_a_document(meeting):
    item = closed_item(meeting)
    with builders.as_user("directeur-general"):
        door.edit_item(item, {"motivation": "<p>Vu<script>alert(1)</script></p>"})
        html = door.document_text(item, "deliberation").html
    assert "script" not in html
