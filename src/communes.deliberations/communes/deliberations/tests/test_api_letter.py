"""The documents made after a meeting, and the letter an agent makes their own."""

from communes.core.access.errors import MayNot
from communes.core.documents.odt import package
from communes.core.documents.odt.errors import TemplateRefused
from communes.core.documents.tests.verapdf import verdicts
from communes.deliberations import api as door
from communes.deliberations.api import letter
from communes.deliberations.api import minutes as pv
from communes.deliberations.exceptions import UnknownDocument
from communes.deliberations.storage.letter import template_of
from communes.deliberations.tests import builders
from communes.deliberations.tests.test_api_minutes import closed_meeting
from communes.deliberations.tests.test_api_minutes import words
from communes.deliberations.tests.web import held_meeting
import pytest


def decided_with_a_closed_item():
    """Return a meeting just closed with a public and a closed item."""
    meeting, (public, _other) = held_meeting(2)
    closed = builders.validated(title="Sanction disciplinaire", privacy="closed")
    with builders.as_user("directeur-general"):
        door.present(closed, meeting)
        for item in (public, _other, closed):
            door.encode_public_vote(item, {}, others="yes")
            door.do_transition(item, "accept")
        door.do_transition(meeting, "close")
    return meeting, public, closed


def test_all_deliberations_are_one_document_the_public_one_without_the_closed(town):
    meeting, _public, _closed = decided_with_a_closed_item()
    with builders.as_user("directeur-general"):
        whole = words(door.generate_document(meeting, "deliberations", True).data)
        public = words(door.generate_document(meeting, "deliberations").data)
    assert "Sanction disciplinaire" in whole
    assert "Point 1" in whole and "Point 1" in public
    assert "Sanction" not in public


def test_the_publication_list_names_the_public_decisions_only(town):
    meeting, public, _closed = decided_with_a_closed_item()
    with builders.as_user("directeur-general"):
        for closed in (False, True):
            text = words(door.generate_document(meeting, "publication", closed).data)
            assert public.title in text
            assert public.reference in text
            assert "Sanction" not in text


def test_the_attendance_sheet_has_a_line_to_sign_for_each_member(town):
    meeting, _items = closed_meeting(1)
    with builders.as_user("directeur-general"):
        text = words(door.generate_document(meeting, "attendance", True).data)
    for seat in builders.SEATS:
        assert f"Titulaire {seat}" in text
    assert "Présent·e" in text
    assert "Signature" in text


def test_a_draft_of_the_decisions_is_not_for_everybody(town):
    meeting, _items = held_meeting(1)
    with builders.as_user("createur"):
        for kind in ("deliberations", "publication", "attendance"):
            with pytest.raises(MayNot):
                door.generate_document(meeting, kind)


def test_a_report_tells_the_summary_and_the_draft(town):
    _meeting, (item,) = held_meeting(1, summary="<p>La conduite date de 1962.</p>")
    with builders.as_user("createur"):
        text = words(door.generate_document(item, "report").data)
    assert "La conduite date de 1962." in text
    assert "Projet de décision" in text
    with builders.as_user("createur"), pytest.raises(UnknownDocument, match="report"):
        door.generate_document(item, "poster")


def test_the_minutes_of_the_meeting_are_those_that_were_submitted(town):
    meeting, items = closed_meeting(1)
    with builders.as_user("directeur-general"):
        pv.take_minutes_step(meeting["pv"], "submit")
        pv.correct(meeting["pv"], "lire 12 voix")
        items[0].title = "Titre changé"
        text = words(door.generate_document(meeting, "minutes").data)
    assert "lire 12 voix" in text
    assert "Titre changé" not in text


def test_every_document_after_the_meeting_is_of_archive(town, tmp_path):
    meeting, _public, _closed = decided_with_a_closed_item()
    files = []
    with builders.as_user("directeur-general"):
        pv.correct(meeting["pv"], "lire 12 voix")
        made = [
            door.generate_document(meeting, kind, True)
            for kind in ("deliberations", "publication", "attendance")
        ]
        made.append(pv.minutes_file(meeting["pv"], closed=True))
        for one in made:
            files.append(tmp_path / one.filename)
            files[-1].write_bytes(one.data)
    assert set(verdicts("2a", files).values()) == {"PASS"}


def content(odt):
    return package.read(odt, "lettre")["content.xml"].decode()


def test_the_letter_is_an_odt_with_the_decision_and_who_signs(town):
    _meeting, (item,) = closed_meeting(1)
    with builders.as_user("createur"):
        made = letter.notification(item, "Madame A. Dupont\nRue Haute 3")
    text = content(made.data)
    assert made.filename.endswith(".odt")
    assert "Notification d’une décision du Conseil communal" in text
    for said in (
        item.title,
        "Madame A. Dupont",
        "Rue Haute 3",
        "Titulaire dg",
        "22 mai",
    ):
        assert said in text
    assert "${" not in text
    with builders.as_user("createur-finances"), pytest.raises(MayNot):
        letter.notification(item)


def test_an_assembly_makes_the_letter_its_own_and_is_told_of_its_faults(town):
    _meeting, (item,) = closed_meeting(1)
    organ = builders.assembly()
    members = package.read(template_of(organ, "notification"), "modèle")
    text = members["content.xml"].decode()
    own = {
        "content.xml": text.replace("Madame, Monsieur,", "Chère citoyenne,").encode()
    }
    wrong = {"content.xml": text.replace("${objet}", "${objett}").encode()}
    with builders.as_user("directeur-general"):
        with pytest.raises(TemplateRefused, match="objett"):
            letter.replace_letter_template(organ, package.write({**members, **wrong}))
        letter.replace_letter_template(organ, package.write({**members, **own}))
        assert "Chère citoyenne," in content(letter.notification(item).data)
        assert letter.letter_template(organ).data
        with pytest.raises(TemplateRefused):
            letter.replace_letter_template(organ, b"no odt")
    with builders.as_user("createur"), pytest.raises(MayNot):
        letter.replace_letter_template(organ, package.write({**members, **own}))
