"""What a member keeps for himself of a meeting: read marks and private notes.

They stand on the meeting under the account of their author, and are given to that
account only: no index, no export and no other function of the house reads them.
Texts that were read are kept once, whoever read them.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from communes.core.access.permission import current_user
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.workspace.reading import Seen
from communes.deliberations.storage import part
from communes.deliberations.storage.version import texts_now
import hashlib
import json


MARKS = "read_marks"
NOTES = "private_notes"
TEXTS = "read_texts"
MAX_NOTE = 20_000


def read_marks(meeting: IMeeting) -> tuple[dict[str, Seen] | None, str]:
    """Return what the current user had read, in agenda order, and when (ISO)."""
    kept = getattr(meeting.aq_base, MARKS, None)
    if kept is None:
        return None, ""
    data, _revision = part.read(kept, current_user(), dict)
    if not data:
        return None, ""
    seen = {row[0]: Seen(*row[:4]) for row in data["items"]}
    return seen, data["on"]


def keep_read(meeting: IMeeting, seen: Mapping[str, Seen], items: Mapping, on: str):
    """Keep that the current user has read these items as they are now.

    :param items: UID -> the item, for those whose texts may be read.
    """
    rows = []
    for uid, one in seen.items():
        digest = _kept_text(meeting, items[uid]) if uid in items else ""
        rows.append((one.uid, one.number, one.title, one.state, digest))
    part.write(
        _tree(meeting, MARKS),
        current_user(),
        {"items": rows, "on": on},
        by=current_user(),
        change="lu",
    )


def texts_read(meeting: IMeeting, uid: str) -> dict[str, str] | None:
    """Return the texts of an item as the current user read them, None if not."""
    kept = getattr(meeting.aq_base, MARKS, None) or {}
    data, _revision = part.read(kept, current_user(), dict) if kept else ({}, 0)
    digest = next((row[4] for row in data.get("items", ()) if row[0] == uid), "")
    text = (getattr(meeting.aq_base, TEXTS, None) or {}).get(digest)
    return json.loads(text) if text else None


def note_of(meeting: IMeeting, uid: str) -> tuple[str, int]:
    """Return the current user's own note on an item, and its revision."""
    kept = getattr(meeting.aq_base, NOTES, None)
    if kept is None:
        return "", 0
    return part.read(kept, f"{current_user()}\n{uid}", str)


def noted_items(meeting: IMeeting) -> frozenset[str]:
    """Return the UIDs of the items the current user has a note on."""
    kept = getattr(meeting.aq_base, NOTES, None)
    if kept is None:
        return frozenset()
    own = f"{current_user()}\n"
    return frozenset(
        key[len(own) :] for key in kept.keys(own, f"{own}\uffff") if kept[key].data
    )


def keep_note(meeting: IMeeting, uid: str, text: str, revision: int | None) -> int:
    """Keep the current user's own note.

    :raises StaleRevision: the same person wrote it elsewhere meanwhile.
    """
    return part.write(
        _tree(meeting, NOTES),
        f"{current_user()}\n{uid}",
        text[:MAX_NOTE],
        by=current_user(),
        change="la note",
        revision=revision,
        what="Votre note",
    )


def _kept_text(meeting: IMeeting, item: object) -> str:
    text = json.dumps(texts_now(item), ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()
    _tree(meeting, TEXTS).setdefault(digest, text)
    return digest


def _tree(meeting: IMeeting, name: str) -> OOBTree:
    if getattr(meeting.aq_base, name, None) is None:
        setattr(meeting, name, OOBTree())
    return getattr(meeting, name)
