"""What a citizen writes reaches its service and the mail room, and is not kept long."""

from communes.core.access.errors import MayNot
from communes.core.jobs.storage import queue_of
from communes.core.mailing.api import SEND
from communes.core.protection.api import opened
from communes.core.protection.api import STAMP
from communes.core.protection.api import TRAP
from communes.core.protection.domain.errors import TooOften
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.outbox.api import letters
from communes.exchange.peers.api import declare
from communes.exchange.peers.domain.peer import LOOPBACK
from communes.exchange.peers.domain.peer import Peer
from communes.web.api import contact_forms as door
from communes.web.contact.working import look_after
from communes.web.domain.contact_form import Message
from communes.web.domain.contact_message import NAME
from communes.web.domain.content_errors import UnknownContent
from communes.web.domain.errors import BadSubjects
from communes.web.domain.errors import MessageRefused
from communes.web.interfaces import IWebLayer
from communes.web.tests import dated
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
import pytest
import time
from zope.interface import alsoProvides


SUBJECTS = [
    {"title": "Voirie", "mail": "travaux@valmont.example", "service": "travaux"},
    {"title": "État civil", "mail": "population@valmont.example"},
]
MESSAGE = Message("Anne Delvaux", "anne@exemple.be", "voirie", "Un pavé manque.", True)
ROOM = "demo/agents"


@pytest.fixture
def site(portal, tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    return dated.as_webmaster(portal)


def form(site, public=True, **values):
    kept = {"title": "Nous écrire", "subjects": SUBJECTS, "copy_offered": True,
            "consent": "J'accepte.", **values}  # fmt: skip
    made = door.create_form(site, kept, "contact")
    return dated.published(made) if public else made


def page(place, view="view", method="GET", /, **given):
    request = place.REQUEST.clone()
    alsoProvides(request, IWebLayer)
    request.form, request.method = given, method
    return api.content.get_view(view, place, request)()


def sent(site):
    return [one.payload for one in queue_of(site).take(SEND, 10)]


def mail_room(site):
    receives = frozenset({NAME})
    declare(site, Peer(ROOM, "Courrier", LOOPBACK, "/demo/agents", receives=receives))


def test_the_service_gets_it_and_answers_who_wrote(site):
    number = door.write(site, form(site), replace(MESSAGE, copy=True))
    service, copy = sorted(sent(site), key=lambda one: one["address"], reverse=True)
    assert service["address"] == "travaux@valmont.example"
    assert service["reply_to"] == "anne@exemple.be"
    assert number in service["subject"]
    assert "Un pavé manque." in service["text"]
    assert copy["address"] == "anne@exemple.be"
    assert letters(site) == []


def test_nothing_leaves_when_something_is_missing(site):
    made = form(site)
    with pytest.raises(MessageRefused):
        door.write(site, made, replace(MESSAGE, consented=False))
    assert sent(site) == []
    assert door.messages(made) == []


def test_one_address_gets_few_copies_from_wherever(site):
    made = form(site)
    for _copy in range(3):
        door.write(site, made, replace(MESSAGE, copy=True))
    with pytest.raises(TooOften):
        door.write(site, made, replace(MESSAGE, copy=True))
    door.write(site, made, MESSAGE)


def test_the_mail_room_gets_it(site):
    mail_room(site)
    made = form(site, mail_room=ROOM)
    door.write(site, made, MESSAGE)
    ((place, kept),) = letters(site)
    body = from_json(kept.text).body
    assert place.name == ROOM
    assert (body["service"], body["text"]) == ("travaux", "Un pavé manque.")
    assert not door.messages(made)[0].owed


def test_a_mail_room_that_comes_later_gets_what_waited(site):
    made = form(site, mail_room=ROOM, keep_days=1)
    door.write(site, made, MESSAGE)
    assert door.messages(made)[0].owed
    assert "ne reçoit pas encore" in page(made, "messages")
    much_later = datetime.now(UTC) + timedelta(days=90)
    look_after(site, much_later)
    assert len(door.messages(made)) == 1

    mail_room(site)
    look_after(site, datetime.now(UTC))
    assert len(letters(site)) == 1
    assert not door.messages(made)[0].owed
    look_after(site, much_later)
    assert door.messages(made) == []
    assert len(letters(site)) == 1


def test_a_message_is_kept_for_as_long_as_the_form_says(site):
    made = form(site, keep_days=30)
    door.write(site, made, MESSAGE)
    look_after(site, datetime.now(UTC) + timedelta(days=29))
    assert len(door.messages(made)) == 1
    look_after(site, datetime.now(UTC) + timedelta(days=31))
    assert door.messages(made) == []


def test_a_citizen_writes_on_the_page(site, monkeypatch):
    made = form(site)
    with api.env.adopt_roles(["Anonymous"]):
        said = page(made, sujet="etat-civil")
        assert 'value="etat-civil" selected' in said
        assert "messages" not in said.partition("<form")[0].partition("card")[2]
        stamp, now = opened("contact"), time.time()
        typed = {"subject": "voirie", "name": "Anne", "address": "anne@exemple.be",
                 "text": "Un pavé manque.", "consented": "1", STAMP: stamp}  # fmt: skip
        assert "plus vite" in page(made, "view", "POST", **typed)
        monkeypatch.setattr("communes.core.protection.api.time.time", lambda: now + 9)
        assert "par un programme" in page(made, "view", "POST", **typed, **{TRAP: "x"})
        said = page(made, "view", "POST", **{**typed, "consented": ""})
        assert "Un pavé manque." in said
        assert sent(site) == []
        assert "Votre message est envoyé" in page(made, "view", "POST", **typed)
    assert len(sent(site)) == 1


def test_reading_a_message_is_noted_and_erasing_forgets_it(site):
    made = form(site)
    door.write(site, made, MESSAGE)
    (one,) = door.messages(made)
    assert "Un pavé manque." in page(made, "message", id=one.id)
    assert "Un pavé manque." not in page(made, "messages")
    door.erase_message(made, one.id)
    with pytest.raises(UnknownContent):
        door.message(made, one.id)


def test_only_who_may_reads_what_people_wrote(site):
    made = form(site)
    door.write(site, made, MESSAGE)
    (one,) = door.messages(made)
    for roles in (["Anonymous"], ["Member"], ["WebEditor"], ["WebContributor"]):
        with api.env.adopt_roles(roles):
            for act in (
                lambda: door.messages(made),
                lambda: door.message(made, one.id),
                lambda: door.erase_message(made, one.id),
            ):
                with pytest.raises(MayNot):
                    act()


def test_a_form_that_is_not_public_takes_nothing(site):
    made = form(site, public=False)
    with api.env.adopt_roles(["Anonymous"]), pytest.raises(MayNot):
        door.write(site, made, MESSAGE)


def test_a_subject_without_reader_is_refused(site):
    with pytest.raises(BadSubjects):
        form(site, subjects=[{"title": "Voirie"}])
    made = form(site)
    with pytest.raises(BadSubjects):
        door.edit_form(made, {"subjects": []})
    assert len(made.subjects) == 2


@pytest.mark.parametrize("name", ["view", "reglages", "messages"])
def test_each_page_is_shown(site, name):
    assert "Nous écrire" in page(form(site), name)


def test_a_new_form_is_asked_for(site):
    assert "Créer" in page(site, "nouveau-formulaire")
