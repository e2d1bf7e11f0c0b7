"""What the how-to tells integrators is executed: curl, Python and the console."""

from communes.core.jobs.tests.processes import end
from communes.core.jobs.tests.processes import environment
from communes.core.jobs.tests.processes import start
from communes.exchange.attachments.domain.attachment import sum_of
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.domain.envelope import to_json
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.signature import verify
from datetime import datetime
from datetime import UTC
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
import pytest
import re
import shutil
import subprocess
import sys
import threading
import time


KEY = Key("rocheval:1", "r" * 40)
DATA = b"%PDF-1.7 plan"
NEEDED = ("curl", "openssl", "base64", "bash")


def how_to():
    for folder in Path(__file__).parents:
        page = folder / "docs/how-to/connect-to-the-exchange.md"
        if page.exists():
            return page.read_text("utf-8")
    raise FileNotFoundError("docs/how-to/connect-to-the-exchange.md")


def blocks(language):
    found = re.findall(rf"```{language}\n(.*?)```", how_to(), re.DOTALL)
    assert found
    return found


@pytest.fixture
def work(tmp_path):
    """A folder with a message and a key."""
    message = Envelope(
        id="m1",
        kind="communes.population.person-changed.v1",
        sender="rocheval/agents",
        receiver="demo/agents",
        subject="person:1",
        sequence=1,
        time=datetime.now(UTC),
        body={"words": "Bonjour à vous"},
    )
    (tmp_path / "message.json").write_text(to_json(message), "utf-8")
    (tmp_path / "key.txt").write_text(f"{KEY.id} {KEY.secret}\n")
    return tmp_path


@pytest.fixture
def console(work):
    """The console as a peer: its address, and what it prints."""
    process = start("communes.exchange.console", "listen", "--key", work / "key.txt")
    try:
        yield process.stdout.readline().strip(), process
    finally:
        end(process)


def run(command, work, **more):
    told = {"KEYID": KEY.id, "SECRET": KEY.secret, **more}
    done = subprocess.run(
        command,
        cwd=work,
        env=environment(**told),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("tool", NEEDED)
def test_the_tools_of_the_how_to_are_there(tool):
    assert shutil.which(tool)


def test_the_examples_of_the_how_to_bring_a_message(console, work):
    address, process = console
    shell, python = blocks("bash")[0], blocks("python")[0]
    assert '"accepted"' in run(["bash", "-ec", shell], work, INBOX=address)
    assert '"duplicate"' in run([sys.executable, "-c", python], work, INBOX=address)
    printed = process.stdout.readline()
    assert printed.startswith("accepted ") and "Bonjour à vous" in printed


def test_the_console_sends_what_it_takes(console, work):
    address, _process = console
    send = ["-m", "communes.exchange.console", "send", "--to", address]
    told = run([sys.executable, *send, "--key", "key.txt", "message.json"], work)
    assert told.startswith("202 ")


def test_the_console_refuses_another_key(console, work):
    address, _process = console
    (work / "key.txt").write_text(f"{KEY.id} {'x' * 40}")
    send = ["-m", "communes.exchange.console", "send", "--to", address]
    done = subprocess.run(
        [sys.executable, *send, "--key", "key.txt", "message.json"],
        cwd=work,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1 and "signature_refused" in done.stdout


class Files(BaseHTTPRequestHandler):
    """Gives one file to who signs as our service asks."""

    def do_GET(self):
        headers = {name.lower(): value for name, value in self.headers.items()}
        verify("GET", headers, b"", KEY, int(time.time()))
        assert self.path.endswith(headers["exchange-file"])
        self.send_response(200)
        self.send_header("Content-Length", str(len(DATA)))
        self.end_headers()
        self.wfile.write(DATA)

    def log_message(self, *_args):
        """Say nothing."""


def test_the_example_of_the_how_to_fetches_a_file(work):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        files = f"http://127.0.0.1:{server.server_address[1]}/@exchange-files"
        shell = blocks("bash")[1]
        run(["bash", "-ec", shell], work, FILES=files, SUM=sum_of(DATA))
    finally:
        server.shutdown()
        server.server_close()
    assert (work / "file.bin").read_bytes() == DATA
