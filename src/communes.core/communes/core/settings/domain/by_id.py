"""A list of things with an id is merged thing by thing, not as one lump.

The kit's flat settings keep a list as one value. For the assemblies of a commune
that would be too coarse: one title changed live would hold back every change of the
file. Here ``assemblies = [{id: "college", title: "T"}]`` becomes
``assemblies = ["college"]`` and ``assemblies.college.title = "T"``, and back.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from typing import Any


Flat = Mapping[str, Any]


def expand(flat: Flat) -> dict[str, Any]:
    """Return the flat settings with every list of identified things taken apart."""
    expanded: dict[str, Any] = {}
    for key, value in flat.items():
        _expand_into(expanded, key, value)
    return expanded


def collapse(expanded: Flat, roots: Iterable[str]) -> dict[str, Any]:
    """Return the flat settings ``expand`` took apart, for the keys ``roots``.

    An id without any value of its own is left out: the list named it, and nothing
    says what it is.
    """
    return {root: _collapsed(expanded, root) for root in roots if root in expanded}


def roots_of(changed: Iterable[str], roots: Iterable[str]) -> list[str]:
    """Return those of ``roots`` under which one of the ``changed`` keys stands."""
    touched = list(changed)
    return [
        root
        for root in roots
        if any(key == root or key.startswith(f"{root}.") for key in touched)
    ]


def _expand_into(expanded: dict[str, Any], key: str, value: Any) -> None:
    things = list(value) if isinstance(value, list | tuple) else None
    if things is None:
        expanded[key] = value
        return
    ids = [_id_of(thing) for thing in things]
    if not things or None in ids or len(set(ids)) < len(ids):
        expanded[key] = things
        return
    expanded[key] = ids
    for id_, thing in zip(ids, things, strict=True):
        for name, inner in thing.items():
            if name != "id":
                _expand_into(expanded, f"{key}.{id_}.{name}", inner)


def _id_of(thing: Any) -> str | None:
    found = thing.get("id") if isinstance(thing, Mapping) else None
    return found if isinstance(found, str) and "." not in found else None


def _collapsed(expanded: Flat, key: str) -> Any:
    value = expanded[key]
    if not isinstance(value, list):
        return value
    things = [_thing(expanded, f"{key}.{id_}", id_) for id_ in value]
    found = [thing for thing in things if thing is not None]
    return found if found else value


def _thing(expanded: Flat, path: str, id_: object) -> dict[str, Any] | None:
    names = [
        key.removeprefix(f"{path}.") for key in expanded if key.startswith(f"{path}.")
    ]
    own = [name for name in names if "." not in name]
    if not own:
        return None
    return {"id": id_, **{name: _collapsed(expanded, f"{path}.{name}") for name in own}}
