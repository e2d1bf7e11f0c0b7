"""Create, change, move and delete a content of the website, whatever its type."""

from collections.abc import Mapping
from communes.core.access.catalog import unrestricted
from communes.core.access.errors import MayNot
from communes.core.access.errors import StaleRevision
from communes.core.access.fields import require_fields
from communes.core.access.fields import set_fields
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.web.domain.content_errors import AlreadyHere
from communes.web.domain.content_errors import NoMoment
from communes.web.domain.content_errors import NotHere
from communes.web.domain.content_errors import UnknownContent
from communes.web.domain.content_errors import UnknownType
from communes.web.domain.sections.errors import BadSection
from communes.web.domain.sections.record import sections_of
from communes.web.storage.contents import fields_of
from communes.web.storage.contents import free_id
from communes.web.storage.contents import plain_values
from communes.web.storage.contents import schema_of
from communes.web.storage.contents import type_of
from communes.web.storage.schedule import BOOK
from communes.web.storage.sections import write_sections
from communes.web.storage.versions import keep
from datetime import datetime
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IDatetime


#: They are parts of what holds them.
PARTS = frozenset(
    {"communes.web.Attachment", "communes.web.Issue", "communes.web.Picture"}
)
#: The types that the services of pages make and change.
WRITABLE = ("communes.web.Alert", "communes.web.Folder", "communes.web.Page")


def create(place: Any, kind: str, values: Mapping[str, Any], id: str = "") -> Any:
    """Create a content in a place, private, and return it.

    :param kind: « Page », « Folder », « Alert »… or the whole portal type.
    :param values: field -> value; formatted text as HTML; ``sections`` as rows.
    :param id: last step of its address; made of the title when empty.
    :raises MayNot: the user may not add there.
    :raises NotHere: such a content does not stand there.
    :raises InvalidInput: a value is unknown, missing or wrong (``error.field``).
    :raises AlreadyHere: another has the same external id.
    """
    type_ = type_of(kind)
    if not type_.isConstructionAllowed(place):
        raise MayNot(what=place.title)
    if kind_ids(place) is not None and type_.getId() not in kind_ids(place):
        raise NotHere(field="kind", name=type_.Title(), place=place.title)
    _refuse_taken(values)
    obj = createContent(type_.getId()).__of__(place)
    fields, rows = _apart(values)
    schema = schema_of(obj)
    set_fields(obj, schema, fields_of(schema, fields), lambda right: may(right, place))
    require_fields(obj, schema)
    if rows is not None:
        write_sections(obj, sections_of(rows))
    bare = obj.aq_base
    bare.id = free_id(place, id or bare.title)
    bare.edited_by = current_user()
    made = addContentToContainer(place, bare, checkConstraints=False)
    record("web.created", made, kind=type_.getId())
    return made


def edit(obj: Any, values: Mapping[str, Any], revision: int | None = None) -> int:
    """Change some values of a content and return its new revision.

    What it was is kept: ``undo`` brings it back.

    :param revision: the revision the user read; None skips the check.
    :raises MayNot: the user may not write it in its state.
    :raises StaleRevision: somebody else wrote meanwhile.
    :raises InvalidInput: a value is unknown or wrong; nothing was changed.
    """
    require_writing(obj, revision)
    _refuse_taken(values, IUUID(obj))
    fields, rows = _apart(values)
    schema = schema_of(obj)
    before = plain_values(obj)
    changed = bool(set_fields(obj, schema, fields_of(schema, fields)))
    if rows is not None:
        changed = write_sections(obj, sections_of(rows)) or changed
    if changed:
        touched(obj, before)
    return obj.revision


def touched(obj: Any, before: Mapping[str, Any]) -> None:
    """Keep what a content was, count its revision and tell who follows it."""
    keep(obj, before)
    obj.revision += 1
    obj.edited_by = current_user()
    notify(ObjectModifiedEvent(obj))
    obj.reindexObject()


def delete(obj: Any, revision: int | None = None) -> None:
    """Delete a content and what it holds.

    :raises MayNot: the user may not, in its state or in that of what it holds.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    require("Delete objects", obj)
    refuse_stale(obj, revision)
    for one in unrestricted(path="/".join(obj.getPhysicalPath())):
        # Pictures, files and issues are parts: they go with what holds them.
        if one.portal_type not in PARTS:
            require("Delete objects", one._unrestrictedGetObject())
    BOOK.forget(api.portal.get(), IUUID(obj))
    record("web.deleted", obj)
    # The state of the content says who deletes it, not the place around it.
    obj.__parent__._delObject(obj.getId())


def place_at(obj: Any, position: int) -> None:
    """Put a content at a position among those of its place, from 0.

    :raises MayNot: the user may not write the place.
    """
    require("Modify portal content", obj.__parent__)
    ordering = obj.__parent__.getOrdering()
    ordering.moveObjectToPosition(obj.getId(), position)
    obj.__parent__.reindexObject(idxs=["modified"])
    obj.reindexObject(idxs=["getObjPositionInParent"])


def require_writing(obj: Any, revision: int | None) -> None:
    """Refuse who may not write a content now, and what was read too long ago.

    :raises MayNot: the user may not write it in its state.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    require("Modify portal content", obj)
    refuse_stale(obj, revision)


def refuse_stale(obj: Any, revision: int | None) -> None:
    """Refuse when a content is not at the revision the user read.

    :raises StaleRevision: names who wrote meanwhile.
    """
    if revision is not None and revision != obj.revision:
        raise StaleRevision(what=obj.title, who=obj.edited_by)


def kinds_here(place: Any) -> list[Any]:
    """Return the types the current user may begin in a place, by their name.

    Pictures, files and issues come with what holds them, on pages of their own.
    """
    allowed = place.allowedContentTypes()
    ours = [one for one in allowed if _ours(one.getId())]
    found = [one for one in ours if one.getId() not in PARTS]
    return sorted(found, key=lambda one: str(one.Title()))


def kind_ids(place: Any) -> frozenset[str] | None:
    """Return the ids of the types a place takes; None when it takes any."""
    type_ = place.getTypeInfo()
    if type_ is None or not type_.filter_content_types:
        return None
    return frozenset(type_.allowed_content_types)


def by_uid(uid: str) -> Any:
    """Return the content of that UID that the current user may see.

    :raises UnknownContent: there is none, or the user may not see it.
    """
    found = unrestricted(UID=uid) if uid else []
    obj = found[0]._unrestrictedGetObject() if found else None
    if obj is None or not _ours(obj.portal_type) or not may("View", obj):
        raise UnknownContent(name=uid)
    return obj


def by_external_id(external_id: str, kind: Any = None) -> Any | None:
    """Return the content of that external id (of that kind), whoever asks, or None."""
    found = unrestricted(web_external_id=external_id) if external_id else []
    obj = found[0]._unrestrictedGetObject() if found else None
    return obj if kind is None or kind.providedBy(obj) else None


def _ours(portal_type: str) -> bool:
    return portal_type.startswith("communes.web.")


def _apart(values: Mapping[str, Any]) -> tuple[dict[str, Any], Any]:
    fields = {name: one for name, one in values.items() if name != "sections"}
    return fields, values.get("sections")


def _refuse_taken(values: Mapping[str, Any], own: str = "") -> None:
    external_id = str(values.get("external_id") or "")
    known = by_external_id(external_id)
    if known is not None and IUUID(known) != own:
        raise AlreadyHere(field="external_id", name=external_id)


def schema_here(kind: str) -> Any:
    """Return the schema of a type: « Page », « Folder »…

    :raises UnknownType: there is none.
    """
    return type_of(kind).lookupSchema()


def schema_of_content(obj: Any) -> Any:
    """Return the schema of the type of a content."""
    return schema_of(obj)


def readable_values(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as JSON brings them as the fields of a type take them.

    Moments are « 2026-12-24T20:00:00+01:00 », sections a list of rows.

    :raises UnknownType: there is no such type, or it has services of its own.
    :raises NoMoment: a moment is none, or has no zone.
    """
    type_ = type_of(kind)
    if type_.getId() not in WRITABLE:
        expected = ", ".join(one.removeprefix("communes.web.") for one in WRITABLE)
        raise UnknownType(field="kind", name=kind, expected=expected)
    found = dict(values)
    for name, field in getFieldsInOrder(type_.lookupSchema()):
        if name in found and IDatetime.providedBy(field):
            found[name] = read_moment(name, found[name])
    rows = found.get("sections")
    if rows is not None:
        right = isinstance(rows, list) and all(isinstance(one, dict) for one in rows)
        if not right:
            raise BadSection(field="sections", name="sections", problem="pas une liste")
        found["sections"] = tuple(rows)
    return found


def read_moment(name: str, text: Any) -> datetime | None:
    """Return a moment of RFC 3339; None for nothing.

    :raises NoMoment: it is none, or has no zone.
    """
    if text in (None, ""):
        return None
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError as wrong:
        raise NoMoment(field=name, value=text) from wrong
    if moment.tzinfo is None:
        raise NoMoment(field=name, value=text)
    return moment
