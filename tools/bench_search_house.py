"""The house of the search benchmark: a database, a Solr and two processes of Zope."""

import base64
from bench import free_ports
import bench_search_texts as texts
from collections.abc import Iterator
import configuration
from configuration import database_command
from configuration import script_command
from contextlib import contextmanager
from http.client import HTTPConnection
import json
import os
from pathlib import Path
import run
import solr
import subprocess
import time
from urllib.parse import urlencode
from words import Failure
from words import ROOT
from words import say


HEAP = "1500m"


class SearchHouse(run.House):
    """A house without a commune: its sites are made by the benchmark."""

    @property
    def environment(self) -> dict[str, str]:
        """Without a sweep: it would take away the records that have no object."""
        return {**super().environment, "COMMUNES_SWEEP_HOURS": "0"}

    def start(self) -> None:
        """Start the database and Solr; web and worker come when there are sites."""
        self._hold_the_data()
        self.etc = configuration.write(self.var, self.ports)
        database = self._child(
            "database", database_command(self.etc), self._database_is_up
        )
        database.start()
        log = self.var / "log" / "solr.log"
        self.solr = solr.start(self.var / "solr", self.ports["solr"], log, heap=HEAP)

    def serve(self) -> None:
        """Start web and worker."""
        self._start_zope(self.etc)

    def inside(self, verb: str, count: int) -> dict:
        """Run a verb of the content script to its end; return what it measured."""
        say(f"{verb} {count}")
        return self.result(*self.begin("bench_search_content.py", verb, str(count)))

    def begin(self, script: str, *words: str) -> tuple["subprocess.Popen[str]", Path]:
        """Start a script with ``app``; return it and the file it will write."""
        out = self.var / f"{script}-{'-'.join(words).replace('/', '-')}.json"
        out.unlink(missing_ok=True)
        conf = self.var / "etc" / "worker.conf"
        process = subprocess.Popen(
            script_command(conf, ROOT / "tools" / script, *words, str(out)),
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        return process, out

    def result(self, process: "subprocess.Popen[str]", out: Path) -> dict:
        """Wait for a script; return what it wrote.

        :raises Failure: it ended otherwise.
        """
        said = process.communicate()[1]
        if process.returncode or not out.exists():
            raise Failure(f"{' '.join(process.args[-4:])} failed: {said[-3000:]}")
        return json.loads(out.read_text(encoding="utf-8"))


@contextmanager
def house(var: Path) -> Iterator[SearchHouse]:
    started = SearchHouse(var, free_ports(), "demo")
    try:
        started.start()
        yield started
    finally:
        started.stop()


class Rest:
    """One client of the service, on one connection, as the reader."""

    def __init__(self, port: int, site: str) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self._site = site
        token = base64.b64encode(":".join(texts.LOGIN).encode()).decode()
        self._headers = {
            "Accept": "application/json",
            "Authorization": f"Basic {token}",
        }

    def ask(self, text: str) -> tuple[float, dict]:
        """Return the milliseconds and the answer of one question."""
        words = urlencode([("q", text), ("facet", "type"), ("facet", "subject")])
        begin = time.perf_counter()
        self._connection.request(
            "GET", f"/{self._site}/@communes-search?{words}", headers=self._headers
        )
        answer = self._connection.getresponse()
        body = answer.read()
        spent = (time.perf_counter() - begin) * 1000
        if answer.status != 200:
            raise Failure(f"{text}: HTTP {answer.status} {body[:300]!r}")
        return spent, json.loads(body)


def by_rest(port: int, requests: int) -> dict:
    """Ask by HTTP, a new question each time, one after the other."""
    client = Rest(port, texts.SITE)
    asked = texts.questions(requests + 40)
    for text in asked[:40]:
        client.ask(text)
    answers = [client.ask(text) for text in asked[40:]]
    times = sorted(spent for spent, _answer in answers)
    return {
        "p50": times[len(times) // 2],
        "p95": times[int(len(times) * 0.95)],
        "limited": sum(answer["degraded"] for _spent, answer in answers),
    }


def reindex_under_search(started: SearchHouse, count: int) -> dict:
    """Reindex while another process searches; return both sides."""
    say(f"again {count}")
    process, out = started.begin("bench_search_content.py", "again", str(count))
    client = Rest(started.ports["web"], texts.REAL)
    times: list[float] = []
    limited = 0
    while process.poll() is None:
        spent, answer = client.ask("voirie")
        limited += answer["degraded"]
        times.append(spent)
        time.sleep(0.2)
    times.sort()
    return {
        **started.result(process, out),
        "searches": len(times),
        "limited": limited,
        "search_p95": times[int(len(times) * 0.95)],
    }


def reindex_by_two(started: SearchHouse) -> dict:
    """Have two processes share the reindex of the small site; return what both took."""
    say("shared by two")
    script = "bench_search_content.py"
    both = [started.begin(script, "shared", "1", name) for name in ("a", "b")]
    parts = [started.result(*each) for each in both]
    return {
        "documents": max(part["documents"] for part in parts),
        "seconds": max(part["seconds"] for part in parts),
        "cpu": sum(part["cpu"] for part in parts),
    }


def resident(pid: int) -> int:
    """Return what a process holds in memory, in MiB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 // 2**20
