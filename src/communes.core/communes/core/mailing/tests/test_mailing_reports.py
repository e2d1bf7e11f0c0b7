"""What mail servers bring back is read, and says which letter it is about."""

from communes.core.mailing.domain.bounce import Bounce
from communes.core.mailing.domain.bounce import Complaint
from communes.core.mailing.domain.bounce import read_report
from communes.core.mailing.domain.errors import BounceUnreadable
from communes.core.mailing.domain.letter import Letter
from communes.core.mailing.domain.letter import mark_of
from communes.core.mailing.domain.letter import message_id
from communes.core.mailing.domain.letter import message_of
from communes.core.mailing.domain.letter import return_path
from communes.core.mailing.domain.letter import Sender
from communes.core.mailing.tests.reports import complaint
from communes.core.mailing.tests.reports import report
from datetime import datetime
from datetime import UTC
import pytest


NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
SENDER = Sender("Commune", "info@valmont.example", "retours@valmont.example")
LETTER = Letter(
    "issue:1:abc", "newsletter:1", "a@exemple.be", "Décembre", "Bonjour",
    "https://www.valmont.example/l?jeton=x", "abc", "<p>Bonjour</p>",
    "Lettre de Valmont", "lettre@valmont.example", "communication@valmont.example",
)  # fmt: skip


def test_each_letter_has_a_way_back_of_its_own():
    """VERP: a report says which letter it is about, whatever it quotes."""
    mark = mark_of(LETTER.id)
    assert return_path(LETTER, SENDER) == f"retours+{mark}@valmont.example"
    raw = report("", "5.1.1", "failed").replace(
        b"retours@valmont.example", f"retours+{mark}@valmont.example".encode()
    )
    assert read_report(raw) == Bounce(
        "", "a@exemple.be", True, "smtp; 550 user unknown", mark
    )


def test_without_a_box_reports_go_to_the_sender():
    alone = Sender("Commune", "info@valmont.example")
    assert return_path(LETTER, alone) == "lettre@valmont.example"


def test_a_channel_speaks_in_its_own_name_in_two_forms():
    message = message_of(LETTER, SENDER, NOW)
    assert message["From"] == "Lettre de Valmont <lettre@valmont.example>"
    assert message["Reply-To"] == "communication@valmont.example"
    assert message["Message-ID"] == message_id(LETTER, SENDER)
    assert message["List-Id"] == "<newsletter-1.valmont.example>"
    assert message["Precedence"] == "bulk"
    kinds = [part.get_content_type() for part in message.iter_parts()]
    assert kinds == ["text/plain", "text/html"]


def test_a_complaint_is_read():
    """RFC 5965, appendix B.2."""
    raw = complaint("<x@valmont.example>", "abuse")
    assert read_report(raw) == Complaint("<x@valmont.example>", "abuse")
    mark = mark_of(LETTER.id)
    raw = complaint("", "fraud", f"retours+{mark}@valmont.example")
    assert read_report(raw) == Complaint("", "fraud", mark)


@pytest.mark.parametrize(
    "raw",
    [
        complaint("<x@valmont.example>", "not-spam"),
        complaint("<x@valmont.example>", ""),
        complaint("", "abuse"),
    ],
)
def test_what_complains_of_no_letter_is_refused(raw):
    with pytest.raises(BounceUnreadable):
        read_report(raw)
