"""Members are convened by e-mail, once, with proof; what nobody can tell is said so."""

from communes.core.access.errors import MayNot
from communes.core.jobs.domain import Intent
from communes.core.jobs.storage import queue_of
from communes.deliberations import api as door
from communes.deliberations.api import convening
from communes.deliberations.api.posting import ConvocationPost
from communes.deliberations.domain.convening import NotToBeConvened
from communes.deliberations.domain.convening import Posting
from communes.deliberations.storage.convening import letters_of
from communes.deliberations.storage.convening import save_letters
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from communes.deliberations.tests.web import Agent
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from plone import api
import pytest
import smtplib
import transaction


SOON = datetime(2099, 12, 14, 20, 0)


class Post:
    """A post that keeps what it is given, and refuses the addresses it is told to."""

    def __init__(self) -> None:
        self.sent = []
        self.refused = set()
        self.dies = False

    def send(self, message, immediate=False):
        if self.dies:
            raise SystemExit("killed")
        if message["To"] in self.refused:
            raise smtplib.SMTPRecipientsRefused({message["To"]: (550, b"unknown")})
        self.sent.append(message)


@pytest.fixture
def post(monkeypatch):
    """Put a mail sink in the place of the site's post; no commit between letters."""
    found = Post()
    get_tool = api.portal.get_tool
    monkeypatch.setattr(
        "communes.deliberations.clients.mail.api.portal.get_tool",
        lambda name: found if name == "MailHost" else get_tool(name),
    )
    monkeypatch.setattr(
        "communes.deliberations.api.posting.transaction.commit", transaction.savepoint
    )
    return found


def frozen(when: datetime = SOON):
    """Return a council whose agenda is frozen."""
    api.portal.set_registry_record("plone.email_from_address", "commune@example.be")
    meeting = builders.meeting(when=when)
    item = builders.validated()
    with builders.as_user("directeur-general"):
        door.present(item, meeting)
        door.do_transition(meeting, "freeze")
    return meeting


def convened(meeting) -> int:
    with builders.as_user("directeur-general"):
        return convening.convene(meeting)


def work(meeting) -> None:
    """Do what the worker does after the commit."""
    intent = Intent(convening.KIND, meeting.UID(), {"meeting": meeting.UID()}, "1", 0.0)
    with api.env.adopt_roles(["Manager"]):
        ConvocationPost().run(api.portal.get(), [intent])


def standings(meeting):
    with builders.as_user("directeur-general"):
        return {one.seat: how for one, how in convening.convocation(meeting)}


def test_each_member_with_an_address_is_convened_once(town, post):
    meeting = frozen()
    assert convened(meeting) == 2
    work(meeting)
    work(meeting)
    assert sorted(one["To"] for one in post.sent) == [
        "conseiller@example.be",
        "echevin@example.be",
    ]
    (document,) = post.sent[0].iter_attachments()
    assert document.get_content()[:5] == b"%PDF-"
    found = standings(meeting)
    assert found["conseiller-1"] is Posting.SENT
    assert found["conseiller-2"] is Posting.NO_ADDRESS
    assert meeting.convoked_on is not None
    assert convened(meeting) == 0


def test_a_letter_the_post_refuses_says_why_and_may_go_again(town, post):
    meeting = frozen()
    post.refused = {"conseiller@example.be"}
    convened(meeting)
    work(meeting)
    assert standings(meeting)["conseiller-1"] is Posting.FAILED
    assert "unknown" in letters_of(meeting)["conseiller-1"].reason
    post.refused = set()
    work(meeting)  # nobody asked again yet
    assert standings(meeting)["conseiller-1"] is Posting.FAILED
    assert convened(meeting) == 1
    work(meeting)
    assert standings(meeting)["conseiller-1"] is Posting.SENT


def test_a_worker_that_dies_in_flight_leaves_an_uncertain_letter(town, post):
    meeting = frozen()
    convened(meeting)
    post.dies = True
    queue = queue_of(api.portal.get())
    queue.take(convening.KIND, 10)
    with pytest.raises(SystemExit):
        work(meeting)
    assert [one.key for one in queue.take(convening.KIND, 10)] == [meeting.UID()]
    post.dies = False
    (cut,) = [
        seat
        for seat, one in letters_of(meeting).items()
        if one.posting is Posting.SENDING
    ]
    work(meeting)
    assert len(post.sent) == 1
    letters = letters_of(meeting)
    old = replace(letters[cut], asked_at=datetime.now() - timedelta(minutes=11))
    save_letters(meeting, {**letters, cut: old})
    assert standings(meeting)[cut] is Posting.UNCERTAIN
    assert convened(meeting) == 1


def test_a_member_acknowledges_once(town, post):
    meeting = frozen()
    convened(meeting)
    work(meeting)
    with builders.as_user("conseiller"):
        assert convening.acknowledge(meeting)
        first = convening.own_letter(meeting).acknowledged_at
        assert convening.acknowledge(meeting)
        assert convening.own_letter(meeting).acknowledged_at == first
    with builders.as_user("directeur-general"):
        assert not convening.acknowledge(meeting)


def test_only_a_frozen_agenda_of_a_coming_meeting_is_sent(town, post):
    past = frozen(datetime(2023, 5, 22, 20))
    with pytest.raises(NotToBeConvened):
        convened(past)
    with pytest.raises(NotToBeConvened):
        convened(builders.meeting(when=SOON + timedelta(days=1)))


def test_members_neither_send_nor_read_who_received(town, post):
    meeting = frozen()
    with builders.as_user("conseiller"):
        for act in (convening.convene, convening.convocation):
            with pytest.raises(MayNot):
                act(meeting)


def test_the_secretariat_sees_the_proof_on_a_page(town_web, post):
    meeting = frozen()
    transaction.get().commit()
    agent = Agent(town_web, "directeur-general")
    url = f"{meeting.absolute_url()}/convocations"
    agent.get(url)
    assert "La convocation n'est pas envoyée" in agent.text
    agent.token = agent.site_token(url)
    agent.post(f"{meeting.absolute_url()}/convoquer")
    assert "En attente d'envoi" in agent.text
    assert "Sans adresse" in agent.text
    member = Agent(town_web, "conseiller")
    member.get(f"{meeting.absolute_url()}/convocation-recue")
    member.browser.getControl("J'accuse réception").click()
    assert "Vous avez accusé réception le" in member.text


def test_programs_send_and_acknowledge(town_web):
    meeting = frozen()
    url = f"{meeting.absolute_url()}/@deliberations-convocation"
    secretary = Program(town_web, "directeur-general")
    status, answer = secretary.post(url, {"act": "send"})
    assert (status, answer["items_total"]) == (200, 5)
    secretary.example("convocation-post")
    member = Program(town_web, "conseiller")
    assert member.post(url, {"act": "acknowledge"}) == (200, {"acknowledged": True})
    assert member.post(url, {"act": "send"})[0] == 403
    assert member.get(url)[0] == 403
    assert secretary.post(url, {"act": "burn"})[0] == 400
