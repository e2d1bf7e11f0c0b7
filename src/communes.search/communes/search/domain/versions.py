"""When a document may replace another: by the state of the database it was read from.

A version is the number of the last transaction that the reader of a document saw. A
document carries two: of its whole, and of its rights, which may be changed alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


VERSION = "version_l"
RIGHTS_VERSION = "rights_version_l"
GONE = "gone"
STAMP = "_version_"
RIGHTS = "allowedRolesAndUsers"
# What the house promises from the sending of a document to the search that finds it.
VISIBLE_WITHIN_SECONDS = 2.0
# What Solr takes as "only if there is none yet".
NO_STAMP = -1
# What has to be looked at before something is sent.
LOOKED_AT = (VERSION, RIGHTS_VERSION, GONE, STAMP)


class Verdict(StrEnum):
    """What to do with a document that was read at some version."""

    SEND = "send"
    DROP = "drop"  # something newer is there
    READ_AGAIN = "read again"  # newer than the whole, older than the rights


@dataclass(frozen=True)
class Known:
    """What the index holds of one object.

    ``stamp`` is the index's own number of the state of this document: what is sent
    with it is refused when somebody else was first. ``gone``: the object was deleted.
    """

    stamp: int
    version: int
    rights: int
    gone: bool = False


def known(found: Mapping[str, object]) -> Known:
    """Return what a found document says; one without version is older than any."""
    numbers = [found.get(name) for name in (STAMP, VERSION, RIGHTS_VERSION)]
    stamp, version, rights = (n if isinstance(n, int) else 0 for n in numbers)
    return Known(stamp, version, max(rights, version), found.get(GONE) is True)


def judge_whole(there: Known | None, version: int) -> Verdict:
    """Say what to do with a whole document, or a deletion, read at ``version``.

    The same version is sent again: it is the same state, maybe better written.
    """
    if there is None:
        return Verdict.SEND
    if version < there.version:
        return Verdict.DROP
    if version < there.rights:
        return Verdict.READ_AGAIN
    return Verdict.SEND


def judge_rights(there: Known | None, version: int) -> Verdict:
    """Say what to do with rights alone: never make a document of them."""
    if there is None or there.gone or version < there.rights:
        return Verdict.DROP
    return Verdict.SEND


def stamped(document: Mapping[str, object], there: Known | None) -> dict[str, object]:
    """Return the document as it is sent: only onto what was looked at."""
    return {**document, STAMP: NO_STAMP if there is None else there.stamp}


def tombstone(uid: str, version: int, moment: str) -> dict[str, object]:
    """Return what stays of a deleted object, so that nothing older brings it back.

    It has no rights, so that nobody finds it.

    :param moment: when, as Solr writes it; it is swept away some time later.
    """
    return {
        "UID": uid,
        VERSION: version,
        RIGHTS_VERSION: version,
        GONE: True,
        "portal_type": "gone",
        "path": "/",
        "indexed_at": moment,
    }


def rights_alone(uid: str, version: int, tokens: list[str]) -> dict[str, object]:
    """Return the change of the rights of a document, leaving the rest as it is."""
    return {"UID": uid, RIGHTS: {"set": tokens}, RIGHTS_VERSION: {"set": version}}


def is_rights_alone(document: Mapping[str, object]) -> bool:
    """Tell whether this is a change of rights, and no whole document."""
    return isinstance(document.get(RIGHTS), Mapping)


def judge(there: Known | None, document: Mapping[str, object]) -> Verdict:
    """Say what to do with anything that may be sent; it knows its own version."""
    if is_rights_alone(document):
        change = document[RIGHTS_VERSION]
        version = change["set"] if isinstance(change, Mapping) else 0
        return judge_rights(there, int(str(version)))
    return judge_whole(there, int(str(document[VERSION])))
