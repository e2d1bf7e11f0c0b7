"""A seal proves the moment to anyone, offline, and nothing else passes for one."""

from asn1crypto import cms
from communes.core.jobs.errors import Unavailable
from communes.core.stamping import api
from communes.core.stamping.domain.container import read_container
from communes.core.stamping.domain.container import sealed_container
from communes.core.stamping.domain.errors import AuthorityRefused
from communes.core.stamping.domain.errors import NoAuthority
from communes.core.stamping.domain.verdict import Finding
from communes.core.stamping.domain.verdict import sentences
from communes.core.stamping.verify import main
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import hashlib
import pytest
import socket
import subprocess


DATA = b"%PDF-1.7 ordonnance de police"


@pytest.fixture(scope="session")
def container(time_authority):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(api.TSA, time_authority[0])
        return api.seal("publication.pdf", DATA)


@pytest.fixture
def roots(time_authority):
    return api.read_roots(time_authority[1])


def altered(container, **changes):
    return sealed_container(replace(read_container(container), **changes))


def test_the_moment_is_proven_offline(container, roots, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", None)
    verdict = api.verify(container, roots)
    assert verdict.finding is Finding.PROVEN
    assert abs(verdict.moment - datetime.now(UTC)) < timedelta(minutes=5)
    assert verdict.sha256 == hashlib.sha256(DATA).hexdigest()
    assert verdict.authority == "clock"
    said = sentences(verdict)
    assert said[0] == "La preuve est valable."
    assert "heure belge" in said[1]


def test_a_changed_document_is_told_from_a_false_seal(container, roots):
    changed = api.verify(altered(container, data=DATA + b"."), roots)
    assert changed.finding is Finding.CHANGED
    assert "n'est pas celui" in sentences(changed)[0]
    token = bytearray(read_container(container).token)
    token[-1] ^= 1
    broken = api.verify(altered(container, token=bytes(token)), roots)
    assert (broken.finding, broken.moment) == (Finding.BROKEN, None)
    assert "faux ou abîmé" in sentences(broken)[0]


def test_a_moment_that_was_moved_is_a_false_seal(container, roots):
    found = cms.ContentInfo.load(read_container(container).token)
    info = found["content"]["encap_content_info"]["content"]
    moved = info.parsed.copy()
    moved["gen_time"] = datetime(2020, 1, 1, tzinfo=UTC)
    found["content"]["encap_content_info"]["content"] = cms.ParsableOctetString(
        moved.dump()
    )
    token = found.dump(force=True)
    assert api.verify(altered(container, token=token), roots).moment is None


@pytest.mark.parametrize("token", [b"", b"junk", b"\x30\x80", b"\x30\x03\x02\x01\x01"])
def test_junk_is_no_seal(container, roots, token):
    verdict = api.verify(altered(container, token=token), roots)
    assert verdict.finding is Finding.BROKEN


def test_an_unknown_authority_is_said(container, tmp_path, monkeypatch):
    monkeypatch.delenv(api.ROOTS, raising=False)
    verdict = api.verify(container)
    assert verdict.finding is Finding.UNKNOWN_AUTHORITY
    assert not verdict.proven
    assert "pas de celles" in sentences(verdict)[0]


def test_the_roots_of_the_server_are_used(container, time_authority, monkeypatch):
    monkeypatch.setenv(api.ROOTS, str(time_authority[1]))
    assert api.verify(container).proven


def test_openssl_agrees(container, time_authority, tmp_path):
    """What a citizen has on their own machine comes to the same."""
    sealed = read_container(container)
    (tmp_path / "data").write_bytes(sealed.data)
    (tmp_path / "token").write_bytes(sealed.token)
    told = ["openssl", "ts", "-verify", "-data", "data", "-in", "token", "-token_in"]
    told += ["-CAfile", str(time_authority[1])]
    done = subprocess.run(told, cwd=tmp_path, capture_output=True, text=True)
    assert "Verification: OK" in done.stdout + done.stderr
    (tmp_path / "data").write_bytes(sealed.data + b".")
    done = subprocess.run(told, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode != 0


def test_the_command_says_what_is_proven(container, time_authority, tmp_path, capsys):
    file = tmp_path / "preuve.asics"
    file.write_bytes(container)
    assert main([str(file), "--roots", str(time_authority[1])]) == 0
    assert "La preuve est valable." in capsys.readouterr().out
    file.write_bytes(b"junk")
    assert main([str(file)]) == 1
    assert main([str(tmp_path / "absent")]) == 2


def test_a_silent_authority_makes_the_work_wait(monkeypatch):
    monkeypatch.delenv(api.TSA, raising=False)
    assert not api.has_authority()
    with pytest.raises(NoAuthority):
        api.seal("a", DATA)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        # Bound and not listening: nobody answers there.
        monkeypatch.setenv(api.TSA, f"http://127.0.0.1:{taken.getsockname()[1]}/")
        with pytest.raises(Unavailable):
            api.seal("a", DATA)


def test_an_answer_about_something_else_is_refused(time_authority, monkeypatch):
    from communes.core.stamping import token

    answer = token._post
    monkeypatch.setattr(token, "_post", lambda url, query: b"junk")
    with pytest.raises(AuthorityRefused, match="illisible"):
        token.ask(time_authority[0], DATA)
    monkeypatch.setattr(token.secrets, "randbits", lambda bits: 7)
    query = {}

    def replayed(url, asked):
        # An old answer, given again to a new question.
        query.setdefault("first", answer(url, asked))
        return query["first"]

    monkeypatch.setattr(token, "_post", replayed)
    token.ask(time_authority[0], DATA)
    with pytest.raises(AuthorityRefused, match="autre chose"):
        token.ask(time_authority[0], DATA + b".")
    monkeypatch.setattr(token.secrets, "randbits", lambda bits: 8)
    with pytest.raises(AuthorityRefused, match="autre chose"):
        token.ask(time_authority[0], DATA)
    with pytest.raises(AuthorityRefused, match="http"):
        monkeypatch.undo()
        token.ask("file:///etc/hostname", DATA)
