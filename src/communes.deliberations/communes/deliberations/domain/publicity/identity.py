"""The names of what is published: stable for ever, and never given twice."""

from collections.abc import Mapping


def meeting_id(nis: str, assembly: str, year: int, number: int) -> str:
    """Return ``{nis}/{assembly}/{year}/{meeting number}``."""
    return f"{nis}/{assembly}/{year}/{number}"


def item_ids(
    meeting: str, numbers: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, str]:
    """Return UID -> ``{meeting}/{item number}`` for the items of an agenda.

    An item keeps the name under which it was first published, whatever its number
    becomes. A number already in another item's name gets "-2", "-3"… after it.

    :param numbers: UID -> number as shown, in the order of the agenda.
    :param given: UID -> name, of all that was ever published of the meeting.
    """
    found = dict(given)
    taken = set(given.values())
    for uid, number in numbers.items():
        if uid in found:
            continue
        name, turn = f"{meeting}/{number}", 2
        while name in taken:
            name, turn = f"{meeting}/{number}-{turn}", turn + 1
        found[uid] = name
        taken.add(name)
    return found
