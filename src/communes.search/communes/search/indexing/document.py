"""Reads an object, through the indexers of its catalogue, into a search document."""

from collections.abc import Iterator
from collective.solr.attributes import path_parents
from collective.solr.indexer import datehandler
from communes.search.domain.document import MAX_TEXT_CHARACTERS
from communes.search.domain.document import moment
from communes.search.domain.document import solution_fields
from communes.search.domain.document import whole
from communes.search.domain.versions import RIGHTS_VERSION
from communes.search.domain.versions import VERSION
from communes.search.extraction.api import annex_text
from communes.search.indexing.snapshot import version_of
from communes.search.indexing.values import values_of
from communes.search.interfaces import ISearchFields
from communes.search.language.api import language_fields
from communes.search.language.domain.references import numbers_of
from datetime import datetime
from datetime import UTC
from plone.uuid.interfaces import IUUID
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.component import subscribers
from zope.component.hooks import getSite


TEXTS = (
    "Title",
    "Description",
    "SearchableText",
    "Creator",
    "Language",
    "getId",
    "portal_type",
    "review_state",
    "sortable_title",
)
SEARCHED = ("Title", "Description", "SearchableText")
LISTS = ("Subject", "allowedRolesAndUsers")
MOMENTS = ("created", "effective", "expires", "modified")


def document_of(obj: Any) -> dict[str, object]:
    """Return the whole search document of ``obj``, as it stands now.

    :raises ValueError: something without which a document is a husk is missing.
    """
    catalog = getToolByName(obj, "portal_catalog")
    value_of = values_of(obj, catalog)
    path = obj.getPhysicalPath()
    version = version_of(catalog)
    document: dict[str, object] = {
        "UID": IUUID(obj),
        "path": "/".join(path),
        "path_depth": len(path) - 1,
        "path_parents": path_parents(obj)(),
        "indexed_at": moment(datetime.now(UTC)),
        VERSION: version,
        RIGHTS_VERSION: version,
    }
    for name in TEXTS:
        document[name] = str(value_of(name) or "")[:MAX_TEXT_CHARACTERS]
    for name in LISTS:
        document[name] = list(value_of(name) or ())
    for name in MOMENTS:
        value = value_of(name)
        document[name] = datehandler(value) if value else None
    document["SearchableText"] = _with_annex(str(document["SearchableText"]), obj)
    document.update(language_fields(getSite(), document))
    for addition in subscribers((obj,), ISearchFields):
        document.update(solution_fields(addition.fields()))
    document["numbers"] = numbers_of(_read_texts(document))
    return whole(document)


def _read_texts(document: dict[str, object]) -> Iterator[str]:
    for name, value in document.items():
        if name in SEARCHED or name.endswith("_t_fr"):
            yield str(value)


def _with_annex(text: str, obj: Any) -> str:
    return "\n".join(filter(None, (text, annex_text(obj))))[:MAX_TEXT_CHARACTERS]
