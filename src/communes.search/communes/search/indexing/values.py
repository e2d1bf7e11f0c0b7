"""The values of an object as the catalogue reads them, in fewer look-ups."""

from Acquisition import aq_base
from collections.abc import Callable
from functools import partial
from plone.indexer.interfaces import IIndexableObject
from plone.indexer.interfaces import IIndexer
from plone.indexer.wrapper import IndexableObjectWrapper
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.component import getMultiAdapter
from zope.component import getSiteManager
from zope.interface import providedBy


def values_of(obj: Any, catalog: Any) -> Callable[[str], Any]:
    """Return what gives the value of an index for ``obj``; None for no such value.

    An indexer of this name comes first, then a variable of the workflow, then what
    the object itself has: as plone.indexer has it. What an object provides is found
    out once, not for each name, for that takes most of the time.
    """
    provided = (providedBy(obj), providedBy(catalog))
    adapters = getSiteManager().adapters
    if adapters.lookup(provided, IIndexableObject) is not IndexableObjectWrapper:
        return partial(_value, getMultiAdapter((obj, catalog), IIndexableObject))
    told = getToolByName(catalog, "portal_workflow").getCatalogVariablesFor(obj)

    def value(name: str) -> Any:
        indexer = adapters.lookup(provided, IIndexer, name)
        try:
            if indexer is not None:
                return indexer(obj, catalog)()
            if name in told:
                return told[name]
            # What it only acquires is not its own.
            getattr(aq_base(obj), name)
        # An indexer says in this way, too, that an object has no such value.
        except AttributeError:
            return None
        return _value(obj, name)

    return value


def _value(owner: Any, name: str) -> Any:
    try:
        value = getattr(owner, name)
    except AttributeError:
        return None
    return value() if callable(value) else value
