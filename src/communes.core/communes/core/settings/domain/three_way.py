"""A value wanted by a file meets a value changed live, and nobody's work is lost."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Kept:
    """A value somebody changed live, which the file did not overwrite."""

    key: str
    live: object
    wanted: object


@dataclass(frozen=True)
class Merge:
    """What a merge decided.

    :param changes: what to write, key to value.
    :param kept: what was changed live and stays.
    :param applied: what to remember as "applied last", whole.
    """

    changes: Mapping[str, object]
    kept: tuple[Kept, ...]
    applied: Mapping[str, object]


def merge(
    applied_last: Mapping[str, object],
    wanted: Mapping[str, object],
    live: Mapping[str, object],
    force: bool = False,
) -> Merge:
    """Decide per flat key between the file and the live site.

    A live value equal to the one applied last was not touched, so the file wins.
    A live value that differs was changed by somebody: it is kept and reported, and
    what was applied last stays remembered, so that it is reported again next time.
    A key never applied before takes the value of the file. ``force`` lets the file
    win everywhere. Keys the file does not name are left alone.
    """
    changes: dict[str, object] = {}
    kept: list[Kept] = []
    applied = dict(applied_last)
    for key, value in wanted.items():
        touched = key in applied_last and key in live and live[key] != applied_last[key]
        if key in live and live[key] == value:
            applied[key] = value
        elif touched and not force:
            kept.append(Kept(key, live[key], value))
        else:
            changes[key] = value
            applied[key] = value
    return Merge(changes, tuple(kept), applied)
