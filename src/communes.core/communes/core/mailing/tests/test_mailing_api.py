"""Nobody enters a list without wanting, everybody leaves it, each letter goes once."""

from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.storage import queue_of
from communes.core.jobs.tests.processes import end
from communes.core.jobs.tests.processes import start
from communes.core.jobs.tests.processes import wait_for_line
from communes.core.mailing import api
from communes.core.mailing import post
from communes.core.mailing import storage
from communes.core.mailing.domain.errors import AddressRefused
from communes.core.mailing.domain.errors import TokenRefused
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.domain.subscriber import Standing
from communes.core.mailing.log import log_of
from communes.core.mailing.tests.lists import NAME
from communes.core.mailing.tests.reports import report
from communes.core.mailing.working import clean
from communes.core.mailing.working import Cleaning
from communes.core.mailing.working import Sending
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import pytest
import re
import time
import transaction


ADDRESS = "julie@exemple.be"


def work(site):
    """Do what a worker would; what stays to do goes back to the queue."""
    intents = queue_of(site).take(api.SEND, 100)
    outcomes = Sending().run(site, intents)
    for intent, outcome in zip(intents, outcomes, strict=True):
        if outcome.state is not OutcomeState.DONE:
            api.intend(api.SEND, intent.key, dict(intent.payload))
    return outcomes


def link(message):
    found = re.search(r"jeton=(\S+)", message.get_content())
    return found.group(1)


def enter(site, sink, address=ADDRESS, **wishes):
    api.subscribe(site, NAME, address, wishes)
    work(site)
    return api.confirm(site, link(sink.messages[-1][2]))


def ways(site):
    return sorted(line.way for line in api.letters(site))


def test_an_address_gets_nothing_before_its_owner_confirmed(site, sink):
    api.subscribe(site, NAME, ADDRESS, {"matter": "travaux"})
    assert list(api.subscribers(site, NAME)) == []
    work(site)
    sender, receiver, message = sink.messages[0]
    assert (sender, receiver) == ("info@valmont.example", ADDRESS)
    assert "Lettre de Valmont" in message["Subject"]
    assert message["List-Unsubscribe"] is None

    api.read_confirmation(site, link(message))
    assert list(api.subscribers(site, NAME)) == []
    api.confirm(site, link(message))
    api.confirm(site, link(message))
    (one,) = api.subscribers(site, NAME)
    assert (one.address, one.wishes) == (ADDRESS, {"matter": "travaux"})


def test_other_lists_are_other_lists(site, sink):
    enter(site, sink)
    assert list(api.subscribers(site, "lettre:rocheval")) == []


def test_nobody_learns_who_is_on_a_list(site, sink):
    enter(site, sink)
    assert api.subscribe(site, NAME, ADDRESS.upper(), {}) is None
    assert api.subscribe(site, NAME, "inconnu@exemple.be", {}) is None
    with pytest.raises(AddressRefused):
        api.subscribe(site, NAME, "a@b\nBcc: c@exemple.be", {})


def test_new_wishes_hold_once_they_are_confirmed(site, sink):
    enter(site, sink, matter="travaux")
    api.subscribe(site, NAME, ADDRESS, {"matter": "dechets"})
    (one,) = api.subscribers(site, NAME)
    assert one.wishes["matter"] == "travaux"
    work(site)
    api.confirm(site, link(sink.messages[-1][2]))
    (one,) = api.subscribers(site, NAME)
    assert one.wishes == {"matter": "dechets"}


def test_an_old_link_confirms_nothing_and_the_address_is_forgotten(site, sink):
    api.subscribe(site, NAME, ADDRESS, {})
    work(site)
    (asked,) = storage.everyone(site)
    storage.save(site, replace(asked, asked_at=asked.asked_at - timedelta(days=8)))
    with pytest.raises(TokenRefused):
        api.confirm(site, link(sink.messages[0][2]))
    clean(site, datetime.now(UTC))
    assert Cleaning().next_at(site) > time.time()
    assert list(storage.everyone(site)) == []
    assert [line.address for line in api.letters(site)] == [""]


def test_leaving_takes_one_press_and_forgets_the_address(site, sink):
    one = enter(site, sink)
    api.send(site, one, "lettre-1", "Numéro 1", "Bonjour")
    work(site)
    message = sink.messages[-1][2]
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text = link(message)
    assert text in message["List-Unsubscribe"]
    assert api.read_leaving(site, text).address == ADDRESS
    with pytest.raises(TokenRefused):
        api.confirm(site, text)
    api.leave(site, text)
    api.leave(site, text)
    assert api.read_leaving(site, text) is None
    assert list(storage.everyone(site)) == []
    assert ADDRESS not in str([vars(line) for line in api.letters(site)])


def test_a_letter_that_waits_does_not_go_to_who_left(site, sink):
    one = enter(site, sink)
    api.send(site, one, "lettre-1", "Numéro 1", "Bonjour")
    api.leave(site, api.leave_url(site, one).partition("jeton=")[2])
    before = len(sink.messages)
    work(site)
    assert len(sink.messages) == before


def test_a_letter_asked_for_twice_goes_once(site, sink):
    one = enter(site, sink)
    for _time in range(2):
        api.send(site, one, "lettre-1", "Numéro 1", "Bonjour")
        work(site)
    assert len(sink.messages) == 2


def test_a_process_that_died_leaves_it_uncertain_and_sends_nothing_twice(
    site, sink, monkeypatch
):
    one = enter(site, sink)
    api.send(site, one, "lettre-1", "Numéro 1", "Bonjour")
    intents = queue_of(site).take(api.SEND, 100)

    def die(*_given):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(post, "hand_over", die)
        with pytest.raises(SystemExit):
            Sending().run(site, intents)
    assert Way.SENDING.value in ways(site)
    # The transaction was lost with the process: the intents come again.
    Sending().run(site, intents)
    (line,) = api.letters(site, Way.UNCERTAIN)
    assert len(sink.messages) == 1

    api.send_again(site, line.id)
    work(site)
    assert len(sink.messages) == 2
    assert ways(site) == ["sent", "sent"]


def test_a_process_that_is_killed_has_written_down_what_was_leaving(site, tmp_path):
    process = start("communes.core.mailing.tests.leaving", tmp_path / "mailing")
    try:
        wait_for_line(process, "leaving")
        process.kill()
        process.wait(30)
    finally:
        end(process)
    payload = {"id": "1", "list": NAME, "address": ADDRESS, "subject": "s", "text": "t",
               "leave_url": "", "subscriber": ""}  # fmt: skip
    log = log_of(site)
    assert log.begin(payload, "<1@x>") is Way.SENDING
    assert [line.id for line in api.letters(site, Way.UNCERTAIN)] == ["1"]


def test_a_line_that_breaks_after_the_letter_was_given_is_uncertain(site, sink):
    one = enter(site, sink)
    sink.hang_up = True
    api.send(site, one, "lettre-1", "Numéro 1", "Bonjour")
    assert [outcome.state for outcome in work(site)] == [OutcomeState.DONE]
    assert len(api.letters(site, Way.UNCERTAIN)) == 1
    api.drop(site, api.letters(site, Way.UNCERTAIN)[0].id)
    assert len(api.letters(site, Way.DROPPED)) == 1


def test_a_server_that_is_away_delays_and_loses_nothing(site, sink, monkeypatch):
    one = enter(site, sink)
    api.send(site, one, "lettre-1", "Numéro 1", "Bonjour")
    intents = queue_of(site).take(api.SEND, 100)

    def away(*_given):
        raise Unavailable("nobody answers")

    with monkeypatch.context() as patch:
        patch.setattr(post, "hand_over", away)
        with pytest.raises(Unavailable):
            Sending().run(site, intents)
    Sending().run(site, intents)
    assert len(sink.messages) == 2


def test_a_server_that_does_not_answer_has_got_nothing(site, sink):
    from plone import api as plone_api

    plone_api.portal.set_registry_record("plone.smtp_port", 1)
    with pytest.raises(Unavailable):
        post.hand_over("a@x.be", "b@x.be", b"")


@pytest.mark.parametrize(
    ("answer", "way", "state"),
    [
        ("550 no such user", "refused", OutcomeState.DONE),
        ("451 try later", "waiting", OutcomeState.RETRY),
    ],
)
def test_what_the_server_says_of_an_address_is_kept(site, sink, answer, way, state):
    one = enter(site, sink)
    sink.answers[ADDRESS] = answer
    api.send(site, one, "lettre-1", "Numéro 1", "Bonjour")
    assert [outcome.state for outcome in work(site)] == [state]
    (line,) = api.letters(site, Way(way))
    assert answer[:3] in line.reason


def test_an_address_that_fails_for_good_gets_no_more(site, sink):
    one = enter(site, sink)
    api.send(site, one, "lettre-1", "Numéro 1", "Bonjour")
    work(site)
    raw = report(sink.messages[-1][2]["Message-ID"], "5.1.1", "failed")
    assert api.take_report(site, raw)
    assert api.take_report(site, raw)
    assert list(api.subscribers(site, NAME)) == []
    assert storage.find(site, one.id).standing == Standing.BOUNCED
    assert not api.take_report(site, report("<other@x.be>", "5.1.1", "failed"))


def test_three_failures_in_a_row_are_one_that_lasts(site, sink):
    one = enter(site, sink)
    for number in range(3):
        assert len(list(api.subscribers(site, NAME))) == 1
        api.send(site, one, f"lettre-{number}", "Numéro", "Bonjour")
        work(site)
        mark = sink.messages[-1][2]["Message-ID"]
        api.take_report(site, report(mark, "4.2.2", "failed"))
    assert list(api.subscribers(site, NAME)) == []


def test_an_abort_takes_the_request_back(site, sink):
    savepoint = transaction.savepoint()
    api.subscribe(site, NAME, ADDRESS, {})
    savepoint.rollback()
    work(site)
    assert sink.messages == []
