"""Only the locked bytes are accepted, and every trouble is one clear sentence."""

import artifacts
from artifacts import Artifact
from artifacts import ArtifactError
from artifacts import base_address
from artifacts import certificate_context
from artifacts import Downloader
from artifacts import fetch
from artifacts import is_intact
from artifacts import read_lock
import errno
import hashlib
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
import pytest
import threading


ROOT = Path(__file__).resolve().parent.parent.parent
CONTENT = bytes(range(256)) * 4096
COORDINATE = "be.example:thing:jar:1.0"
GOOD = Artifact(COORDINATE, hashlib.sha256(CONTENT).hexdigest(), len(CONTENT))


class Repository(BaseHTTPRequestHandler):
    """Serves one file; may cut the first answers off, or change the bytes."""

    cut = 0
    content = CONTENT
    ranges: list[str | None] = []

    def do_GET(self):
        wanted = self.headers.get("Range")
        type(self).ranges.append(wanted)
        if "missing" in self.path:
            self.send_error(404)
            return
        first = int(wanted[6:-1]) if wanted else 0
        rest = self.content[first:]
        self.send_response(206 if first else 200)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        if type(self).cut:
            type(self).cut -= 1
            rest = rest[: len(rest) // 2]
        self.wfile.write(rest)
        self.close_connection = True

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def repository(monkeypatch):
    monkeypatch.setattr(artifacts.time, "sleep", lambda _seconds: None)
    handler = type("Handler", (Repository,), {"ranges": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    handler.address = f"http://127.0.0.1:{server.server_port}"
    yield handler
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def downloader(repository, tmp_path):
    return Downloader(repository.address, tmp_path, certificate_context({}))


def test_the_path_is_that_of_mavens_layout():
    assert GOOD.path == "be/example/thing/1.0/thing-1.0.jar"
    natives = Artifact("io.netty:static:jar:linux-x86_64:2.0.Final", "", 0)
    assert natives.file_name == "static-2.0.Final-linux-x86_64.jar"


@pytest.mark.parametrize(("name", "least"), [("solr", 100), ("verapdf", 10)])
def test_our_locks_can_be_read(name, least):
    locked = read_lock(ROOT / "requirements" / f"{name}.lock")
    assert len(locked) > least
    assert all(len(each.sha256) == 64 and each.size > 0 for each in locked)


def test_solr_is_locked_without_the_jars_that_clash():
    names = {
        each.coordinate.split(":")[1]
        for each in read_lock(ROOT / "requirements" / "solr.lock")
    }
    assert {"solr-core", "jetty-home"} <= names
    clashing = {"jetty-server", "jersey-container-jetty-http", "jetty-servlet-api"}
    assert not names & clashing


def test_a_broken_lock_is_named_with_its_line(tmp_path):
    lock = tmp_path / "x.lock"
    lock.write_text("# fine\nbe.example:thing:jar:1.0 md5:00 12\n")
    with pytest.raises(ArtifactError, match=r"x\.lock, line 2"):
        read_lock(lock)


def test_the_address_is_a_setting():
    wanted = {"COMMUNES_MAVEN_BASE": "https://mirror.example/maven/"}
    assert base_address(wanted) == "https://mirror.example/maven"


def test_without_client_and_setting_the_cure_is_told(monkeypatch):
    monkeypatch.setattr(artifacts, "find_spec", lambda _name: None)
    with pytest.raises(ArtifactError, match="COMMUNES_MAVEN_BASE"):
        base_address({})


def test_the_default_address_is_the_clients(monkeypatch, tmp_path):
    (tmp_path / "constants.py").write_text(
        'VERSION = "1"\nMAVEN_CENTRAL_URL = "https://client.example/m2/"\n'
    )
    spec = type("Spec", (), {"origin": str(tmp_path / "__init__.py")})
    monkeypatch.setattr(artifacts, "find_spec", lambda _name: spec)
    assert base_address({}) == "https://client.example/m2"


def test_an_unusable_authority_is_named(tmp_path):
    with pytest.raises(ArtifactError, match="CURL_CA_BUNDLE"):
        certificate_context({"CURL_CA_BUNDLE": str(tmp_path / "none.pem")})


def test_a_file_is_fetched_once(repository, downloader):
    said = []
    (path,) = fetch([GOOD], downloader, said.append)
    fetch([GOOD], downloader, said.append)
    assert path.read_bytes() == CONTENT
    assert repository.ranges == [None]
    assert any("of 1 MB are here" in line for line in said)


def test_a_file_cut_off_is_continued_where_it_stopped(repository, downloader):
    repository.cut = 1
    assert downloader.get(GOOD).read_bytes() == CONTENT
    assert repository.ranges == [None, f"bytes={len(CONTENT) // 2}-"]


def test_a_file_always_cut_off_is_refused(repository, downloader, tmp_path):
    repository.cut = 1000
    with pytest.raises(ArtifactError, match=r"thing-1\.0\.jar could not be fetched"):
        downloader.get(GOOD)
    assert not (tmp_path / GOOD.path).exists()


def test_other_bytes_than_the_locked_are_refused(repository, downloader, tmp_path):
    repository.content = bytes(len(CONTENT))
    with pytest.raises(ArtifactError, match="SHA-256"):
        downloader.get(GOOD)
    assert not (tmp_path / GOOD.path).exists()


def test_a_spoilt_cache_is_mended(repository, downloader, tmp_path):
    spoilt = downloader.get(GOOD)
    spoilt.write_bytes(bytes(len(CONTENT)))
    assert not is_intact(spoilt, GOOD)
    assert downloader.get(GOOD).read_bytes() == CONTENT


def test_a_file_that_does_not_exist_is_refused_at_once(repository, downloader):
    missing = Artifact("be.example:missing:jar:1.0", GOOD.sha256, GOOD.size)
    with pytest.raises(ArtifactError, match="HTTP 404"):
        fetch([missing], downloader, lambda _line: None)
    assert len(repository.ranges) == 1


def test_a_full_disk_is_told(downloader, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(downloader, "_continue", full)
    with pytest.raises(ArtifactError, match="The disk is full"):
        downloader.get(GOOD)
