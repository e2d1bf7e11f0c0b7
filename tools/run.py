"""Run a whole house on this machine: database, Solr, web and worker.

Started by ``make run`` with the Python of the build. The first start creates
the commune of the profile; Ctrl-C stops everything, in reverse order.
"""

import artifacts
from build import build
from build import fingerprint
from build import settings_from_environment
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


PORTS = {"web": 8080, "worker": 8081, "zeo": 8100, "solr": 8983}
PROFILE = os.environ.get("PROFILE", "demo")


def ports() -> dict[str, int]:
    """Return the port of each process, from the environment or the default."""
    given = settings_from_environment()
    return {name: int(given.get(f"{name}-port", port)) for name, port in PORTS.items()}


def variable_folder() -> Path:
    return Path(settings_from_environment().get("var", ROOT / "var")).resolve()


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


def apply_profile(var: Path, environment: dict[str, str]) -> None:
    """Create or bring up to date the sites of the profile, when its data changed."""
    folder = ROOT / "profiles" / PROFILE
    if not (folder / "commune.toml").exists():
        raise Failure(f"There is no profile {PROFILE}: see profiles/ for those there.")
    inputs = profile_fingerprint(folder)
    applied = var / f"applied-{PROFILE}"
    if applied.exists() and applied.read_text() == inputs:
        return
    say(f"Applying profiles/{PROFILE}/commune.toml (sites, solutions, people, content)")
    script = ROOT / "policy" / "communes" / "policy" / "commands" / "apply.py"
    command = [str(ROOT / "bin" / "instance"), "run", str(script), str(folder)]
    process = subprocess.Popen(
        command,
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
            raise Failure(f"The profile {PROFILE} could not be applied; see above.")
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
    applied.write_text(inputs)


def zope_children(var: Path, port: dict[str, int], solr_url: str) -> list[Child]:
    """Return the web and worker processes, which share one environment."""
    environment = environment_of(var, solr_url)
    worker = ROOT / "src/communes.core/communes/core/jobs/worker.py"
    ready = var / "worker.ready"
    ready.unlink(missing_ok=True)
    return [
        Child(
            "web",
            [str(ROOT / "bin/instance"), "console"],
            var / "log/web-console.log",
            lambda: answers(port["web"]),
            environment=environment,
        ),
        Child(
            "worker",
            [str(ROOT / "bin/worker"), "run", str(worker)],
            var / "log/worker-console.log",
            ready.exists,
            environment={**environment, "COMMUNES_WORKER_READY": str(ready)},
        ),
    ]


def environment_of(var: Path, solr_url: str) -> dict[str, str]:
    return {"COMMUNES_VAR": str(var), "COMMUNES_SOLR_URL": solr_url}


class House:
    """The running processes, in the order they were started."""

    def __init__(self) -> None:
        self.var = variable_folder()
        self.port = ports()
        self.children: list[Child] = []
        self.solr = None

    def start(self) -> None:
        for name, port in self.port.items():
            require_free_port(name, port)
        say("Starting the database (ZEO)")
        zeo = Child(
            "database",
            [str(ROOT / "bin/zeoserver"), "fg"],
            self.var / "log/zeoserver-console.log",
            lambda: listens(self.port["zeo"]),
        )
        self._start(zeo)
        self._start_solr()
        solr_url = f"http://127.0.0.1:{self.port['solr']}/solr"
        apply_profile(self.var, environment_of(self.var, solr_url))
        for child in zope_children(self.var, self.port, solr_url):
            say(f"Starting {child.name}")
            self._start(child)

    def _start(self, child: Child) -> None:
        # Listed before it is started: what half started is stopped too.
        self.children.append(child)
        child.start()

    def _start_solr(self) -> None:
        say("Starting Solr")
        log = self.var / "log/solr.log"
        try:
            self.solr = solr.start(self.var / "solr", self.port["solr"], log)
        except (solr.SolrError, artifacts.ArtifactError, java_home.JavaError) as error:
            raise Failure(str(error)) from error

    def watch(self) -> None:
        """Keep the processes alive until the launcher is asked to stop."""
        while True:
            time.sleep(0.5)
            for child in self.children:
                child.keep_alive()
            if self.solr.process.poll() is not None:
                say("Solr ended; starting it again")
                self._start_solr()

    def stop(self) -> None:
        for child in reversed(self.children):
            say(f"Stopping {child.name}")
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
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        ensure_java()
    except java_home.JavaError as error:
        raise Failure(str(error)) from error
    house = House()
    try:
        house.start()
        print_addresses(house.var, house.port["web"])
        house.watch()
    finally:
        # A second Ctrl-C must not leave half of the processes running.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        house.stop()


if __name__ == "__main__":
    run_as_command(main)
