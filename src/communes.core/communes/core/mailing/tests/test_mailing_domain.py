"""Addresses, links, letters and what comes back, without Plone."""

from communes.core.mailing.domain.bounce import read_report
from communes.core.mailing.domain.errors import AddressRefused
from communes.core.mailing.domain.errors import BounceUnreadable
from communes.core.mailing.domain.errors import TokenRefused
from communes.core.mailing.domain.letter import as_payload
from communes.core.mailing.domain.letter import from_payload
from communes.core.mailing.domain.letter import Letter
from communes.core.mailing.domain.letter import message_id
from communes.core.mailing.domain.letter import message_of
from communes.core.mailing.domain.letter import Sender
from communes.core.mailing.domain.subscriber import checked_address
from communes.core.mailing.domain.subscriber import Standing
from communes.core.mailing.domain.subscriber import Subscriber
from communes.core.mailing.domain.tokens import CONFIRM
from communes.core.mailing.domain.tokens import LEAVE
from communes.core.mailing.domain.tokens import read_token
from communes.core.mailing.domain.tokens import token
from communes.core.mailing.tests.reports import report
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import pytest


NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
SENDER = Sender("Commune de Valmont", "info@valmont.example")
LETTER = Letter(
    "announce:1:abc", "publications:99901", "a@exemple.be", "Nouveau\nrèglement",
    "Bonjour", "https://portail.example/@@abonnement-quitter?jeton=x", "abc",
)  # fmt: skip


def test_an_address_is_taken_as_it_works():
    assert checked_address("  Jean.Dupont+x@Exemple.BE ") == "Jean.Dupont+x@exemple.be"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a@b",
        "a b@exemple.be",
        "a@exemple.be\nBcc: b@exemple.be",
        "é@exemple.be",
        "a@-x.be",
        "a@" + "x" * 260 + ".be",
        "<a@exemple.be>",
    ],
)
def test_what_is_no_address_is_refused(text):
    with pytest.raises(AddressRefused):
        checked_address(text)


def test_a_link_proves_one_purpose_only():
    made = token(b"s", CONFIRM, "abc")
    assert read_token(b"s", CONFIRM, made) == "abc"
    for secret, purpose, text in (
        (b"s", LEAVE, made), (b"t", CONFIRM, made), (b"s", CONFIRM, made[:-1]),
        (b"s", CONFIRM, "abd" + made[3:]), (b"s", CONFIRM, ""), (b"s", CONFIRM, "é.é"),
    ):  # fmt: skip
        with pytest.raises(TokenRefused):
            read_token(secret, purpose, text)


def test_a_request_that_nobody_confirmed_is_forgotten():
    asked = Subscriber("1", "l", "a@exemple.be", NOW)
    assert not asked.too_late(NOW + timedelta(days=7))
    assert asked.too_late(NOW + timedelta(days=7, seconds=1))
    confirmed = Subscriber("1", "l", "a@exemple.be", NOW, {}, Standing.CONFIRMED.value)
    assert not confirmed.too_late(NOW + timedelta(days=900))


def test_a_letter_lets_one_leave_with_one_click():
    """RFC 8058, section 3.1."""
    message = message_of(LETTER, SENDER, NOW)
    assert message["List-Unsubscribe"] == f"<{LETTER.leave_url}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Subject"] == "Nouveau règlement"
    assert message["Message-ID"] == message_id(LETTER, SENDER)
    assert message["Auto-Submitted"] == "auto-generated"


def test_a_confirmation_is_of_no_list():
    one = Letter("c", "publications:99901", "a@exemple.be", "Confirmez", "Bonjour")
    assert message_of(one, SENDER, NOW)["List-Unsubscribe"] is None


def test_a_letter_travels_as_plain_values():
    assert from_payload(as_payload(LETTER)) == LETTER


@pytest.mark.parametrize(
    ("status", "action", "lasting"),
    [
        ("5.1.1", "failed", True),
        ("4.4.1", "delayed", False),
        ("4.2.2", "failed", False),
    ],
)
def test_a_report_is_read(status, action, lasting):
    found = read_report(report("<x@valmont.example>", status, action))
    assert found.message_id == "<x@valmont.example>"
    assert found.address == "a@exemple.be"
    assert found.lasting is lasting
    assert "unknown" in found.reason


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Subject: absent\n\nje suis absent",
        report("<x@valmont.example>", "2.0.0", "delivered"),
        report("", "5.1.1", "failed"),
        b"x" * 1_000_001,
    ],
)
def test_what_is_no_report_is_refused(raw):
    with pytest.raises(BounceUnreadable):
        read_report(raw)
