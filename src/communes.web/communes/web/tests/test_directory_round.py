"""Once a day the worker asks who keeps an entry whether it is still right."""

from communes.core.mailing.api import SEND
from communes.web.directory import api as door
from communes.web.directory import confirming
from communes.web.tests import places
from datetime import timedelta
import time


def test_a_round_asks_who_is_due_and_ends(functional, monkeypatch):
    site = functional["portal"]
    directory = places.make_directory(site)
    library = directory["bibliotheque-communale"]
    intended = []
    monkeypatch.setattr(
        "communes.core.mailing.api.intend",
        lambda kind, key, payload: intended.append((kind, payload["address"])),
    )
    work = confirming.Confirming()
    assert work.next_at(site) <= time.time()
    later = door.read_entry(library).modified.date() + timedelta(days=367)
    around = confirming._Round(later)
    assert around.step(site) is False
    assert intended == [(SEND, "cle@valmont.example")]
    assert library.asked_on == later.isoformat()
    assert work.next_at(site) > time.time() + 80_000
    assert confirming._Round(later).step(site) is False
    assert len(intended) == 1
