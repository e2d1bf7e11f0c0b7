"""Proxies forget what must not be read any longer, and nobody waits for them."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.storage import queue_of
from communes.core.public import api
from communes.core.public.domain import pattern_of
from communes.core.public.forgetting import Forgetting
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
import pytest
import re
from threading import Thread
import transaction


@contextmanager
def proxy(answer=200):
    """Give the address of a proxy, and what it was asked to forget."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_BAN(self):
            asked.append((self.command, self.headers["X-Key"]))
            self.send_response(answer)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_said):
            """Say nothing on the screen."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def intents(*tags, attempts=0):
    return [Intent(api.FORGET, tag, {}, "1", 0.0, attempts) for tag in tags]


def test_a_pattern_describes_whole_tags_and_nothing_else():
    found = re.compile(
        f"(^| )({pattern_of(['99901', 'portal-lists', 'x y', ''])})( |$)"
    )
    assert found.search("portal 99901 99901-conseil")
    assert found.search("portal portal-lists")
    assert not found.search("portal 99902 99902-99901")
    assert pattern_of(["a b", "(.*)"]) == ""


def test_every_proxy_is_asked_twice(monkeypatch):
    with proxy() as (first, heard), proxy() as (second, too):
        monkeypatch.setenv(api.PROXIES, f"{first} {second}")
        (waits,) = Forgetting().run(None, intents("99901"))
        assert waits.state is OutcomeState.WAIT
        (done,) = Forgetting().run(None, intents("99901", attempts=1))
        assert done.state is OutcomeState.DONE
    assert heard == too == [("BAN", "99901")] * 2


def test_many_tags_are_one_question(monkeypatch):
    with proxy() as (address, heard):
        monkeypatch.setenv(api.PROXIES, address)
        Forgetting().run(None, intents("99901", "99902"))
    assert heard == [("BAN", "99901|99902")]


@pytest.mark.parametrize("answer", [403, 500])
def test_a_proxy_that_does_not_do_it_is_asked_again_later(monkeypatch, answer):
    with proxy(answer) as (address, _heard):
        monkeypatch.setenv(api.PROXIES, address)
        with pytest.raises(Unavailable, match=str(answer)):
            Forgetting().run(None, intents("99901"))
    # It is gone now.
    with pytest.raises(Unavailable):
        Forgetting().run(None, intents("99901"))


def test_it_is_asked_for_after_the_commit_and_where_there_is_a_proxy(
    portal, monkeypatch
):
    monkeypatch.delenv(api.PROXIES, raising=False)
    api.forget(["99901"])
    assert queue_of(portal).pending(api.FORGET) == 0
    monkeypatch.setenv(api.PROXIES, "http://127.0.0.1:9/")
    api.forget(["99901", "99901"])
    transaction.savepoint()
    assert queue_of(portal).pending(api.FORGET) == 1
