"""An operator replays, enters keys and forgets from the command line."""

from communes.exchange import commands
from communes.exchange.lanes.domain.state import State
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox.deliver import Deliver
from communes.exchange.peers import api as peers
from communes.exchange.tests.pairs import GREETING
from communes.exchange.tests.pairs import work
import datetime
import pytest


SECRET = "k" * 40


@pytest.fixture
def run(site, monkeypatch, capsys):
    """Run a command at the site; return what it printed."""
    monkeypatch.setattr("transaction.commit", lambda: None)
    monkeypatch.setattr("transaction.abort", lambda: None)
    monkeypatch.setattr("getpass.getpass", lambda _asked: SECRET)

    def command(name, *words):
        # Zope gives the words of the whole command line, the command first.
        given = [name, "/plone", *words]
        getattr(commands, name)(site.getPhysicalRoot(), given)
        return capsys.readouterr().out

    return command


@pytest.fixture
def arrived(site, wire):
    """Three messages about two subjects that have arrived; their ids."""
    ids = []
    for words, subject in (("un", "a"), ("deux", "a"), ("trois", "b")):
        body = {"words": words}
        ids.append(outbox.send(site, "portail", GREETING.name, subject, body))
    work(site, Deliver(), outbox.DELIVER)
    wire.brought.clear()
    return ids


def brought(site, wire):
    work(site, Deliver(), outbox.DELIVER)
    return [one.body["words"] for one in wire.brought]


def test_one_message_is_replayed(run, site, wire, arrived):
    run("exchange_replay", "--peer", "portail", "--id", arrived[1])
    assert brought(site, wire) == ["deux"]


def test_a_subject_is_replayed_in_its_order(run, site, wire, arrived):
    said = run("exchange_replay", "--peer", "portail", "--subject", "a")
    assert said.startswith("2 messages")
    assert brought(site, wire) == ["un", "deux"]


def test_a_period_is_replayed(run, site, wire, arrived):
    today = datetime.date.today()
    tomorrow = (today + datetime.timedelta(1)).isoformat()
    asked = ("exchange_replay", "--peer", "portail")
    assert run(*asked, "--since", tomorrow).startswith("0 ")
    assert run(*asked, "--until", today.isoformat()).startswith("0 ")
    run(*asked, "--since", today.isoformat(), "--until", tomorrow)
    assert sorted(brought(site, wire)) == ["deux", "trois", "un"]


def test_what_was_dropped_is_never_replayed(run, site, arrived):
    lanes = lanes_of(site, outbox.KEY)
    lanes.settle(lanes.place("portail", arrived[0]), State.DROPPED, 1.0, "erreur")
    with pytest.raises(SystemExit, match="n'est pas, ou n'est plus"):
        run("exchange_replay", "--peer", "portail", "--id", arrived[0])


def test_a_key_of_the_other_side_is_entered_without_being_typed(run, site):
    said = run("exchange_key", "--peer", "portail", "--id", "portail:1")
    assert SECRET not in said
    (key,) = peers.peer(site, "portail").keys
    assert (key.id, key.secret) == ("portail:1", SECRET)


def test_a_key_is_made_and_shown_once(run, site):
    said = run("exchange_key", "--peer", "portail", "--new")
    (key,) = peers.peer(site, "portail").keys
    assert said.split() == [key.id, key.secret]


def test_a_wrong_name_is_told_in_a_sentence(run):
    with pytest.raises(SystemExit, match="n'est pas déclaré"):
        run("exchange_key", "--peer", "inconnu", "--new")
    with pytest.raises(SystemExit, match="n'est pas déclaré"):
        run("exchange_replay", "--peer", "inconnu")


def test_what_passed_is_forgotten_on_demand(run):
    assert run("exchange_prune") == "Oubliés : 0 messages, 0 fichiers, 0 valeurs.\n"


def test_a_site_that_is_not_there_is_told(site):
    with pytest.raises(SystemExit, match="Il n'y a pas de site /rien"):
        commands.exchange_prune(site.getPhysicalRoot(), ["exchange_prune", "/rien"])
