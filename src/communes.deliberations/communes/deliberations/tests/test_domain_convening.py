"""A convocation goes once, and tells when nobody can say whether it went."""

from communes.deliberations.domain.convening import ConvocationLetter
from communes.deliberations.domain.convening import may_go
from communes.deliberations.domain.convening import Posting
from communes.deliberations.domain.convening import POSTING_LABELS
from communes.deliberations.domain.convening import shown
from communes.deliberations.domain.convening import text_of
from communes.deliberations.domain.convening import to_send_again
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
import pytest


NOW = datetime(2026, 12, 4, 9, 0)
LETTER = ConvocationLetter(
    "pauline", "Pauline Gérouville", "p@example.be", asked_at=NOW
)


def at(posting, minutes=0):
    return replace(LETTER, posting=posting, asked_at=NOW - timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("posting", "goes"),
    [
        (Posting.WAITING, True),
        (Posting.FAILED, False),
        (Posting.SENDING, False),
        (Posting.SENT, False),
        (Posting.NO_ADDRESS, False),
    ],
)
def test_what_was_in_flight_or_has_gone_is_never_sent_by_itself(posting, goes):
    assert may_go(at(posting)) is goes


def test_a_letter_that_flies_too_long_is_uncertain():
    assert shown(at(Posting.SENDING, 9), NOW) is Posting.SENDING
    assert shown(at(Posting.SENDING, 11), NOW) is Posting.UNCERTAIN
    assert shown(at(Posting.SENT, 99), NOW) is Posting.SENT


def test_a_person_may_send_again_what_failed_or_is_uncertain():
    letters = {
        "a": at(Posting.SENT),
        "b": at(Posting.FAILED),
        "c": at(Posting.SENDING, 30),
        "d": at(Posting.SENDING, 1),
    }
    assert to_send_again(letters, NOW) == ("b", "c")


def test_the_letter_says_when_where_and_how_to_answer():
    subject, text = text_of(
        LETTER, "Conseil communal", datetime(2026, 12, 14, 20), "Salle du Conseil", "U"
    )
    assert subject == "Convocation – Conseil communal du lundi 14 décembre 2026"
    for words in ("Pauline Gérouville", "20", "Salle du Conseil", "\nU\n"):
        assert words in text


def test_every_standing_has_a_name():
    assert set(POSTING_LABELS) == set(Posting)
