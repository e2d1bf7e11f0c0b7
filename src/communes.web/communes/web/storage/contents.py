"""What types, fields and addresses contents of the website have."""

from Acquisition import aq_base
from collections.abc import Mapping
from communes.web.domain.content_errors import UnknownType
from communes.web.storage.cleaning import clean
from datetime import date
from plone import api
from plone.app.textfield.interfaces import IRichText
from plone.app.textfield.value import RichTextValue
from plone.i18n.normalizer.interfaces import IURLNormalizer
from typing import Any
from zope.component import getUtility
from zope.container.interfaces import INameChooser
from zope.interface.interfaces import IInterface
from zope.schema import getFieldNames
from zope.schema import getFieldsInOrder


PREFIX = "communes.web."
#: Values nothing changes in place: a version may keep them as they are.
KEPT = str | int | float | date | tuple | RichTextValue


def type_of(kind: str) -> Any:
    """Return a type of the website by « Page » or its whole name.

    :raises UnknownType: there is none.
    """
    types = api.portal.get_tool("portal_types")
    found = types.getTypeInfo(kind if kind.startswith(PREFIX) else f"{PREFIX}{kind}")
    if found is None:
        known = [
            name.removeprefix(PREFIX)
            for name in types.objectIds()
            if name.startswith(PREFIX)
        ]
        raise UnknownType(field="kind", name=kind, expected=", ".join(sorted(known)))
    return found


def schema_of(obj: Any) -> IInterface:
    """Return the schema of the type of a content."""
    found: IInterface = obj.getTypeInfo().lookupSchema()
    return found


def fields_of(schema: IInterface, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values with their formatted texts cleaned, so that they are kept clean."""
    found = dict(values)
    for name, field in getFieldsInOrder(schema):
        value = found.get(name)
        raw = value.raw if isinstance(value, RichTextValue) else value
        if IRichText.providedBy(field) and isinstance(raw, str):
            found[name] = clean(raw)
    return found


def plain_values(obj: Any) -> dict[str, Any]:
    """Return the values a content has now; no file, no picture."""
    found = {"sections": obj.sections} if hasattr(obj.aq_base, "sections") else {}
    for name in getFieldNames(schema_of(obj)):
        value = getattr(obj, name, None)
        if value is None or isinstance(value, KEPT):
            found[name] = value
    return found


def free_id(place: Any, wanted: str) -> str:
    """Return an id that is free in a place, made of a title or as it was asked."""
    normal = getUtility(IURLNormalizer).normalize(wanted, max_length=80) or "page"
    # The chooser asks the new object for its request only: any will do.
    return str(INameChooser(place).chooseName(normal, aq_base(place)))
