"""Agendas that take their events from others, never in a circle."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.web.domain.errors import Feeding


#: Agenda -> the agendas it is fed by, right away.
Feeds = Mapping[str, Sequence[str]]


def sources_of(feeds: Feeds, agenda: str) -> tuple[str, ...]:
    """Return an agenda, then all that feed it, the nearest first, each once."""
    found = [agenda]
    for here in found:
        found += [one for one in dict.fromkeys(feeds.get(here, ())) if one not in found]
    return tuple(found)


def shown_in(feeds: Feeds, agenda: str) -> frozenset[str]:
    """Return every agenda that shows the events of one, itself included."""
    known = {agenda, *feeds, *(one for row in feeds.values() for one in row)}
    return frozenset(one for one in known if agenda in sources_of(feeds, one))


def refuse_circle(feeds: Feeds, agenda: str, source: str) -> None:
    """Let an agenda be fed by another only when it does not feed that one.

    :raises Feeding: it says by which way it would.
    """
    if agenda in sources_of(feeds, source):
        path = " → ".join((agenda, *_way(feeds, source, agenda)))
        raise Feeding(field="fed_by", name=agenda, path=path)


def _way(feeds: Feeds, first: str, last: str) -> tuple[str, ...]:
    """Return the shortest way by which ``last`` feeds ``first``, both included."""
    ways: list[tuple[str, ...]] = [(first,)]
    seen = {first}
    for way in ways:
        if way[-1] == last:
            return way
        fresh = [one for one in feeds.get(way[-1], ()) if one not in seen]
        seen.update(fresh)
        ways += [(*way, one) for one in fresh]
    return ()
