"""Run a whole house on this machine: database, Solr, web and worker.

Started by ``make run`` with the Python of the build. The first start creates
the commune of the profile; Ctrl-C stops everything, in reverse order.
"""

import artifacts
from build import build
from build import fingerprint
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
import configuration
from configuration import chosen_folder
from configuration import chosen_ports
from configuration import database_command
from configuration import script_command
from configuration import source_path
from configuration import web_command
import fcntl
import java_home
import json
import os
from pathlib import Path
from processes import Child
from processes import listens
from processes import require_free_port
import signal
import solr
import subprocess
import time
import urllib.error
import urllib.request
from words import Failure
from words import ROOT
from words import run_as_command
from words import say


PROFILE = os.environ.get("PROFILE", "demo")
APPLY = ROOT / "policy/communes/policy/commands/apply.py"
WORKER = ROOT / "src/communes.core/communes/core/jobs/run_worker.py"


def answers(port: int, path: str = "/@@ok") -> bool:
    """Tell whether the web process on ``port`` answers a request for ``path``."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5):
            return True
    except (OSError, urllib.error.URLError):
        return False


def profile_fingerprint(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return fingerprint(*map(str, files), *files)


def apply_profile(profile: str, var: Path, environment: dict[str, str]) -> None:
    """Create or bring up to date the sites of the profile, when its data changed."""
    folder = ROOT / "profiles" / profile
    if not (folder / "commune.toml").exists():
        raise Failure(f"There is no profile {profile}: see profiles/ for those there.")
    inputs = profile_fingerprint(folder)
    applied = var / f"applied-{profile}"
    if applied.exists() and applied.read_text() == inputs:
        return
    say(f"Applying profiles/{profile}/commune.toml (sites, solutions, people, content)")
    process = subprocess.Popen(
        script_command(var / "etc" / "worker.conf", APPLY, str(folder)),
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        for line in process.stdout or ():
            print(f"           {line.rstrip()}", flush=True)
        if process.wait():
            raise Failure(f"The profile {profile} could not be applied; see above.")
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
    applied.write_text(inputs)


class House:
    """The processes of one house, started in order and stopped in reverse."""

    def __init__(self, var: Path, ports: dict[str, int], profile: str) -> None:
        self.var = var
        self.ports = ports
        self.profile = profile
        self.children: list[Child] = []
        self.solr: solr.SolrProcess | None = None

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PYTHONPATH": source_path(),
            "COMMUNES_VAR": str(self.var),
            # Read when Chameleon is imported, before zope.conf is: compiled page
            # templates are kept from one start to the next.
            "CHAMELEON_CACHE": str(self.var / "cache"),
            "COMMUNES_SOLR_URL": f"http://127.0.0.1:{self.ports['solr']}/solr",
        }

    def start(self) -> None:
        """Start everything and return when all of it answers."""
        self._hold_the_data()
        for name, port in self.ports.items():
            require_free_port(name, port)
        etc = configuration.write(self.var, self.ports)
        database = self._child("database", database_command(etc), self._database_is_up)
        say("Starting the database")
        database.start()
        # Java takes seconds to start, and nobody needs Solr before the end.
        say("Starting Solr")
        with ThreadPoolExecutor(1) as beside:
            search = beside.submit(self._start_solr)
            apply_profile(self.profile, self.var, self.environment)
            self._start_zope(etc)
            search.result()

    def _hold_the_data(self) -> None:
        """Refuse to run two houses on the same data, whatever their ports."""
        self.var.mkdir(parents=True, exist_ok=True)
        self.lock = (self.var / "house.lock").open("w")
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Failure(
                f"A house already runs on the data of {self.var}: stop it, or give "
                "this one a folder of its own, e.g. `COMMUNES_VAR=var2 make run`."
            ) from None

    def _start_zope(self, etc: Path) -> None:
        web = self._child("web", web_command(etc), lambda: answers(self.ports["web"]))
        ready = self.var / "worker.ready"
        ready.unlink(missing_ok=True)
        command = script_command(etc / "worker.conf", WORKER)
        worker = self._child("worker", command, ready.exists)
        say("Starting web and worker")
        web.spawn()
        worker.spawn()
        web.wait()
        worker.wait()

    def _database_is_up(self) -> bool:
        return listens(self.ports["zeo"])

    def _child(self, name: str, command: list[str], ready: Callable[[], bool]) -> Child:
        log = self.var / "log" / f"{name}-console.log"
        child = Child(name, command, log, ready, environment=self.environment)
        # Listed before it is started: what half started is stopped too.
        self.children.append(child)
        return child

    def _start_solr(self) -> None:
        log = self.var / "log" / "solr.log"
        try:
            self.solr = solr.start(self.var / "solr", self.ports["solr"], log)
        except (solr.SolrError, artifacts.ArtifactError, java_home.JavaError) as error:
            raise Failure(str(error)) from error

    def watch(self) -> None:
        """Keep the processes alive until the launcher is asked to stop."""
        while True:
            time.sleep(0.5)
            self.look_after()

    def look_after(self) -> None:
        """Start again what has ended, or raise ``Failure`` when it keeps ending."""
        for child in self.children:
            child.keep_alive()
        if self.solr.process.poll() is not None:
            say("Solr ended; starting it again")
            self._start_solr()

    def stop(self) -> None:
        """Stop everything; what was never started is no matter."""
        for child in reversed(self.children):
            say(f"Stopping the {child.name}")
            child.stop()
        if self.solr is not None:
            say("Stopping Solr")
            self.solr.stop()


def print_addresses(var: Path, port: int) -> None:
    """Say where to go and who one may be, from what the last apply recorded."""
    recorded = var / f"accounts-{PROFILE}.json"
    print(f"\nThe house answers. Sites of profiles/{PROFILE}:")
    if recorded.exists():
        found = json.loads(recorded.read_text(encoding="utf-8"))
        for path in found["sites"]:
            print(f"  http://127.0.0.1:{port}{path}")
        print("Accounts:")
        for account in found["accounts"]:
            print(
                f"  {account['login']:<24} {account['password']:<16} {account['role']}"
            )
    print("Ctrl-C stops it all.", flush=True)


def ensure_java() -> None:
    """Install the Java of ``requirements/java.lock`` when the machine has none."""
    if java_home.java_on_machine(os.environ) is None:
        say("No Java on this machine: taking the one of requirements/java.lock")
        build(locks=["java"], configs=[])
    java_home.find_java(os.environ, [ROOT / ".build/venv"])


def main() -> None:
    # Started in the background of a script, a process inherits "ignore Ctrl-C".
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    try:
        ensure_java()
    except java_home.JavaError as error:
        raise Failure(str(error)) from error
    house = House(chosen_folder(), chosen_ports(), PROFILE)
    try:
        house.start()
        print_addresses(house.var, house.ports["web"])
        house.watch()
    finally:
        # A second Ctrl-C must not leave half of the processes running.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        house.stop()


if __name__ == "__main__":
    run_as_command(main)
