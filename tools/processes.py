"""Child processes of a house: started in order, watched, stopped in reverse."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
import os
from pathlib import Path
import signal
import socket
import subprocess
import time
from words import Failure
from words import say


# A process that ends more often than this within a minute is not restarted.
RESTARTS_PER_MINUTE = 3
STOP_SECONDS = 20


def require_free_port(name: str, port: int) -> None:
    """Raise ``Failure`` when something else listens on ``port`` already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            variable = f"COMMUNES_{name.upper()}_PORT"
            raise Failure(
                f"Port {port} for {name} is already in use: stop what uses it, or "
                f"choose another one, e.g. `{variable}={port + 1000} make run`."
            ) from None


@dataclass
class Child:
    """One process of the house and how to tell that it is ready."""

    name: str
    command: list[str]
    log: Path
    ready: Callable[[], bool]
    ready_seconds: int = 90
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen | None = None
    ends: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start the process and return when it is ready, or raise ``Failure``."""
        self.spawn()
        self.wait()

    def wait(self) -> None:
        """Return when the process that was spawned is ready, or raise ``Failure``."""
        limit = time.monotonic() + self.ready_seconds
        while not self.ready():
            if self.process.poll() is not None:
                raise Failure(f"{self.name} ended while starting: {self.last_words()}")
            if time.monotonic() > limit:
                raise Failure(
                    f"{self.name} did not answer within {self.ready_seconds} s: "
                    f"{self.last_words()}"
                )
            time.sleep(0.1)

    def spawn(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as output:
            # Its own session: Ctrl-C reaches the launcher only, which stops
            # the others in order.
            self.process = subprocess.Popen(
                self.command,
                stdout=output,
                stderr=output,
                stdin=subprocess.DEVNULL,
                env={**os.environ, **self.environment},
                start_new_session=True,
            )

    def last_words(self) -> str:
        lines = self.log.read_text(errors="replace").strip().splitlines()
        return f"“{lines[-1] if lines else 'it said nothing'}” (all of it: {self.log})"

    def keep_alive(self) -> None:
        """Start the process again when it has ended, unless it keeps ending."""
        if self.process is None or self.process.poll() is None:
            return
        now = time.monotonic()
        self.ends = [end for end in self.ends if now - end < 60] + [now]
        if len(self.ends) > RESTARTS_PER_MINUTE:
            raise Failure(f"{self.name} keeps ending: {self.last_words()}")
        say(f"{self.name} ended with {self.process.returncode}; starting it again")
        self.spawn()

    def stop(self) -> None:
        """End the process and what it started, politely at first."""
        if self.process is None:
            return
        self._signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            pass
        self._signal(signal.SIGKILL)
        self.process.wait()

    def _signal(self, number: int) -> None:
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            pass


def listens(port: int) -> bool:
    """Tell whether something accepts connections on ``port`` of the loopback."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0
