"""Published once, shown elsewhere with where it comes from; nothing private crosses."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from communes.core.access.catalog import unrestricted
from communes.core.access.errors import MayNot
from communes.core.jobs.storage import queue_of
from communes.exchange.messages.api import check
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.outbox.api import letters
from communes.exchange.peers.api import declare
from communes.exchange.peers.domain.peer import Peer
from communes.web.api import agenda as agendas
from communes.web.api import contents
from communes.web.api import news as news_door
from communes.web.api.transition import do_step
from communes.web.directory import api as directory
from communes.web.domain.federation import examples
from communes.web.domain.federation.errors import NotShared
from communes.web.domain.federation.messages import KINDS
from communes.web.federation import api as federation
from communes.web.federation import ledger
from communes.web.federation.taking import SharedReceiver
from communes.web.federation.telling import TELL
from communes.web.federation.telling import tell_one
from communes.web.storage.agenda import event_of
from communes.web.storage.state import state_of
from contextlib import contextmanager
from datetime import datetime
from datetime import UTC
from itertools import permutations
import json
from plone import api
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
import pytest


SENDER = "dinant/www"
SECRET = "+32470999888"


@pytest.fixture
def site(integration):
    found = integration["portal"]
    setRoles(found, TEST_USER_ID, ["Manager"])
    kinds = frozenset(one.name for one in KINDS)
    declare(found, Peer(SENDER, "Dinant", "console", "", sends=kinds, receives=kinds))
    return found


@pytest.fixture
def event(site):
    agenda = agendas.create_agenda(site, {"title": "Agenda"})
    values = {
        "title": "Marché", "event_starts": "2026-12-12T10:00:00",
        "event_ends": "2026-12-12T20:00:00", "text": "<p>Chalets</p>",
        "rule": "FREQ=DAILY;COUNT=2",
    }  # fmt: skip
    return agendas.create_event(agenda, values)


def told(site):
    """Do what the worker would, and return the bodies that wait to leave."""
    for uid in list(queue_of(site).keys(TELL)):
        tell_one(site, uid)
    rows = sorted(letters(site), key=lambda row: (row[0].subject, row[0].number))
    return [dict(from_json(kept.text).body) for _place, kept in rows]


@contextmanager
def as_worker(site):
    newSecurityManager(None, system.__of__(site.acl_users))
    yield
    login(site, TEST_USER_NAME)


def receive(site, name, version=3, shown=True, sender=SENDER, **document):
    given = json.loads(json.dumps(dict(getattr(examples, name.upper()))))
    given["version"] = version
    given["document"] = {**given["document"], **document} if shown else None
    check(f"communes.web.{name}.v1", given)
    message = Envelope(
        "m", f"communes.web.{name}.v1", sender, "valmont/www", given["id"], version,
        datetime.now(UTC), given,
    )  # fmt: skip
    with as_worker(site):
        SharedReceiver(name).receive(site, message)


def arrived(site, name):
    found = [one for one in federation.arrived(site) if one.name == name]
    return contents.by_uid(found[0].uid) if found else None


def test_what_is_published_and_shared_leaves_once(site, event):
    federation.share(event, True)
    assert told(site) == []
    do_step(event, "publish")
    (body,) = told(site)
    check("communes.web.event.v1", body)
    assert (body["version"], body["document"]["title"]) == (1, "Marché")
    assert body["origin"]["url"] == event.absolute_url()
    assert body["document"]["description"] == "<p>Chalets</p>"
    event.reindexObject()
    assert len(told(site)) == 1
    agendas.edit_event(event, {"title": "Grand marché"})
    assert [one["version"] for one in told(site)] == [1, 2]


def test_what_is_hidden_moved_or_deleted_is_withdrawn(site, event):
    federation.share(event.__parent__, True)
    do_step(event, "publish")
    assert told(site)[-1]["document"]
    do_step(event, "hide")
    assert [one["document"] is None for one in told(site)] == [False, True]
    do_step(event, "publish")
    assert told(site)[-1]["version"] == 3
    uid = event.UID()
    contents.delete(event)
    last = told(site)[-1]
    assert (last["id"], last["version"], last["document"]) == (uid, 4, None)
    assert len(told(site)) == 4


def test_what_is_not_shared_never_leaves(site, event):
    do_step(event, "publish")
    agendas.edit_event(event, {"title": "Rien"})
    assert told(site) == []
    federation.share(event, True)
    assert len(told(site)) == 1
    federation.share(event, False)
    assert told(site)[-1]["document"] is None


def test_private_data_of_an_entry_never_crosses(site):
    place = directory.create_directory(site, {"title": "Annuaire"})
    entry = directory.create_entry(
        place, {"title": "Boulangerie", "phones": [{"number": "+3282123456"}]}
    )
    entry.private = {"phones": [{"number": SECRET}], "note": "Ne pas donner"}
    do_step(entry, "publish")
    federation.share(place, True)
    text = json.dumps(told(site))
    assert "Boulangerie" in text
    assert SECRET not in text
    assert "Ne pas donner" not in text


def test_a_link_to_what_citizens_do_not_see_does_not_tell_where_it_is(site):
    secret = contents.create(site, "Page", {"title": "Projet secret"})
    folder = news_door.create_folder(site, {"title": "Actualités"})
    html = f'<p><a href="{secret.absolute_url()}">x</a></p>'
    news = news_door.create_news(folder, {"title": "Travaux", "text": html})
    do_step(news, "publish")
    federation.share(news, True)
    assert "projet-secret" not in json.dumps(told(site))


def test_only_who_may_publish_shares(site, event):
    api.user.create("c@b.be", "passant", "Valmont-2026")
    login(site, "passant")
    with pytest.raises(MayNot):
        federation.share(event, True)


def test_what_arrives_is_shown_with_where_it_comes_from(site):
    for name in ("event", "news", "entry"):
        receive(site, name)
        obj = arrived(site, name)
        assert state_of(obj) == "published"
        whose = federation.provenance(obj)
        assert whose.commune == "Valmont-sur-Lesse"
        assert whose.url.startswith("https://www.valmont-sur-lesse.example/")
    record = event_of(arrived(site, "event"))
    assert record.starts == datetime(2026, 12, 12, 10)
    assert record.rule == "FREQ=DAILY;COUNT=2"
    assert len(federation.arrived(site)) == 3


@pytest.mark.parametrize("order", list(permutations((1, 2, 3))), ids=str)
def test_the_last_version_stays_in_whatever_order_they_come(site, order):
    for version in (*order, *order):
        receive(site, "news", version, title=f"Version {version}")
    assert arrived(site, "news").title == "Version 3"
    assert len(unrestricted(portal_type="communes.web.News")) == 1


def test_a_tombstone_takes_it_away_and_nothing_older_brings_it_back(site):
    receive(site, "event", 2)
    receive(site, "event", 3, shown=False)
    assert federation.arrived(site) == []
    assert unrestricted(portal_type="communes.web.Event") == []
    receive(site, "event", 2)
    assert federation.arrived(site) == []
    receive(site, "event", 4)
    assert arrived(site, "event").title == "Marché de Noël"


def test_two_communes_never_write_each_others_contents(site):
    receive(site, "news", 3)
    receive(site, "news", 4, sender="rochefort/www", title="De Rochefort")
    receive(site, "news", 5, sender="rochefort/www", shown=False)
    titles = [one.title for one in federation.arrived(site)]
    assert titles == ["La rue Haute fermée du 30 novembre au 4 décembre"]


def test_who_hides_it_here_is_not_overruled_by_a_new_version(site):
    receive(site, "news", 3)
    obj = arrived(site, "news")
    federation.show_here(site, obj, False)
    assert state_of(obj) == "private"
    receive(site, "news", 4, title="Encore")
    assert (state_of(obj), obj.title) == ("private", "Encore")
    federation.show_here(site, obj, True)
    assert state_of(obj) == "published"


def test_nobody_here_writes_what_others_share(site):
    receive(site, "news", 3)
    api.user.create(
        "a@b.be", "editrice", "Valmont-2026", roles=("Member", "WebManager")
    )
    login(site, "editrice")
    obj = arrived(site, "news")
    for attempt in (
        lambda: contents.edit(obj, {"title": "Piraté"}),
        lambda: contents.delete(obj),
    ):
        with pytest.raises(MayNot):
            attempt()
    federation.show_here(site, obj, False)
    federation.show_here(site, obj, True)
    with pytest.raises(MayNot):
        contents.edit(obj, {"title": "Piraté"})


def test_an_event_is_brought_into_an_agenda_and_follows_its_commune(site, event):
    receive(site, "event", 3)
    theirs, agenda = arrived(site, "event"), event.__parent__
    with pytest.raises(NotShared):
        federation.bring(event, agenda)
    moved = federation.bring(theirs, agenda)
    assert moved.__parent__.UID() == agenda.UID()
    receive(site, "event", 4, title="Marché reporté")
    assert arrived(site, "event").title == "Marché reporté"
    assert arrived(site, "event").__parent__.UID() == agenda.UID()
    assert len(federation.arrived(site)) == 1


def test_who_does_not_write_an_agenda_brings_nothing_into_it(site, event):
    receive(site, "event", 3)
    theirs, agenda = arrived(site, "event"), event.__parent__
    api.user.create("c@b.be", "passant", "Valmont-2026")
    login(site, "passant")
    assert federation.agendas_for(site) == []
    with pytest.raises(MayNot):
        federation.bring(theirs, agenda)
    with pytest.raises(MayNot):
        federation.show_here(site, theirs, False)


def test_what_was_received_is_not_sent_on(site):
    receive(site, "event", 3)
    theirs = arrived(site, "event")
    federation.share(theirs.__parent__, True)
    assert told(site) == []
    with pytest.raises(NotShared):
        federation.share(theirs, True)
    assert ledger.sent(site, theirs.UID()) is None
