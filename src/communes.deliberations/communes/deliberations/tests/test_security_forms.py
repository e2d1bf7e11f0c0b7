"""A form acts once, for who sent it from this site, and says so when it can not."""

from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
import pytest
import re
import transaction
from urllib.parse import urlencode


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Person(Program):
    """Somebody at a browser: sends forms, with the token of the page or without."""

    def __init__(self, functional, account):
        super().__init__(functional, account)
        self.headers["Accept"] = "text/html"

    def token(self, url):
        _status, page = self.get(url)
        found = re.search(rb'name="_authenticator" value="(\w+)"', page)
        return found.group(1).decode() if found else ""

    def send(self, url, token="", **given):
        given = {**given, "_authenticator": token} if token else given
        return self.ask("POST", url, urlencode(given, doseq=True), **FORM)


@pytest.fixture
def directeur(town_web):
    return Person(town_web, "directeur-general")


@pytest.fixture
def meeting(town_web):
    """Return a frozen meeting with two items, and its items."""
    items = [builders.validated(), builders.validated()]
    meeting = builders.meeting()
    with builders.as_user("directeur-general"):
        for item in items:
            builders.door.present(item, meeting)
        builders.door.set_presences(meeting, dict.fromkeys(builders.SEATS, "present"))
    transaction.commit()
    return meeting, items


def acts(meeting, item):
    """Return every address that acts, with what a form gives it."""
    one, other = meeting.absolute_url(), item.absolute_url()
    uid = item.UID()
    vote = {"point": uid, "scrutin": "freely"}
    return {
        f"{one}/agenda-deplacer": {"geste": f"down:{uid}", "item": uid},
        f"{one}/agenda-trier": {},
        f"{one}/agenda-presenter": {"uids": uid},
        f"{one}/presences-noter": {"presence.bourgmestre": "absent", "chair": "dg"},
        f"{one}/presences-mouvement": {
            "siege": "bourgmestre",
            "point": uid,
            "geste": "withdraws",
        },
        f"{one}/vote-noms": {**vote, "tous": "yes"},
        f"{one}/vote-secret": {**vote, "compte.0.yes": "5", "bulletin.0": "Oui ?"},
        f"{one}/vote-urgence": {**vote, "tous": "1"},
        f"{one}/vote-retirer": vote,
        f"{one}/vote-decider": {**vote, "etape": "accept"},
        f"{other}/etape": {"etape": "backToValidated", "comment": "x"},
        f"{other}/annexe-retirer": {"annexe": "annexe-1"},
        f"{one}/etape": {"etape": "freeze", "comment": "x"},
    }


def test_no_form_of_another_site_acts(town_web, directeur, meeting):
    held, items = meeting
    before = snapshot(held, items)
    for url, given in acts(held, items[0]).items():
        status, _page = directeur.send(url, **given)
        assert status in (403, 302), url
        if status == 302:
            assert "confirm-action" in directeur.last[3].headers["Location"], url
    assert snapshot(held, items) == before


def test_no_link_acts(town_web, directeur, meeting):
    held, items = meeting
    before = snapshot(held, items)
    for url, given in acts(held, items[0]).items():
        status, _page = directeur.get(f"{url}?{urlencode(given)}")
        assert status in (200, 302, 400, 403, 404, 405), url
    assert snapshot(held, items) == before


def test_no_form_is_broken_by_what_it_is_given(town_web, directeur, meeting):
    held, items = meeting
    token = directeur.token(held.absolute_url())
    assert token
    hostile = ("", "-1", "9" * 40, "²", "\x00", "${x}", "x\r\nSet-Cookie: a=b")
    for url, given in acts(held, items[0]).items():
        for value in hostile:
            broken = dict.fromkeys((*given, "revision", "place"), value)
            status, page = directeur.send(url, token, **broken)
            assert status < 500, (url, value, page)
            assert "Set-Cookie: a" not in str(directeur.last[3].headers)
        for kind, more in ((":int", "1"), (":list", "1"), (".a:record", "1")):
            marked = {f"{name}{kind}": more for name in (*given, "revision")}
            status, page = directeur.send(url, token, **marked)
            assert status < 500, (url, marked, page)


def test_a_person_without_the_right_is_refused_by_every_form(town_web, meeting):
    held, items = meeting
    before = snapshot(held, items)
    for account in ("conseiller", "createur", "agent-sans-groupe"):
        person = Person(town_web, account)
        token = person.token("@@personal-information")
        assert token
        for url, given in acts(held, items[0]).items():
            status, _page = person.send(url, token, **given)
            assert status in (302, 401, 403, 404), (account, url)
    assert snapshot(held, items) == before


def test_a_double_click_freezes_a_meeting_once(town_web, directeur, meeting):
    held, items = meeting
    url = held.absolute_url()
    token = directeur.token(url)
    for _click in range(2):
        status, _page = directeur.send(f"{url}/etape", token, etape="freeze")
        assert status in (200, 302, 409, 422)
    state, places, _roll, _votes = snapshot(held, items)
    assert state == "frozen"
    assert [number for _uid, number, _state in places] == ["1", "2"]


def snapshot(meeting, items):
    """Return what the forms could have changed."""
    transaction.begin()
    with builders.as_user("directeur-general"):
        roll, revision = builders.door.attendance(meeting)
        lines = builders.door.agenda(meeting).lines
        (row,) = builders.door.meetings(builders.assembly())
        held = [builders.door.votes(item).revision for item in items]
    places = tuple((one.uid, one.number, one.state) for one in lines)
    return row.state, places, (roll.presences, roll.withdrawals, revision), held
