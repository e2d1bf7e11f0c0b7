"""When to ask a server that was in trouble again: a circuit, as a pure value."""

from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum


class State(StrEnum):
    """``closed``: ask; ``open``: do not; ``half_open``: one probe is under way."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


@dataclass(frozen=True)
class Limits:
    """When a circuit opens and when it is probed.

    :param failures: failures in a row that open it; a time-out opens it at once,
        for the server stops a heavy search by itself long before.
    :param first_wait: seconds before the first probe; doubled by each failed one.
    :param longest_wait: seconds between two probes at most.
    :param probe_limit: seconds after which a probe that never came back counts as
        lost, so that another may go.
    """

    failures: int = 3
    first_wait: float = 2.0
    longest_wait: float = 15.0
    probe_limit: float = 10.0


@dataclass(frozen=True)
class Circuit:
    """What is remembered of a server. Times are seconds of any one clock."""

    limits: Limits = Limits()
    state: State = State.CLOSED
    failures: int = 0
    wait: float = 0.0
    since: float = 0.0

    @property
    def retry_at(self) -> float:
        """When the next probe may go, if the circuit is not closed."""
        if self.state is State.HALF_OPEN:
            return self.since + self.limits.probe_limit
        return self.since + self.wait

    def is_probe_due(self, now: float) -> bool:
        """Tell whether someone should probe now; who does calls ``probing``."""
        return self.state is not State.CLOSED and now >= self.retry_at

    def probing(self, now: float) -> "Circuit":
        """Return the circuit with one probe under way."""
        return replace(self, state=State.HALF_OPEN, since=now)

    def succeeded(self) -> "Circuit":
        """Return the circuit after an answer: closed, with nothing remembered."""
        return Circuit(self.limits)

    def failed(self, now: float, timed_out: bool = False) -> "Circuit":
        """Return the circuit after a failure of a search or of the probe.

        A search that was under way when the circuit opened changes nothing more.
        """
        if self.state is State.OPEN:
            return self
        if self.state is State.HALF_OPEN:
            wait = min(self.wait * 2, self.limits.longest_wait)
            return replace(self, state=State.OPEN, wait=wait, since=now)
        failures = self.failures + 1
        if not timed_out and failures < self.limits.failures:
            return replace(self, failures=failures)
        return replace(
            self,
            state=State.OPEN,
            failures=failures,
            wait=self.limits.first_wait,
            since=now,
        )
