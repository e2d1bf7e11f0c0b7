"""The server asks public addresses alone, and what was declared."""

from communes.web.domain.errors import HostRefused
from communes.web.outside import guard
from communes.web.outside.asking import problem_of
from communes.web.outside.guard import DECLARED
from communes.web.outside.guard import is_public
from communes.web.outside.guard import looked_up
from communes.web.outside.guard import opener
from communes.web.tests.plone_site import PloneSite
from communes.web.tests.plone_site import serving
import pytest


PRIVATE = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::",
    "fe80::1", "fd00::1", "::ffff:10.0.0.1", "2002:7f00:1::", "ff02::1",
)  # fmt: skip


@pytest.fixture
def declared(monkeypatch):
    monkeypatch.setenv(DECLARED, " ancien.intra, 127.0.0.1")


@pytest.mark.parametrize("address", PRIVATE)
def test_a_network_of_our_own_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111"])
def test_the_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1", "a..b"]
)
def test_a_host_of_our_own_is_refused_however_it_is_written(host):
    with pytest.raises(HostRefused):
        looked_up(host, 80, frozenset())


def test_one_private_address_among_public_ones_refuses_the_name(monkeypatch):
    answers = [(0, 0, 0, "", (one, 80)) for one in ("1.1.1.1", "10.0.0.1")]
    monkeypatch.setattr(guard.socket, "getaddrinfo", lambda *_a, **_k: answers)
    with pytest.raises(HostRefused):
        looked_up("double.example", 80, frozenset())
    assert looked_up("double.example", 80, {"double.example"}) == answers


def test_what_is_not_declared_is_never_connected_to():
    with serving(PloneSite()) as site:
        with pytest.raises(HostRefused):
            opener().open(f"{site.base}/", timeout=2)
        assert problem_of(site.base) == HostRefused.code
        assert site.given == []


def test_an_address_is_dead_when_nothing_stands_there(declared):
    files = {"/vit": b"", "/refuse": b""}
    broken = {
        "/refuse": (403, b""), "/mort": (410, b""), "/panne": (500, b""),
        "/va": (302, b"/vit"), "/rond": (302, b"/rond"),
        "/dehors": (302, b"file:///etc/passwd"),
        "/dedans": (302, b"http://10.255.255.1/"),
    }  # fmt: skip
    with serving(PloneSite(files=files, broken=broken)) as site:
        said = {path: problem_of(site.base + path) for path in (*files, *broken)}
        said["/inconnu"] = problem_of(f"{site.base}/inconnu")
    assert said == {
        "/vit": "", "/refuse": "", "/va": "", "/mort": "code 410",
        "/panne": "code 500", "/rond": "redirection", "/dehors": "redirection",
        "/dedans": HostRefused.code, "/inconnu": "code 404",
    }  # fmt: skip


def test_nobody_there_is_said_by_its_name(declared):
    with serving(PloneSite()) as site:
        base = site.base
    assert problem_of(base) == "ConnectionRefusedError"
