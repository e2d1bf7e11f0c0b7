"""A message is CloudEvents JSON that follows the schema of its kind, or is refused."""

from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.messages.domain.envelope import LARGEST_BYTES
from communes.exchange.messages.domain.envelope import to_json
from communes.exchange.messages.domain.errors import MessageUnreadable
from datetime import datetime
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
import json
import pytest


MESSAGE = Envelope(
    id="4f2a",
    kind="communes.test.greeting.v1",
    sender="demo/agents",
    receiver="demo/www",
    subject="person:7",
    sequence=3,
    time=datetime(2026, 11, 23, 8, 0, tzinfo=UTC),
    body={"words": "Bonjour à vous"},
    in_reply_to="11aa",
)


def test_a_message_is_read_as_it_was_written():
    assert from_json(to_json(MESSAGE)) == MESSAGE
    assert json.loads(to_json(MESSAGE))["specversion"] == "1.0"


@given(st.dictionaries(st.text(), st.none() | st.integers() | st.text(), max_size=5))
def test_every_body_comes_back(body):
    message = Envelope(**{**MESSAGE.__dict__, "body": body})
    assert from_json(to_json(message).encode()).body == body


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("specversion", "0.3"),
        ("id", ""),
        ("id", "a b"),
        ("id", "x" * 201),
        ("type", None),
        ("source", 3),
        ("receiver", ["a"]),
        ("subject", "a\nb"),
        ("sequence", "0"),
        ("sequence", 1),
        ("sequence", "1" * 30),
        ("time", "hier"),
        ("time", "2026-11-23T08:00:00"),
        ("data", "text"),
        ("inreplyto", "a b"),
    ],
)
def test_a_wrong_attribute_is_named(attribute, value):
    wrong = {**json.loads(to_json(MESSAGE)), attribute: value}
    with pytest.raises(MessageUnreadable) as caught:
        from_json(json.dumps(wrong))
    assert f"« {attribute} »" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", "\xff", '{"a": NaN}', "[" * 100_000, "x" * (LARGEST_BYTES + 1)],
)
def test_what_is_no_message_is_refused(text):
    with pytest.raises(MessageUnreadable):
        from_json(text)


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading(raw):
    with pytest.raises(MessageUnreadable):
        from_json(raw)
