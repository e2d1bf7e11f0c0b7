"""One small index of services and mandates, so that asking wakes none of them.

It lies on the organisation: one object for the services, one per assembly for its
mandates. A question loads the same few objects for ten mandates and for a thousand.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from communes.core.organisation.domain import Mandate
from communes.core.organisation.domain import Person
from communes.core.organisation.domain import Service
from persistent import Persistent
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations


KEY = "communes.core.organisation.directory"
Row = dict[str, object]


class Directory(Persistent):
    """Services by object uid, and per assembly mandates by object uid."""

    def __init__(self) -> None:
        self.service_rows = PersistentMapping()
        self.mandate_rows = OOBTree()

    def put_service(self, uid: str, row: Row) -> None:
        """Keep a service; writing the same again writes nothing."""
        if self.service_rows.get(uid) != row:
            self.service_rows[uid] = row

    def drop_service(self, uid: str) -> None:
        """Forget a service."""
        self.service_rows.pop(uid, None)

    def put_mandate(self, uid: str, body: str, row: Row) -> set[str]:
        """Keep a mandate; return the assemblies whose members changed by it."""
        changed = self.drop_mandate(uid, but=body)
        rows = self.mandate_rows.get(body)
        if rows is None:
            rows = self.mandate_rows[body] = PersistentMapping()
        if rows.get(uid) != row:
            rows[uid] = row
            changed.add(body)
        return changed

    def drop_mandate(self, uid: str, but: str | None = None) -> set[str]:
        """Forget a mandate everywhere ``but`` there; return the assemblies changed."""
        changed = set()
        for body, rows in self.mandate_rows.items():
            if body != but and uid in rows:
                del rows[uid]
                changed.add(body)
        return changed

    def services(self) -> Iterator[Service]:
        """Yield the services, in no order."""
        return (Service(**row) for row in self.service_rows.values())

    def mandates(self, body: str) -> Iterator[Mandate]:
        """Yield the mandates of an assembly, past and future ones too."""
        for row in self.mandate_rows.get(body, {}).values():
            person = Person(**row["person"])
            yield Mandate(body=body, **{**row, "person": person})


def directory_of(organisation: object) -> Directory:
    """Return the directory of an organisation, empty and unsaved when it has none."""
    found = IAnnotations(organisation).get(KEY)
    return Directory() if found is None else found


def ensure_directory(organisation: object) -> Directory:
    """Return the directory of an organisation, made when it is missing."""
    annotations = IAnnotations(organisation)
    if KEY not in annotations:
        annotations[KEY] = Directory()
    return annotations[KEY]
