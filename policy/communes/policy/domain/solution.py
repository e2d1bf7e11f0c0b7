"""What the policy must know of a solution to let a commune choose and set it."""

from collections.abc import Callable
from communes.core.errors.domain import Reason
from dataclasses import dataclass
from typing import Any


def _nothing(settings: Any) -> tuple[Any, ...]:
    return ()


@dataclass(frozen=True)
class Solution:
    """One solution a commune may choose.

    ``settings`` is the dataclass of its table in ``commune.toml``, None when it has
    none; ``check`` says what no single setting can; ``bodies`` gives the ids of the
    assemblies its settings define. ``kit`` marks a block of the shared kit: it has a
    table of settings, is on every site, and is never chosen.
    """

    name: str
    distribution: str
    sites: tuple[str, ...]
    settings: type[Any] | None = None
    check: Callable[[Any], tuple[Reason, ...]] = _nothing
    bodies: Callable[[Any], tuple[str, ...]] = _nothing
    kit: bool = False

    @property
    def profile(self) -> str:
        """The GenericSetup profile that installs it."""
        return f"{self.distribution}:default"
