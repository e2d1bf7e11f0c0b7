"""A Zope application with one site and nothing else: enough for a worker."""

from Acquisition import aq_base
from collections.abc import Iterator
from communes.core.jobs.storage import install
from communes.core.jobs.storage import queue_of
from contextlib import contextmanager
from OFS.Application import Application
from OFS.Folder import Folder
from OFS.userfolder import UserFolder
import time
import transaction
from typing import Any
import ZODB
from zope.annotation.attribute import AttributeAnnotations
from zope.annotation.interfaces import IAnnotations
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.component import getGlobalSiteManager
from zope.component import queryAdapter
from zope.interface import implementer


@implementer(IAttributeAnnotatable)
class Site(Folder):
    """A place with annotations and the utilities of the process."""

    def getSiteManager(self) -> Any:  # noqa: N802 - the name is the interface's
        return getGlobalSiteManager()


def register_annotations() -> bool:
    """Have annotations work; say whether that was needed."""
    if queryAdapter(Site("probe"), IAnnotations) is not None:
        return False
    getGlobalSiteManager().registerAdapter(AttributeAnnotations)
    return True


def build(connection: Any) -> Any:
    """Make the application with the site ``/valmont/agents`` and its queue."""
    app = Application()
    connection.root()["Application"] = app
    connection.add(app)
    app._setObject("valmont", Folder("valmont"))
    app.valmont._setObject("agents", Site("agents"))
    site = app.valmont.agents
    site._setObject("acl_users", UserFolder())
    site.acl_users.userFolderAddUser("greffier", "secret", ["Manager"], [])
    install(site)
    transaction.commit()
    return app


@contextmanager
def bare_app(storage: Any = None) -> Iterator[Any]:
    """Give the application in a database of its own, in memory without ``storage``."""
    added = register_annotations()
    database = ZODB.DB(storage)
    connection = database.open()
    try:
        app = connection.root().get("Application") or build(connection)
        yield aq_base(app)
    finally:
        transaction.abort()
        connection.close()
        database.close()
        if added:
            getGlobalSiteManager().unregisterAdapter(AttributeAnnotations)


@contextmanager
def registered(utility: Any, interface: Any, name: str) -> Iterator[Any]:
    """Have ``utility`` answer to its name, and what answered before afterwards."""
    registry = getGlobalSiteManager()
    before = registry.queryUtility(interface, name)
    registry.registerUtility(utility, interface, name)
    try:
        yield utility
    finally:
        registry.unregisterUtility(utility, interface, name)
        if before is not None:
            registry.registerUtility(before, interface, name)


def ask(app: Any, kind: str, *keys: str, **payload: Any) -> None:
    """Ask for one thing per key, and commit."""
    transaction.begin()
    for key in keys:
        queue = queue_of(app.valmont.agents)
        queue.put(kind, key, payload, time.time_ns(), f"test-{time.time_ns()}")
    transaction.commit()
