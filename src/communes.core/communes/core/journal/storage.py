"""Which journal belongs to a site, and how a thing is named in it."""

from AccessControl import getSecurityManager
from communes.core.jobs.storage import path_of
from communes.core.jobs.storage import var_folder
from communes.core.journal.store import JournalStore
from communes.core.journal.store import store_at
from plone.registry.interfaces import IRegistry
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.component import queryUtility


def slug_of(site: Any) -> str:
    """Return the slug of the commune of ``site``: one journal for all its sites.

    Without the registry record ``communes.core.slug``: the folder of the site.
    """
    registry = queryUtility(IRegistry, context=site)
    slug = registry.get("communes.core.slug") if registry is not None else None
    return slug or path_of(site).strip("/").split("/")[0]


def journal_of(site: Any) -> JournalStore:
    """Return the journal of the commune, a file of ``journal/`` in the var folder."""
    return store_at(var_folder() / "journal" / f"{slug_of(site)}.sqlite")


def described(target: Any) -> tuple[str, str]:
    """Return path and UID of ``target``; a text stands for itself."""
    if isinstance(target, str):
        return target, ""
    return path_of(target), IUUID(target, None) or ""


def current_actor() -> str:
    """Return the id of the user who acts, ``anonymous`` without any."""
    return getSecurityManager().getUser().getId() or "anonymous"
