"""When a peer last answered, and what it said since when it did not."""

from BTrees.OOBTree import OOBTree
from dataclasses import astuple
from dataclasses import dataclass
import time
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.exchange.health"
#: A peer that answers is written down once a minute, not at each message.
EVERY_SECONDS = 60.0


@dataclass(frozen=True)
class Health:
    """Moments in seconds since the epoch, 0.0 when never; ``problem`` of the last try.

    ``answered`` is when it last took a message, ``since`` since when it is silent.
    """

    answered: float = 0.0
    since: float = 0.0
    problem: str = ""


def health_of(site: Any, name: str) -> Health:
    """Return what is known of a peer."""
    return Health(*IAnnotations(site).get(KEY, {}).get(name, ()))


def note_health(site: Any, name: str, problem: str) -> None:
    """Write down that a peer answered just now (no problem), or did not."""
    now, known = time.time(), health_of(site, name)
    if problem:
        new = Health(known.answered, known.since or now, problem)
    elif known.problem or now - known.answered >= EVERY_SECONDS:
        new = Health(now)
    else:
        new = known
    if new == known:
        return
    kept = IAnnotations(site)
    if KEY not in kept:
        kept[KEY] = OOBTree()
    kept[KEY][name] = astuple(new)
