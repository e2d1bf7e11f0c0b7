"""One whole house for the stories: the launcher's own, on free ports."""

from configuration import web_command
from contextlib import contextmanager
from dataclasses import dataclass
import json
import os
from pathlib import Path
from processes import Child
import run
import signal
import solr
import threading
from words import ROOT


@dataclass(frozen=True)
class Account:
    """Somebody of the demo, as ``make run`` prints them."""

    login: str
    password: str
    role: str


class StoryHouse(run.House):
    """The house of ``make run``, which a story may break on purpose."""

    def __init__(self, var: Path, profile: str = "demo") -> None:
        ports = {name: solr.free_port() for name in ("web", "worker", "zeo", "solr")}
        super().__init__(var, ports, profile)
        self.left_alone = threading.Event()
        self.looked_after = threading.Lock()
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self.watch, daemon=True)

    @property
    def url(self) -> str:
        """The address of the agents' site."""
        return f"http://127.0.0.1:{self.ports['web']}/{self.profile}/agents"

    @property
    def accounts(self) -> dict[str, Account]:
        """The accounts of the demo, by login."""
        recorded = self.var / f"accounts-{self.profile}.json"
        found = json.loads(recorded.read_text(encoding="utf-8"))["accounts"]
        return {one["login"]: Account(**one) for one in found}

    def start(self) -> None:
        super().start()
        self._watcher.start()

    def watch(self) -> None:
        """Look after the processes as ``make run`` does, until the stories end."""
        while not self._ended.wait(0.5):
            with self.looked_after:
                if not self.left_alone.is_set():
                    self.look_after()

    def stop(self) -> None:
        self._ended.set()
        if self._watcher.is_alive():
            self._watcher.join()
        super().stop()

    def child(self, name: str) -> Child:
        return next(one for one in self.children if one.name == name)

    def kill(self, name: str) -> int:
        """End a process without a warning, as a fault would; return which it was."""
        pid = self.child(name).process.pid
        os.kill(pid, signal.SIGKILL)
        return pid

    @contextmanager
    def without_solr(self):
        """Kill Solr and keep it away as long as the block runs; then it is back."""
        self.left_alone.set()
        # Whoever looks after the house may just be at it.
        with self.looked_after:
            self.solr.process.kill()
            self.solr.process.wait()
        try:
            yield
        finally:
            with self.looked_after:
                self._start_solr()
            self.left_alone.clear()

    def start_second_web(self) -> str:
        """Start one more web process beside the first; return its site's address."""
        port = solr.free_port()
        first = f"127.0.0.1:{self.ports['web']}"
        etc = self.var / "etc-second"
        etc.mkdir()
        for name in ("web.conf", "web.ini"):
            text = (self.var / "etc" / name).read_text()
            text = text.replace(first, f"127.0.0.1:{port}")
            text = text.replace(str(self.var / "etc"), str(etc))
            (etc / name).write_text(text.replace("/log/web", "/log/web-second"))
        command = web_command(etc)
        self._child("web-second", command, lambda: run.answers(port)).start()
        return self.url.replace(first, f"127.0.0.1:{port}")


@contextmanager
def running_house(var: Path):
    """Yield a house that answers; stop all of it, whatever happens meanwhile."""
    run.ensure_java()
    house = StoryHouse(var)
    try:
        house.start()
        yield house
    finally:
        house.stop()


__all__ = ["ROOT", "Account", "StoryHouse", "running_house"]
