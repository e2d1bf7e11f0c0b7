"""What a site asks of the search on the day it is installed."""

from communes.search.indexing.lookup import all_uids
from communes.search.indexing.processor import note
from typing import Any
from zope.component.hooks import getSite


def note_what_stands(tool: Any) -> None:
    """Have the worker index what was there before; Solr need not run now."""
    for uid in all_uids(getSite()):
        note(uid)
