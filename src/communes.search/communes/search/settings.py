"""Which Solr and which core belong to a site, and whether it is searched at all."""

from communes.search.clients.solr import SolrClient
from communes.search.interfaces import ISearchSettings
from communes.search.reindexing.record import live_name
import os
from plone.registry.interfaces import IRegistry
import re
from typing import Any
from zope.component import getUtility
from zope.component import queryUtility


PREFIX = "communes.search"
URL_VARIABLE = "COMMUNES_SOLR_URL"
# A copy of a database, restored beside the original, gets cores of its own.
CORE_PREFIX_VARIABLE = "COMMUNES_SOLR_CORE_PREFIX"


def is_installed() -> bool:
    """Tell whether the current site has the search installed."""
    registry = queryUtility(IRegistry)
    return registry is not None and f"{PREFIX}.solr_url" in registry.records


def core_name(site: Any) -> str:
    """Return the name of the core of ``site``: ``demo-agents`` for ``/demo/agents``.

    After a reindex the core in use has a moment behind this name.
    """
    wanted = _settings().core
    name = wanted or "-".join(site.getPhysicalPath()[1:])
    prefix = os.environ.get(CORE_PREFIX_VARIABLE, "")
    return re.sub(r"[^A-Za-z0-9_-]", "-", f"{prefix}{name}")


def client_of(site: Any) -> SolrClient:
    """Return the client for the core in use of ``site``, with its settings."""
    settings = _settings()
    return SolrClient(
        url=(os.environ.get(URL_VARIABLE) or settings.solr_url).rstrip("/"),
        core=live_name(site, core_name(site)),
        search_seconds=float(settings.search_timeout_seconds),
        index_seconds=float(settings.index_timeout_seconds),
    )


def _settings() -> Any:
    registry = getUtility(IRegistry)
    return registry.forInterface(ISearchSettings, prefix=PREFIX)
