"""A worker that sends an issue is killed three times: no address gets two letters.

``COMMUNES_FAULT_LETTERS`` says how many addresses (150 by itself);
``COMMUNES_FAULT_REPORT`` names a file where the figures are kept.
"""

from collections import Counter
from communes.core.mailing import storage as book
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.domain.subscriber import Standing
from communes.core.mailing.domain.subscriber import Subscriber
from communes.core.mailing.mailings.api import ways_of
from communes.core.mailing.mailings.queue import Queue
from communes.core.mailing.tests.sink import mail_server
from communes.core.testing.nursery import Nursery
from communes.core.testing.real_house import RealHouse
from communes.web.api import sending
from communes.web.api.issues import compose_issue
from communes.web.api.issues import create_issue
from communes.web.api.newsletters import create_newsletter
from communes.web.domain.newsletter.sending import mailing_id
from communes.web.interfaces import IWebLayer
from communes.web.storage.newsletters import issue_record
from communes.web.storage.newsletters import newsletter_list
from communes.web.tests.letters import NOW
from communes.web.tests.letters import set_up_mail
from contextlib import contextmanager
from contextlib import ExitStack
from email.message import EmailMessage
import json
import os
from pathlib import Path
from plone import api
import pytest
import smtplib
import threading
import time
import transaction
from zope.interface import alsoProvides


LETTERS = int(os.environ.get("COMMUNES_FAULT_LETTERS", "150"))
KILLS = 3
#: How many letters the bare line gives in the same run, to compare.
BARE = 1000
BLOCK = {
    "kind": "news",
    "title": "La rue de l'Église est fermée jusqu'au 12 décembre",
    "html": f"<p>{'Le chantier avance comme prévu. ' * 12}</p>",
    "url": "https://www.valmont.example/actualites/rue-de-l-eglise",
}


class Post:
    """Counts the letters that arrive; has the worker killed before some answers."""

    def __init__(self, deadly):
        self.received = []
        self.deadly = frozenset(deadly)
        self.wanted = threading.Event()
        self.done = threading.Event()
        self._lock = threading.Lock()

    def heard(self, receiver):
        with self._lock:
            self.received.append(receiver)
            deadly = len(self.received) in self.deadly
            if deadly:
                self.done.clear()
                self.wanted.set()
        if deadly:
            # The worst moment: the letter is taken, and the answer never comes.
            self.done.wait(120)
        return not deadly


def fill(portal, port, letters):
    """Make a newsletter of so many subscribers, and an issue about to leave."""
    set_up_mail(portal, port)
    alsoProvides(portal.REQUEST, IWebLayer)
    letter = create_newsletter(portal, {"title": "Lettre de Valmont"}, "lettre")
    name = newsletter_list(letter)
    for number in range(letters):
        address = f"abonne-{number:05}@exemple.be"
        one = Subscriber(f"{number:032x}", name, address, NOW, {},
                         Standing.CONFIRMED.value, NOW)  # fmt: skip
        book.save(portal, one)
    issue = create_issue(letter, {"title": "Décembre", "blocks": [BLOCK] * 8})
    api.content.transition(issue, "test")
    sending.plan(portal, issue)
    transaction.commit()
    return issue


@contextmanager
def house_at_work(functional, folder, letters, deadly):
    """Give a house that begins to send, its post, what it sends, and the server."""
    portal = functional["portal"]
    with ExitStack() as stack:
        # Before any thread: the processes are forked from it.
        nursery = Nursery(folder / "nursery.log")
        stack.callback(nursery.close)
        sink = stack.enter_context(mail_server())
        post = Post(deadly)
        sink.heard = post.heard
        with api.env.adopt_roles(["Manager"]):
            issue = fill(portal, sink.port, letters)
            name = mailing_id(issue_record(issue))
            letter = compose_issue(issue).for_one("https://x.be", "https://x.be")
        house = RealHouse(functional["zodbDB"], "ok", nursery)
        stack.enter_context(house)
        yield house, post, name, letter, sink


def run(functional, folder, letters, monkeypatch):
    """Send an issue under fire; return what arrived and what the log says."""
    deadly = [letters * part // (KILLS + 1) for part in range(1, KILLS + 1)]
    with house_at_work(functional, folder, letters, deadly) as found:
        house, post, name, letter, sink = found
        began = time.monotonic()
        for _kill in range(KILLS):
            assert post.wanted.wait(60 + letters / 20), "the sending stands still"
            post.wanted.clear()
            house.kill("worker")
            post.done.set()
        house.wait_until_done(60 + letters / 20)
        seconds = time.monotonic() - began
        monkeypatch.setenv("COMMUNES_VAR", str(house.folder))
        with house.site() as site:
            ways = ways_of(site, name)
        bare, size = bare_rate(sink, letter, min(letters, BARE))
    twice = [one for one, many in Counter(post.received).items() if many > 1]
    told = {
        "letters": letters,
        "kills": KILLS,
        "seconds": round(seconds, 1),
        "rate": round(letters / seconds),
        "bare": round(bare),
        "bytes": size,
        "received": len(set(post.received)),
        "twice": len(twice),
        "ways": {way.value: count for way, count in ways.items()},
    }
    print(f"\n{told}")
    return told


def bare_rate(sink, letter, letters):
    """Return letters a second over the bare line, one connection each, and a size."""
    sink.heard = lambda _receiver: True
    html, text = letter
    message = EmailMessage()
    message["Subject"], message["From"] = "Décembre", "info@valmont.example"
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    data = message.as_bytes()
    began = time.monotonic()
    for _letter in range(letters):
        with smtplib.SMTP("127.0.0.1", sink.port) as line:
            line.sendmail("info@valmont.example", ["a@exemple.be"], data)
    return letters / (time.monotonic() - began), len(data)


def keep_figures(told):
    path = os.environ.get("COMMUNES_FAULT_REPORT", "")
    if path:
        Path(path).write_text(json.dumps(told), encoding="utf-8")


def test_killed_three_times_no_address_gets_two(
    functional, tmp_path, monkeypatch, capsys
):
    with capsys.disabled():
        told = run(functional, tmp_path, LETTERS, monkeypatch)
    assert told["twice"] == 0
    assert told["received"] == LETTERS
    assert told["ways"] == {
        Way.SENT.value: LETTERS - KILLS, Way.UNCERTAIN.value: KILLS,
    }  # fmt: skip
    keep_figures(told)


def forget(self, mailing):
    """Take what was leaving for not sent: what the log keeps us from."""
    with self._file.writing() as database:
        database.execute(
            "UPDATE letters SET way = ? WHERE site = ? AND way = ?",
            (Way.WAITING, self._site, Way.SENDING),
        )
    return 0


@pytest.mark.skipif(LETTERS > 1000, reason="the safeguard is seen off with few")
def test_without_the_log_some_get_two(functional, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(Queue, "doubt", forget)
    with capsys.disabled():
        told = run(functional, tmp_path, LETTERS, monkeypatch)
    assert told["twice"] == KILLS
    assert Way.UNCERTAIN.value not in told["ways"]
