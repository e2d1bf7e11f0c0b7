"""An issue goes once to each who wished it, and a person can always hold it."""

from AccessControl import Unauthorized
from communes.core.access.errors import MayNot
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.storage import queue_of
from communes.core.mailing import api as mailing
from communes.core.mailing import post
from communes.core.mailing import storage as book
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.domain.subscriber import Standing
from communes.core.mailing.mailings.api import MAIL
from communes.core.mailing.mailings.working import SendingMailings
from communes.core.mailing.tests.reports import complaint
from communes.core.mailing.tests.sink import mail_server
from communes.web.api import sending
from communes.web.api.issues import edit_issue
from communes.web.api.issues import state_of_issue
from communes.web.domain.errors import NotReady
from communes.web.domain.errors import NoWay
from communes.web.domain.errors import TooHeavy
from communes.web.domain.newsletter.errors import NoReader
from communes.web.domain.newsletter.errors import NotPublic
from communes.web.domain.newsletter.errors import TooSoon
from communes.web.domain.newsletter.issue import IssueState
from communes.web.interfaces import IWebLayer
from communes.web.newsletter.planning import begin_due
from communes.web.tests.letters import enter
from communes.web.tests.letters import issue
from communes.web.tests.letters import newsletter
from communes.web.tests.letters import set_up_mail
from communes.web.tests.letters import work
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
import pytest
import re
from zope.interface import alsoProvides


@pytest.fixture
def sink():
    with mail_server() as server:
        yield server


@pytest.fixture
def site(portal, sink, tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    alsoProvides(portal.REQUEST, IWebLayer)
    set_up_mail(portal, sink.port)
    with api.env.adopt_roles(["Manager"]):
        yield portal


def tried(site, letter, **values):
    made = issue(letter, **values)
    sending.send_test(made, "julie@valmont.example")
    work(site)
    return made


def receivers(sink):
    return [receiver for _sender, receiver, _message in sink.messages]


def test_an_issue_is_tested_sent_and_put_online(site, sink):
    letter = newsletter(site, archive_online=True, sender_address="lettre@v.example")
    enter(site, letter, "anne", "luc", "zoe")
    made = tried(site, letter)
    assert receivers(sink) == ["julie@valmont.example"]
    assert "[Test]" in sink.messages[0][2]["Subject"]
    assert state_of_issue(made) is IssueState.TESTED

    sending.plan(site, made)
    assert state_of_issue(made) is IssueState.SENDING
    work(site)
    assert sorted(receivers(sink)[1:]) == [
        "anne@exemple.be", "luc@exemple.be", "zoe@exemple.be",
    ]  # fmt: skip
    assert state_of_issue(made) is IssueState.ARCHIVED
    found = sending.progress(site, made)
    assert (found.recipients, found.sent, found.over) == (3, 3, True)
    assert made.told["sent"] == 3


def test_each_letter_has_its_own_way_out(site, sink):
    letter = newsletter(site)
    enter(site, letter, "anne", "luc")
    made = tried(site, letter)
    sending.plan(site, made)
    work(site)
    messages = [message for _s, _r, message in sink.messages[1:]]
    ways = {message["List-Unsubscribe"] for message in messages}
    assert len(ways) == 2
    for message in messages:
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        html = message.get_body(("html",)).get_content()
        text = message.get_body(("plain",)).get_content()
        assert message["List-Unsubscribe"].strip("<>").partition("?")[2] in html
        assert "choix?jeton=" in text
        images = re.findall(r"<img", html)
        assert images == []
    assert all(message["From"].startswith("Lettre de Valmont") for message in messages)


def test_what_was_tested_is_what_goes(site):
    letter = newsletter(site)
    enter(site, letter, "anne")
    made = issue(letter)
    with pytest.raises(NoWay):
        sending.plan(site, made)
    sending.send_test(made, "julie@valmont.example")
    edit_issue(made, {"blocks": [{"kind": "text", "title": "Autre"}]})
    assert state_of_issue(made) is IssueState.DRAFT
    with pytest.raises(NoWay):
        sending.plan(site, made)


def test_what_can_not_be_read_does_not_leave(site):
    letter = newsletter(site)
    enter(site, letter, "anne")
    with pytest.raises(NotReady):
        sending.send_test(issue(letter, blocks=[]), "julie@valmont.example")
    long = {"kind": "text", "title": "Long", "html": f"<p>{'mot ' * 12_000}</p>"}
    with pytest.raises(TooHeavy):
        sending.send_test(issue(letter, blocks=[long] * 3), "julie@valmont.example")
    hidden = api.content.create(site, "communes.web.Page", "cachee", title="Cachée")
    block = {"kind": "text", "title": "Cachée", "uid": hidden.UID()}
    with pytest.raises(NotPublic):
        sending.send_test(issue(letter, blocks=[block]), "julie@valmont.example")


def test_an_issue_nobody_would_get_does_not_leave(site):
    letter = newsletter(site)
    enter(site, letter, "anne", standing=Standing.ASKED)
    enter(site, letter, "luc", topics=["fetes"])
    made = tried(site, letter, topics=["travaux"])
    assert sending.reader_count(site, made) == 0
    with pytest.raises(NoReader):
        sending.plan(site, made)
    assert state_of_issue(made) is IssueState.TESTED


def test_a_planned_issue_leaves_at_its_moment(site, sink):
    letter = newsletter(site)
    enter(site, letter, "anne")
    made = tried(site, letter)
    with pytest.raises(TooSoon):
        sending.plan(site, made, datetime.now(UTC) - timedelta(minutes=1))
    moment = datetime.now(UTC) + timedelta(hours=2)
    sending.plan(site, made, moment)
    begin_due(moment - timedelta(seconds=1))
    work(site)
    assert len(sink.messages) == 1
    with pytest.raises(NoWay):
        edit_issue(made, {"blocks": []})
    begin_due(moment)
    work(site)
    assert receivers(sink)[1:] == ["anne@exemple.be"]


def test_a_planned_issue_that_tells_of_something_hidden_goes_back(site, sink):
    letter = newsletter(site)
    enter(site, letter, "anne")
    page = api.content.create(site, "communes.web.Page", "fete", title="La fête")
    api.content.transition(page, "publish")
    block = {"kind": "text", "title": "La fête", "uid": page.UID()}
    made = tried(site, letter, blocks=[block])
    moment = datetime.now(UTC) + timedelta(hours=2)
    sending.plan(site, made, moment)
    api.content.transition(page, "hide")
    begin_due(moment)
    work(site)
    assert len(sink.messages) == 1
    assert state_of_issue(made) is IssueState.DRAFT


def test_a_person_stops_and_resumes(site, sink):
    letter = newsletter(site)
    enter(site, letter, "anne", "luc")
    made = tried(site, letter)
    sending.plan(site, made)
    sending.stop(made)
    work(site)
    assert len(sink.messages) == 1
    sending.resume(made)
    work(site)
    assert len(sink.messages) == 3
    assert state_of_issue(made) is IssueState.SENT


def test_who_leaves_while_it_goes_gets_nothing(site, sink, monkeypatch):
    letter = newsletter(site)
    _anne, luc = enter(site, letter, "anne", "luc")
    made = tried(site, letter)
    sending.plan(site, made)
    monkeypatch.setattr("communes.core.mailing.mailings.working.BATCH", 1)
    take_turn(site)
    mailing.forget(site, luc)
    work(site)
    assert receivers(sink)[1:] == ["anne@exemple.be"]
    assert sending.progress(site, made).dropped == 1


def take_turn(site):
    """Send one batch."""
    return SendingMailings().run(site, queue_of(site).take(MAIL, 10))


def test_a_process_that_dies_leaves_one_letter_to_a_person(site, sink, monkeypatch):
    letter = newsletter(site)
    enter(site, letter, "anne", "luc", "zoe")
    made = tried(site, letter)
    sending.plan(site, made)
    intents = queue_of(site).take(MAIL, 10)
    hand_over = post.hand_over

    def die_at_luc(sender, address, message):
        if address.startswith("luc"):
            raise SystemExit
        hand_over(sender, address, message)

    with monkeypatch.context() as patch:
        patch.setattr(post, "hand_over", die_at_luc)
        with pytest.raises(SystemExit):
            SendingMailings().run(site, intents)
    # The transaction is lost with the process: the request comes again.
    SendingMailings().run(site, intents)
    work(site)
    assert sorted(receivers(sink)[1:]) == ["anne@exemple.be", "zoe@exemple.be"]
    found = sending.progress(site, made)
    assert (found.sent, found.uncertain) == (2, 1)
    (line,) = sending.doubtful(site, made)
    assert line.address == "luc@exemple.be"

    sending.decide(site, made, line.id, again=True)
    work(site)
    assert receivers(sink)[3:] == ["luc@exemple.be"]
    assert sending.progress(site, made).sent == 3
    assert sending.doubtful(site, made) == []


def test_a_letter_that_needs_no_more_is_dropped(site, sink):
    letter = newsletter(site)
    enter(site, letter, "anne")
    made = tried(site, letter)
    sink.hang_up = True
    sending.plan(site, made)
    work(site)
    (line,) = sending.doubtful(site, made)
    assert line.way == Way.UNCERTAIN
    sending.decide(site, made, line.id, again=False)
    assert sending.progress(site, made).dropped == 1


def test_its_pace_holds_it_back(site, sink):
    letter = newsletter(site, per_minute=2)
    enter(site, letter, "anne", "luc", "zoe")
    made = tried(site, letter)
    sending.plan(site, made)
    waiting = work(site)
    assert len(sink.messages) == 3
    assert [one.state for one in waiting] == [OutcomeState.WAIT]
    assert sending.progress(site, made).queued == 1


def test_a_server_that_says_later_is_asked_again(site, sink):
    letter = newsletter(site)
    enter(site, letter, "anne", "luc")
    made = tried(site, letter)
    sink.answers["anne@exemple.be"] = "451 greylisted"
    sending.plan(site, made)
    waiting = work(site)
    assert [one.state for one in waiting] == [OutcomeState.WAIT]
    assert sending.progress(site, made).queued == 1
    assert state_of_issue(made) is IssueState.SENDING


def test_who_complains_gets_no_more(site, sink):
    letter = newsletter(site)
    (anne,) = enter(site, letter, "anne")
    made = tried(site, letter)
    sending.plan(site, made)
    work(site)
    raw = complaint(sink.messages[-1][2]["Message-ID"], "abuse")
    assert mailing.take_report(site, raw)
    assert book.find(site, anne.id).standing == Standing.COMPLAINED
    assert sending.progress(site, made).complained == 1
    assert sending.reader_count(site, made) == 0


@pytest.mark.parametrize(
    "act",
    [
        lambda site, made: sending.send_test(made, "a@exemple.be"),
        sending.plan,
        sending.progress,
        sending.doubtful,
        sending.reader_count,
        lambda site, made: sending.stop(made),
        lambda site, made: sending.resume(made),
        lambda site, made: sending.redraft(made),
        lambda site, made: sending.put_online(made),
        lambda site, made: edit_issue(made, {}),
    ],
)
def test_only_who_keeps_the_newsletter_sends(site, act):
    made = issue(newsletter(site))
    for roles in (["Anonymous"], ["Member"], ["WebEditor"], ["WebContributor"]):
        with api.env.adopt_roles(roles), pytest.raises(MayNot):
            act(site, made)


def test_drafts_are_hidden_and_what_is_online_is_not(site):
    letter = newsletter(site, archive_online=True)
    enter(site, letter, "anne")
    made = tried(site, letter)
    for roles in (["Anonymous"], ["Member"], ["WebContributor"]):
        with api.env.adopt_roles(roles), pytest.raises(Unauthorized):
            site.restrictedTraverse(f"lettre/{made.getId()}")
    sending.plan(site, made)
    work(site)
    with api.env.adopt_roles(["Anonymous"]):
        assert site.restrictedTraverse(f"lettre/{made.getId()}") is not None
