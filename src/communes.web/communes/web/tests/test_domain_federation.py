"""What is shared says whose it is, comes in order, and holds nothing private."""

from communes.exchange.messages.schema import check_body
from communes.web.domain.errors import SharedUnreadable
from communes.web.domain.federation.documents import document_of
from communes.web.domain.federation.documents import NAMES
from communes.web.domain.federation.documents import read_record
from communes.web.domain.federation.envelope import body_of
from communes.web.domain.federation.envelope import is_news
from communes.web.domain.federation.envelope import read_shared
from communes.web.domain.federation.envelope import Shared
from communes.web.domain.federation.messages import ENTRY
from communes.web.domain.federation.messages import EVENT
from communes.web.domain.federation.messages import KINDS
from communes.web.tests import example
from dataclasses import replace
import json
import pytest


RECORDS = (
    (EVENT, example.event()),
    (KINDS[1], replace(example.NEWS, expires=example.NOW)),
    (ENTRY, example.entry()),
)


def shared(document):
    return Shared("x", 2, example.NOW, "Valmont", "https://valmont.example/x", document)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_example_is_a_message_of_its_kind_that_is_read(kind):
    check_body(kind, json.loads(json.dumps(dict(kind.example))))
    found = read_shared(kind.example)
    name = kind.name.split(".")[2]
    assert read_record(name, found.id, found.document).title


@pytest.mark.parametrize(("kind", "record"), RECORDS, ids=lambda one: "")
def test_a_record_crosses_whole(kind, record):
    body = json.loads(json.dumps(body_of(shared(document_of(record)))))
    check_body(kind, body)
    found = read_shared(body)
    read = read_record(NAMES[type(record)], record.id, found.document)
    told = record.public() if kind is ENTRY else record
    assert read == told
    assert (found.version, found.commune) == (2, "Valmont")


def test_nothing_private_crosses():
    entry = example.entry(shown_in=("dinant",), entity="valmont", parent="autre")
    text = json.dumps(document_of(entry))
    assert example.SECRET not in text
    assert "Ne pas donner" not in text
    assert not {"private", "shown_in", "entity", "parent"} & set(document_of(entry))


def test_what_a_later_schema_adds_is_left_out():
    given = document_of(example.event())
    given["mascotte"] = "un ours"
    given["address"] = {**given["address"], "étage": "2"}
    assert read_record("event", "marche", given) == example.event()


def test_a_tombstone_keeps_the_address_alone():
    body = body_of(shared(None))
    check_body(EVENT, body)
    assert read_shared(body).document is None
    assert read_shared(body).url == "https://valmont.example/x"


def test_an_older_version_changes_nothing():
    assert is_news(shared(None), 1)
    assert not is_news(shared(None), 2)
    assert not is_news(shared(None), 3)


def test_a_moment_without_zone_is_refused_by_its_name():
    body = {**body_of(shared(None)), "published_at": "2026-11-23T10:00:00"}
    with pytest.raises(SharedUnreadable) as caught:
        read_shared(body)
    assert caught.value.field == "published_at"
