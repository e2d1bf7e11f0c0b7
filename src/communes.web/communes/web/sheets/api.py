"""The door of the services: make, read and change their sheets, and find them."""

from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.core.access.errors import MissingField
from communes.core.access.permission import may
from communes.web.api import contents
from communes.web.content.service import IService
from communes.web.directory.listing import ENTRY
from communes.web.directory.writing import changed
from communes.web.directory.writing import refuse_unknown
from communes.web.directory.writing import text
from communes.web.directory.writing import without_markup
from communes.web.domain.directory_errors import NoSuchEntry
from communes.web.domain.life_events import LifeEvent
from communes.web.domain.reading import BadValue
from communes.web.domain.reading import read
from communes.web.domain.reading import tell
from communes.web.domain.service import missing_of
from communes.web.domain.service import ServiceSheet
from communes.web.permissions import EDIT
from communes.web.sheets import listing
from communes.web.sheets import storage
from communes.web.storage.settings import settings_of
from plone import api
from typing import Any


SERVICE = listing.SERVICE
MODIFY = "Modify portal content"
#: What may be written of a sheet; ``authority`` is the UID of a directory entry.
WRITTEN = (*storage.KEPT, "authority", "external_id")


#: Texts of which the words alone are kept.
_WORDS = ("description", "introduction", "for_whom", "who_may_ask")


def create_service(
    where: Any, values: Mapping[str, object], name: str = ""
) -> IService:
    """Make a sheet in a folder or at the root of the site; nobody else sees it yet.

    :param values: plain values of ``ServiceSheet``, ``authority`` as a UID.
    :raises MayNot: the user may not write there.
    :raises InvalidInput: a value is unknown, missing or wrong (``error.field``).
    """
    found = _checked(values, {})
    base = {"title": found["title"], "external_id": text(values, "external_id")}
    made = contents.create(where, SERVICE, base, name)
    storage.write(made, found)
    _write_apart(made, values)
    made.reindexObject()
    return made


def edit_service(
    sheet: IService, values: Mapping[str, object], revision: int | None = None
) -> int:
    """Change some values of a sheet; return its new revision.

    :param values: as for ``create_service``; those left out stay.
    :raises MayNot: the user may not write it in its state.
    :raises InvalidInput: nothing was changed.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    contents.require_writing(sheet, revision)
    kept = {
        name: one
        for name, one in storage.values_of(sheet).items()
        if name in storage.KEPT
    }
    found = _checked(values, kept)
    storage.write(sheet, found)
    _write_apart(sheet, values)
    changed(sheet)
    return int(sheet.revision)


def delete_service(sheet: IService) -> None:
    """Take a sheet away for good; its address says so afterwards.

    :raises MayNot: the user may not.
    """
    contents.delete(sheet)


def read_service(sheet: IService) -> ServiceSheet:
    """Return a sheet as a record."""
    return storage.record_of(sheet)


def service_values(sheet: IService) -> dict[str, Any]:
    """Return a sheet as plain values, its revision beside; ``authority`` as a UID."""
    return {
        **tell(storage.record_of(sheet)),
        "authority": sheet.authority,
        "external_id": sheet.external_id,
        "revision": sheet.revision,
    }


def published() -> list[ServiceSheet]:
    """Return the services anybody may read, by title."""
    return [storage.record_of(one) for one in listing.published()]


def find_service(uid: str) -> IService:
    """Return the sheet of that UID.

    :raises NoSuchService: there is none that this person may see.
    """
    return listing.service_of(uid)


def find_by_external_id(external_id: str) -> IService | None:
    """Return the sheet another system knows by that identifier; None when none is."""
    return contents.by_external_id(external_id, IService)


def missing(sheet: IService) -> tuple[str, ...]:
    """Return what the sheet lacks before it may be published, each in French."""
    return missing_of(storage.record_of(sheet))


def may_edit(sheet: IService) -> bool:
    """Return whether the user may write a sheet now."""
    return may(MODIFY, sheet)


def may_add(where: Any) -> bool:
    """Return whether the user may make a sheet there."""
    return may(EDIT, where)


def _checked(values: Mapping[str, object], kept: Mapping[str, Any]) -> dict[str, Any]:
    refuse_unknown(values, WRITTEN)
    given = {name: one for name, one in values.items() if name in storage.KEPT}
    for name in _WORDS:
        one = given.get(name)
        if isinstance(one, str):
            given[name] = without_markup(one)
    found = read(ServiceSheet, {"id": "new", **kept, **given})
    if not found.title.strip():
        raise MissingField(field="title", label="Titre")
    _refuse_others("life_events", found.life_events, [*LifeEvent])
    if "audiences" in given:
        known = settings_of(api.portal.get()).audiences
        _refuse_others("audiences", found.audiences, [one.id for one in known])
    plain = tell(found)
    return {name: plain[name] for name in storage.KEPT if name in given or not kept}


def _refuse_others(name: str, given: tuple[str, ...], known: list[str]) -> None:
    for one in given:
        if one not in known:
            expected = f"une valeur parmi {', '.join(known)}"
            raise BadValue(field=name, name=name, expected=expected)


def _write_apart(sheet: IService, values: Mapping[str, object]) -> None:
    if "authority" in values:
        uid = text(values, "authority")
        if uid and not visible(UID=uid, portal_type=ENTRY):
            raise NoSuchEntry(field="authority")
        sheet.authority = uid
    if "external_id" in values:
        sheet.external_id = text(values, "external_id")
