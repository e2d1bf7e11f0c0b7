"""What a site asks of the search on the day it is installed."""

from communes.search.indexing.lookup import all_uids
from communes.search.indexing.processor import note
from communes.search.language.settings_target import forget as forget_settings
from communes.search.reindexing.record import forget
from typing import Any
from zope.component.hooks import getSite


def note_what_stands(tool: Any) -> None:
    """Have the worker index what was there before; Solr need not run now."""
    for uid in all_uids(getSite()):
        note(uid)


def forget_cores(_tool: Any) -> None:
    """Leave nothing in the site about the cores it had; they stay in Solr.

    Nor of the words that the commune gave the search.
    """
    forget(getSite())
    forget_settings(getSite())
