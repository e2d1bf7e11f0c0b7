"""What a peer brings and fetches by HTTP is taken from who signed it, and no other."""

from communes.exchange.attachments.api import attach
from communes.exchange.inbox import api as inbox
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.domain.envelope import MEDIA_TYPE
from communes.exchange.messages.domain.envelope import to_json
from communes.exchange.messages.interfaces import IMessageKinds
from communes.exchange.outbox import api as outbox
from communes.exchange.peers import api as peers
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.domain.signature import sign
from communes.exchange.peers.domain.signature import sign_asking
from communes.exchange.tests.conftest import registered
from communes.exchange.tests.pairs import GREETING
from communes.exchange.tests.pairs import Kinds
from communes.exchange.tests.people import Program
from dataclasses import asdict
from datetime import datetime
from datetime import UTC
import pytest
import time
import transaction


KEY = Key("rocheval:1", "r" * 40)
OTHER = Key("houroy:1", "h" * 40)
DATA = b"%PDF-1.7 plan"


@pytest.fixture
def site(functional):
    """A site with two peers by HTTP."""
    found, both = functional["portal"], frozenset({GREETING.name})
    with registered(Kinds(), IMessageKinds, "tests"):
        for name, key in (("rocheval/agents", KEY), ("houroy/agents", OTHER)):
            address = "http://127.0.0.1:9/@exchange-inbox"
            peers.declare(
                found, Peer(name, name.title(), "http", address, both, both, (key,))
            )
        transaction.commit()
        yield found


@pytest.fixture
def program(functional, site):
    return Program(functional, ("", ""))


def message(site, **values):
    made = {
        "id": "m1",
        "kind": GREETING.name,
        "sender": "rocheval/agents",
        "receiver": peers.own_name(site),
        "subject": "dossier:1",
        "sequence": 1,
        "time": datetime.now(UTC),
        "body": {"words": "Bonjour"},
    }
    return to_json(Envelope(**{**made, **values}))


def bring(program, text, key=KEY, **changed):
    headers = sign("POST", MEDIA_TYPE, text.encode(), key, int(time.time()))
    sent = {"Content-Type": MEDIA_TYPE, **headers, **changed}
    return program.ask("POST", "@exchange-inbox", text, **sent)


def test_a_signed_message_is_kept_once(program, site):
    assert bring(program, message(site)) == (202, {"status": "accepted"})
    assert bring(program, message(site)) == (202, {"status": "duplicate"})
    transaction.begin()
    assert len(inbox.letters(site)) == 1


@pytest.mark.parametrize(
    ("values", "status", "code"),
    [
        ({"receiver": "autre/site"}, 400, "message_not_for_us"),
        ({"sender": "houroy/agents"}, 400, "message_not_for_us"),
        ({"kind": "communes.test.unknown.v1"}, 403, "message_kind_refused"),
        ({"body": {"words": 3}}, 400, "message_invalid"),
        ({"body": {"words": "x", "more": 1}}, 400, "message_invalid"),
    ],
)
def test_what_is_not_agreed_is_refused_by_name(program, site, values, status, code):
    told, answer = bring(program, message(site, **values))
    assert (told, answer["error"]["code"]) == (status, code)
    transaction.begin()
    assert inbox.letters(site) == []


def test_a_number_is_not_taken_twice(program, site):
    bring(program, message(site))
    status, answer = bring(program, message(site, id="m2"))
    assert (status, answer["error"]["code"]) == (409, "message_number_taken")


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        (Key(KEY.id, "x" * 40), {}),
        (Key("nobody:1", KEY.secret), {}),
        (KEY, {"Signature": ""}),
        (KEY, {"Content-Digest": "sha-256=::"}),
        (KEY, {"Content-Type": "application/json"}),
    ],
)
def test_what_nobody_known_signed_is_refused_without_a_word(
    program, site, key, changed
):
    status, answer = bring(program, message(site), key, **changed)
    assert (status, answer["error"]["code"]) == (403, "signature_refused")
    transaction.begin()
    assert inbox.letters(site) == []


@pytest.mark.parametrize("text", ["", "{}", "[]", "\x00", '{"specversion": "1.0"}'])
def test_what_is_no_message_is_refused(program, text):
    assert bring(program, text)[0] == 400


def fetch(program, sha256, key=KEY, asked=None):
    headers = sign_asking(sha256, key, int(time.time()))
    return program.ask("GET", f"@exchange-files/{asked or sha256}", **headers)


@pytest.fixture
def plan(site):
    """The sum of a file that goes with a message to Rocheval."""
    made = attach(site, DATA, "plan.pdf", "application/pdf")
    body = {"words": "Voici", "file": asdict(made)}
    outbox.send(site, "rocheval/agents", GREETING.name, "dossier:1", body)
    transaction.commit()
    return made.sha256


def test_the_file_of_a_message_is_given_to_its_receiver(program, plan):
    status, content = fetch(program, plan)
    assert (status, content) == (200, DATA)
    answer = program.last[3]
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_file_of_a_message_is_given_to_nobody_else(program, site, plan):
    assert fetch(program, plan, OTHER)[0] == 404
    assert fetch(program, "ab" * 32)[0] == 404
    assert fetch(program, plan, Key(KEY.id, "x" * 40))[0] == 403
    assert program.get(f"@exchange-files/{plan}")[0] == 403
    own = attach(site, b"secret", "s.txt", "text/plain").sha256
    transaction.commit()
    assert fetch(program, own)[0] == 404


def test_a_signature_opens_the_file_it_was_made_for_only(program, plan):
    assert fetch(program, "ab" * 32, asked=plan)[0] == 403
    assert fetch(program, plan, asked="../@search")[0] in (401, 403, 404)
