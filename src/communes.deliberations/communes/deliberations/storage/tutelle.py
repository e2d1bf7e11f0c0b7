"""The supervision of an act, kept on its item as a part."""

from communes.core.access.permission import current_user
from communes.core.deadlines.api import working_calendar
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.tutelle.follow import deadline
from communes.deliberations.domain.tutelle.follow import TutelleFile
from communes.deliberations.storage import part
from communes.deliberations.storage.plain import to_plain


NAME = "tutelle_file"
INDEXES = ["deliberations_tutelle", "deliberations_tutelle_deadline"]


def tutelle_of(item: IMeetingItem) -> tuple[TutelleFile, int]:
    """Return the supervision as it was noted, and its revision.

    An item that its service marked for the supervision is to be sent.
    """
    data, revision = part.read(item, NAME, dict)
    return TutelleFile(**data), revision


def save_tutelle(
    item: IMeetingItem, file: TutelleFile, revision: int | None = None
) -> int:
    """Keep the supervision, and what lists show of it; return the new revision.

    :raises StaleRevision: somebody else noted something since ``revision``.
    """
    new = part.write(
        item,
        NAME,
        to_plain(file),
        by=current_user(),
        change="le suivi de la tutelle a été noté",
        revision=revision,
        what="Le suivi de la tutelle",
    )
    item.reindexObject(idxs=INDEXES)
    return new


def tutelle_index(item: IMeetingItem) -> tuple[str, str]:
    """Return what lists ask: "", "open" or "closed", and the last day as ISO text.

    What depends on the day is left to who asks: it compares with that text.
    """
    file, _revision = tutelle_of(item)
    if not file.act:
        return "", ""
    if file.outcome:
        return "closed", ""
    last = deadline(file, working_calendar())
    return "open", last.date.isoformat() if last is not None else ""
