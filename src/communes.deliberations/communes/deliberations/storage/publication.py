"""What was published of a meeting: each version whole, the names, and the files.

A version is written once and never again. It is kept as the JSON that was sent out
with its SHA-256; files are kept as they were given out, whatever the annex becomes.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from communes.core.access.permission import current_user
from communes.core.annexes.content import IAnnex
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.publicity.reading import from_data
from communes.deliberations.domain.publicity.records import PublicAnnex
from communes.deliberations.domain.publicity.records import PublicMeeting
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.domain.publicity.records import to_data
from communes.deliberations.storage import part
from communes.deliberations.storage.public_file import public_bytes
from dataclasses import dataclass
from datetime import datetime
import hashlib
import json
from plone import api
from plone.namedfile.file import NamedBlobFile
from zoneinfo import ZoneInfo


VERSIONS = "published_versions"
FILES = "published_files"
IDS = "published_ids"


@dataclass(frozen=True)
class PublishedVersion:
    """One version as it was sent out: ``text`` is its JSON, ``sha256`` of its bytes."""

    version: int
    stage: Stage
    published_at: datetime
    by: str
    text: str
    sha256: str

    @property
    def data(self) -> dict[str, object]:
        """The projection as plain JSON values."""
        return json.loads(self.text)

    @property
    def meeting(self) -> PublicMeeting:
        """The projection itself."""
        return from_data(self.data)


def versions_of(meeting: IMeeting) -> tuple[PublishedVersion, ...]:
    """Return every version, the first one first."""
    kept = getattr(meeting.aq_base, VERSIONS, None) or {}
    return tuple(_version(kept[key].data) for key in kept)


def last_version(meeting: IMeeting) -> PublishedVersion | None:
    """Return the version in force, None when nothing was published."""
    kept = getattr(meeting.aq_base, VERSIONS, None)
    return _version(kept[kept.maxKey()].data) if kept else None


def keep_version(meeting: IMeeting, projection: PublicMeeting) -> PublishedVersion:
    """Keep a version for ever.

    :raises StaleRevision: that version exists: somebody published meanwhile.
    """
    text = json.dumps(to_data(projection), ensure_ascii=False, sort_keys=True)
    data = {
        "version": projection.version,
        "stage": projection.stage.value,
        "published_at": projection.published_at.isoformat(),
        "by": current_user(),
        "text": text,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    part.write(
        _tree(meeting, VERSIONS),
        f"{projection.version:06}",
        data,
        by=current_user(),
        change=f"la version {projection.version}",
        revision=0,
        what="La publication",
    )
    return _version(data)


def names_of(meeting: IMeeting) -> dict[str, str]:
    """Return UID of an item -> the name under which it was first published."""
    return dict(getattr(meeting.aq_base, IDS, None) or {})


def keep_names(meeting: IMeeting, names: Mapping[str, str]) -> None:
    """Keep the names of the items that are published from now on."""
    kept = _tree(meeting, IDS)
    for uid, name in names.items():
        kept.setdefault(uid, name)


def public_annex(annex: IAnnex) -> tuple[PublicAnnex, bytes]:
    """Return an annex as the public may have it, with the bytes of its file.

    :raises FileNotPublishable: its file keeps data beside its content.
    """
    file = annex.file
    name = file.filename or annex.getId()
    data = public_bytes(name, file.contentType, file.data)
    digest = hashlib.sha256(data).hexdigest()
    told = PublicAnnex(
        id=annex.getId(),
        title=annex.title,
        filename=name,
        content_type=file.contentType,
        size=len(data),
        sha256=digest,
    )
    return told, data


def keep_file(meeting: IMeeting, annex: PublicAnnex, data: bytes) -> None:
    """Keep the bytes of a published file; the same ones are kept once."""
    kept = _tree(meeting, FILES)
    if annex.sha256 not in kept:
        kept[annex.sha256] = NamedBlobFile(
            data=data, contentType=annex.content_type, filename=annex.filename
        )


def published_file(meeting: IMeeting, sha256: str) -> NamedBlobFile | None:
    """Return a file of the version in force, None when it is not in it any more."""
    last = last_version(meeting)
    if last is None:
        return None
    shown = {one.sha256 for item in last.meeting.items for one in item.annexes}
    kept = getattr(meeting.aq_base, FILES, None) or {}
    return kept.get(sha256) if sha256 in shown else None


def zoned(moment: datetime | None) -> datetime | None:
    """Return a local moment of the institution with its zone."""
    if moment is None or moment.tzinfo is not None:
        return moment
    name = api.portal.get_registry_record("plone.portal_timezone", default="")
    known = name if "/" in (name or "") else "Europe/Brussels"
    return moment.replace(tzinfo=ZoneInfo(known))


def _version(data: Mapping[str, object]) -> PublishedVersion:
    return PublishedVersion(
        data["version"],
        Stage(data["stage"]),
        datetime.fromisoformat(data["published_at"]),
        data["by"],
        data["text"],
        data["sha256"],
    )


def _tree(meeting: IMeeting, name: str) -> OOBTree:
    if getattr(meeting.aq_base, name, None) is None:
        setattr(meeting, name, OOBTree())
    return getattr(meeting, name)
