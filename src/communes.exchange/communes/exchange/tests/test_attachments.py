"""A file goes with a message by its sum: to its receiver, whole, and to nobody else."""

from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.errors import Unavailable
from communes.exchange.attachments import api as attachments
from communes.exchange.attachments.domain.attachment import Attachment
from communes.exchange.attachments.domain.attachment import sum_of
from communes.exchange.attachments.domain.errors import AttachmentInvalid
from communes.exchange.attachments.domain.errors import AttachmentMissing
from communes.exchange.attachments.domain.errors import AttachmentWrong
from communes.exchange.attachments.domain.errors import FileNotGiven
from communes.exchange.attachments.storage import files_of
from communes.exchange.inbox import api as inbox
from communes.exchange.inbox.apply import Apply
from communes.exchange.lanes.domain.state import State
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.domain.envelope import to_json
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox.deliver import Deliver
from communes.exchange.peers import api as peers
from communes.exchange.tests.pairs import GREETING
from communes.exchange.tests.pairs import work
from dataclasses import asdict
from datetime import datetime
from datetime import UTC
from plone.namedfile.file import NamedBlobFile
import pytest
from zope.component.hooks import setSite


DATA = b"%PDF-1.7 plan de la rue du Moulin"
PLAN = ("plan.pdf", "application/pdf")


def say(site, name, file):
    body = {"words": "Voici le plan", "file": asdict(file)}
    return outbox.send(site, name, GREETING.name, "a", body)


def arrived(site, file, name="portail"):
    """Have a message of a peer arrive that refers to a file; do it."""
    message = Envelope(
        id="m1",
        kind=GREETING.name,
        sender=name,
        receiver=peers.own_name(site),
        subject="a",
        sequence=1,
        time=datetime.now(UTC),
        body={"words": "Voici", "file": asdict(file)},
    )
    inbox.accept(site, peers.peer(site, name), to_json(message))
    return work(site, Apply(), inbox.APPLY)


def test_the_same_content_is_kept_once_and_a_blob_is_as_good_as_bytes(site):
    first = attachments.attach(site, DATA, *PLAN)
    again = attachments.attach(site, NamedBlobFile(DATA), "copie.pdf", PLAN[1])
    assert (first.sha256, first.size) == (again.sha256, len(DATA))
    assert again.filename == "copie.pdf"
    assert len(files_of(site).own) == 1


def test_a_file_that_was_never_attached_stops_the_sending(site):
    with pytest.raises(AttachmentMissing):
        say(site, "portail", Attachment("ab" * 32, 3, *PLAN))
    assert outbox.letters(site) == []


def test_a_file_is_given_to_the_peer_of_its_message_and_to_no_other(site):
    made = attachments.attach(site, DATA, *PLAN)
    with pytest.raises(FileNotGiven):
        attachments.given_file(site, "portail", made.sha256)
    say(site, "portail", made)
    assert attachments.given_file(site, "portail", made.sha256).data == DATA
    with pytest.raises(FileNotGiven):
        attachments.given_file(site, "mutuelle", made.sha256)


def test_a_receiver_finds_the_file_when_it_is_told(site, wire, listener):
    made = Attachment(sum_of(DATA), len(DATA), *PLAN)
    wire.files[made.sha256] = DATA
    arrived(site, made)
    assert listener.told == [("a", "Voici")]
    wire.files.clear()
    found = attachments.fetch(site, "portail", made.sha256)
    assert (found.data, found.filename, found.contentType) == (DATA, *PLAN)


def test_a_file_of_one_pair_is_not_there_for_another(site, wire, listener):
    made = Attachment(sum_of(DATA), len(DATA), *PLAN)
    wire.files[made.sha256] = DATA
    arrived(site, made)
    wire.files.clear()
    with pytest.raises(AttachmentMissing):
        attachments.fetch(site, "mutuelle", made.sha256)


@pytest.mark.parametrize("data", [DATA[:-1], DATA[:-1] + b"x"])
def test_another_content_is_refused_and_not_kept(site, wire, listener, data):
    made = Attachment(sum_of(DATA), len(DATA), *PLAN)
    wire.files[made.sha256] = data
    arrived(site, made)
    ((_place, kept),) = inbox.letters(site)
    assert kept.state is State.REFUSED and "plan.pdf" in kept.reason
    assert listener.told == []
    assert len(files_of(site).received) == 0
    with pytest.raises(AttachmentWrong):
        attachments.fetch(site, "portail", made.sha256)


def test_a_message_whose_file_is_missing_is_done_when_it_is_there(site, wire, listener):
    made = Attachment(sum_of(DATA), len(DATA), *PLAN)
    arrived(site, made)
    ((_place, kept),) = inbox.letters(site)
    assert kept.state is State.REFUSED and "doit le joindre" in kept.reason
    wire.files[made.sha256] = DATA
    inbox.do_again(site, "portail", "m1")
    work(site, Apply(), inbox.APPLY)
    assert listener.told == [("a", "Voici")]


def test_a_message_waits_while_its_file_can_not_be_fetched(site, wire, listener):
    def away(_asked):
        raise Unavailable("portail est absent")

    wire.trouble = away
    (outcome,) = arrived(site, Attachment("ab" * 32, 3, *PLAN))
    assert outcome.state is OutcomeState.WAIT
    ((_place, kept),) = inbox.letters(site)
    assert kept.state is State.WAITING


def test_a_reference_that_can_be_no_file_is_not_kept(site):
    body = {"words": "x", "file": {**asdict(Attachment("ab" * 32, 3, *PLAN))}}
    body["file"]["sha256"] = "../../etc/passwd"
    with pytest.raises(AttachmentInvalid):
        outbox.send(site, "portail", GREETING.name, "a", body)


def test_files_are_forgotten_when_nothing_that_waits_needs_them(site, wire):
    kept = attachments.attach(site, DATA, *PLAN)
    gone = attachments.attach(site, b"old", "old.txt", "text/plain")
    say(site, "portail", kept)
    files = files_of(site)
    assert files.prune(before=2e10, needed=frozenset({kept.sha256})) == 1
    assert list(files.own) == [kept.sha256]
    assert gone.sha256 not in files.own
    assert files.prune(before=2e10, needed=frozenset()) == 1
    assert (list(files.own), list(files.given)) == ([], [])


def test_between_two_sites_of_a_house_the_file_comes_with_the_message(
    two_sites, listener
):
    here, other = two_sites
    made = attachments.attach(here, DATA, *PLAN)
    say(here, peers.own_name(other), made)
    sender = peers.own_name(here)
    work(here, Deliver(), outbox.DELIVER)
    setSite(other)
    work(other, Apply(), inbox.APPLY)
    assert listener.told == [("a", "Voici le plan")]
    assert attachments.fetch(other, sender, made.sha256).data == DATA
