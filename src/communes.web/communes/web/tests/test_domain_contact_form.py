"""A message finds its reader, and the form sends nothing for others."""

from communes.exchange.messages.schema import check_body
from communes.web.domain.contact_form import ContactForm
from communes.web.domain.contact_form import copy_letter
from communes.web.domain.contact_form import may_copy
from communes.web.domain.contact_form import Message
from communes.web.domain.contact_form import read_subjects
from communes.web.domain.contact_form import service_letter
from communes.web.domain.contact_form import Subject
from communes.web.domain.contact_message import body_of
from communes.web.domain.contact_message import CONTACT
from communes.web.domain.errors import BadSubjects
from dataclasses import replace
from datetime import datetime
from datetime import UTC
import pytest


VOIRIE = Subject("voirie", "Voirie", "travaux", "travaux@valmont.example")
FORM = ContactForm("c", "Nous écrire", (VOIRIE,), "J'accepte")
MESSAGE = Message("Anne Delvaux", "anne@exemple.be", "voirie", "Un pavé manque.",
                  True, True)  # fmt: skip


def test_a_subject_names_its_reader():
    row = {"title": "Voirie & trottoirs", "mail": "Travaux@Valmont.example"}
    (found,) = read_subjects([row])
    assert found == Subject(
        "voirie-trottoirs", "Voirie & trottoirs", "", "Travaux@valmont.example"
    )


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [{"title": "Voirie"}],
        [{"title": "Voirie", "mail": "travaux"}],
        [{"title": "", "mail": "a@exemple.be"}],
        [{"title": "A", "mail": "a@exemple.be"}] * 2,
    ],
)
def test_a_subject_nobody_reads_is_refused(rows):
    with pytest.raises(BadSubjects):
        read_subjects(rows)


def test_the_service_reads_all_and_knows_of_links():
    title, text = service_letter(FORM, VOIRIE, MESSAGE, "ABC")
    assert title == "[Voirie] Message de Anne Delvaux (ABC)"
    assert "anne@exemple.be" in text
    assert text.endswith("\n\nUn pavé manque.")
    assert "lien" not in text
    spam = replace(MESSAGE, text="Voyez https://x.be et www.y.be")
    assert "2 lien(s)" in service_letter(FORM, VOIRIE, spam, "ABC")[1]


@pytest.mark.parametrize(
    ("change", "copied"),
    [
        ({}, True),
        ({"copy": False}, False),
        ({"text": "Gagnez sur http://x.be"}, False),
        ({"name": "www.x.be"}, False),
    ],
)
def test_the_form_sends_nobodys_advertising(change, copied):
    message = replace(MESSAGE, **change)
    assert may_copy(message) is copied
    assert MESSAGE.text in copy_letter(FORM, VOIRIE, MESSAGE, "ABC")[1]


def test_the_message_for_the_mail_room_follows_its_schema():
    moment = datetime(2026, 11, 23, 8, tzinfo=UTC)
    body = body_of("0" * 32, FORM.title, VOIRIE, MESSAGE, moment)
    check_body(CONTACT, body)
    check_body(CONTACT, CONTACT.example)
    assert "travaux@valmont.example" not in str(body)
