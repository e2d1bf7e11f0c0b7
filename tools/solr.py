"""Build Solr, start it on the loopback address, wait until it answers, stop it.

As a command::

    python tools/solr.py build
    python tools/solr.py run --home var/solr --port 8983 --log var/log/solr.log

As a module, for the run script and the tests: ``build``, ``start`` and the
``SolrProcess`` it returns.
"""

import argparse
import artifacts
from collections.abc import Sequence
from dataclasses import dataclass
import java_home
import os
from pathlib import Path
import signal
import socket
import solr_assembly
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request


HOST = "127.0.0.1"
START_SECONDS = 90
# How many cores are open at once; the others are opened when they are asked.
LOADED_CORES_VARIABLE = "COMMUNES_SOLR_LOADED_CORES"
STOP_SECONDS = 20
BUILD_ENVIRONMENTS = solr_assembly.ROOT / ".build"


class SolrError(Exception):
    """Solr does not start; the message is one sentence with the cure."""


@dataclass
class SolrProcess:
    """A running Solr; ``url`` is the base under which the cores answer."""

    process: subprocess.Popen[bytes]
    port: int

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}/solr"

    def stop(self) -> None:
        """End this process, gently first; return when it is gone."""
        if self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def build() -> Path:
    """Put Solr together if it is not yet, with words of progress; return its folder.

    :raises artifacts.ArtifactError: a locked file can not be had.
    """
    return solr_assembly.assemble(lambda line: print(line, flush=True), os.environ)


def free_port() -> int:
    """Return a port of the loopback address that nothing listens on right now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def start(
    home: Path,
    port: int,
    log: Path,
    heap: str = "512m",
    zookeeper: str = "",
    options: Sequence[str] = (),
) -> SolrProcess:
    """Start Solr on ``port`` with its data in ``home``; return when it answers.

    :param log: file that takes what Solr says; made anew.
    :param heap: upper bound of its memory, as Java writes it.
    :param zookeeper: ``host:port`` of the ZooKeeper whose SolrCloud it joins; a Solr
        for itself without.
    :param options: further words for Java.
    :raises SolrError: the port is busy, or Solr ends or stays silent.
    :raises java_home.JavaError: no Java, or one too old.
    :raises artifacts.ArtifactError: it has first to be built, and can not.
    """
    refuse_busy(port)
    program = build()
    java = find_java()
    home = home.resolve()
    home.mkdir(parents=True, exist_ok=True)
    log.parent.mkdir(parents=True, exist_ok=True)
    solr_assembly.prepare_home(home)
    arguments = _arguments(program, home, port, log.resolve(), heap)
    if zookeeper:
        arguments[1:1] = [f"-DzkHost={zookeeper}", f"-Dsolr.port.advertise={port}"]
    arguments[1:1] = options
    running = SolrProcess(spawn([str(java), *arguments], log), port)
    try:
        _wait(running, log)
    except BaseException:
        running.stop()
        raise
    return running


def find_java() -> Path:
    """Return the Java to run with. :raises java_home.JavaError: none, or too old."""
    environments = [path.parent for path in BUILD_ENVIRONMENTS.glob("*/pyvenv.cfg")]
    return java_home.find_java(os.environ, environments)


def spawn(command: list[str], log: Path) -> "subprocess.Popen[bytes]":
    """Start a program whose words go to ``log``, made anew."""
    with log.open("wb") as stream:
        return subprocess.Popen(
            command,
            stdout=stream,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            # Its own session: Ctrl-C reaches whoever started it, which then stops it.
            start_new_session=True,
        )


def _arguments(program: Path, home: Path, port: int, log: Path, heap: str) -> list[str]:
    jetty = program / "jetty-home"
    properties = {
        "jetty.home": jetty,
        "jetty.base": program / "base",
        "jetty.http.host": HOST,
        "jetty.http.port": port,
        "solr.solr.home": home,
        "solr.install.dir": program / "install",
        "solr.log.dir": log.parent,
        "log4j2.configurationFile": program / "log4j2.xml",
        "java.awt.headless": "true",
        # The configuration is ours and comes from the repository only.
        "disable.configEdit": "true",
    }
    loaded = os.environ.get(LOADED_CORES_VARIABLE, "")
    if loaded:
        properties["communes.loaded.cores"] = loaded
    settings = [f"-D{name}={value}" for name, value in properties.items()]
    return [f"-Xmx{heap}", *settings, "-jar", str(jetty / "start.jar")]


def refuse_busy(port: int) -> None:
    """Refuse a port that is in use. :raises SolrError:"""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise SolrError(
                f"Port {port}, meant for Solr, can not be used ({error.strerror}): "
                "stop the other program, or choose another port."
            ) from error


def _wait(running: SolrProcess, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if running.process.poll() is not None:
            raise SolrError(
                f"Solr ended at once (status {running.process.returncode}): "
                f"{last_line(log)} Read {log}."
            )
        try:
            address = f"{running.url}/admin/cores?action=STATUS"
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise SolrError(f"Solr does not answer after {START_SECONDS} s: read {log}.")


def last_line(log: Path) -> str:
    """Return the last words of a program."""
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing."


def run(home: Path, port: int, log: Path) -> None:
    """Run Solr in the foreground until TERM or Ctrl-C."""
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    running = start(home, port, log)
    print(f"Solr answers at {running.url} (process {running.pid}).", flush=True)
    while not ended.wait(0.5):
        if running.process.poll() is not None:
            raise SolrError(f"Solr has ended by itself: {last_line(log)} Read {log}.")
    running.stop()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("build", help="fetch the locked files and put Solr together")
    runner = verbs.add_parser("run", help="run Solr until Ctrl-C")
    runner.add_argument("--home", type=Path, required=True)
    runner.add_argument("--port", type=int, default=8983)
    runner.add_argument("--log", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    try:
        if chosen.verb == "build":
            print(build())
        else:
            run(chosen.home, chosen.port, chosen.log)
    except (SolrError, artifacts.ArtifactError, java_home.JavaError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
