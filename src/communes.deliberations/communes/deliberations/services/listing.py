"""Lists and single objects as JSON, read like every list of the suite."""

from communes.core.dashboards.domain import Offer
from communes.core.dashboards.domain import parse
from communes.core.dashboards.engines import list_engine
from communes.core.dashboards.interfaces import ListSource
from plone import api
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.converters import json_compatible
from plone.supermodel.utils import mergedTaggedValueDict
from typing import Any
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.interface.interfaces import IInterface
from zope.schema import getFieldsInOrder
from zope.security.interfaces import IPermission


def page_of(
    source: ListSource, context: Any, request: Any, noun: str
) -> dict[str, Any]:
    """Return one page of a list; ``q``, ``f.<filter>``, ``sort``, ``page``, ``size``.

    :raises BadQuery: the address asks what the list does not offer.
    """
    offer = Offer(
        filters=frozenset(one.name for one in source.filters),
        sorts=frozenset(one.name for one in source.columns if one.sort),
        columns=frozenset(one.name for one in source.columns),
    )
    query = parse(request.form, offer)
    answer = list_engine(api.portal.get(), request).rows(source, query)
    return {
        "@id": f"{context.absolute_url()}/@{noun}",
        "items": [
            {"@id": row.url, "UID": row.uid, **json_compatible(dict(row.cells))}
            for row in answer.rows
        ],
        "items_total": answer.total,
        "page": query.page,
        "pages": answer.pages,
        "size": query.size,
        "degraded": answer.degraded,
    }


def fields_of(obj: Any, schema: IInterface, request: Any) -> dict[str, Any]:
    """Return the fields of an object that the user may read, by name."""
    guarded = mergedTaggedValueDict(schema, READ_PERMISSIONS_KEY)
    found = {}
    for name, field in getFieldsInOrder(schema):
        if not _may_read(obj, guarded.get(name)):
            continue
        serializer = getMultiAdapter((field, obj, request), IFieldSerializer)
        found[name] = serializer()
    return found


def _may_read(obj: Any, permission: str | None) -> bool:
    if permission is None:
        return True
    title = getUtility(IPermission, name=permission).title
    return bool(api.user.has_permission(title, obj=obj))
