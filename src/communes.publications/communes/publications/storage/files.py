"""The files of a meeting: kept when it arrives, shown when it is."""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from communes.exchange.attachments.api import fetch
from communes.publications.content.published import IPublishedMeeting
from typing import Any


def keep_files(
    site: Any, sender: str, meeting: IPublishedMeeting, data: Mapping[str, Any]
) -> None:
    """Keep the files that a projection names, as its sender gave them.

    :raises UnknownPeer, AttachmentMissing, AttachmentWrong, Unavailable: see
        ``communes.exchange.attachments``.
    """
    if meeting.files is None:
        meeting.files = OOBTree()
    for item in data["items"]:
        for annex in item.get("annexes", ()):
            if annex["sha256"] not in meeting.files:
                meeting.files[annex["sha256"]] = fetch(site, sender, annex["sha256"])


def file_of(meeting: IPublishedMeeting, sha256: str) -> Any | None:
    """Return a kept file, or None."""
    return None if meeting.files is None else meeting.files.get(sha256)


def forget_files(
    meeting: IPublishedMeeting, *projections: Mapping[str, Any] | None
) -> None:
    """Keep no file but those of ``projections``: what was withdrawn is gone."""
    wanted = {
        annex["sha256"]
        for data in projections
        if data is not None
        for item in data["items"]
        for annex in item.get("annexes", ())
    }
    for sha256 in [one for one in meeting.files or () if one not in wanted]:
        del meeting.files[sha256]
