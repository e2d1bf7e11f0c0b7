"""What clients do to the site in the fault tests: a view, so that it is a request."""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from typing import Any
from zope.component import getGlobalSiteManager
from zope.interface import alsoProvides
from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


NAME = "fault-work"
STEPS = ("create", "edit", "publish", "rename", "move", "delete", "rights")


class FaultWork(BrowserView):
    """Takes one step with one object; taken twice, it changes nothing more.

    ``client`` names the folder, ``number`` the object: ``page-<number>``, called
    ``renamed-<number>`` once it was renamed, and in the folder ``moved`` when moved.
    """

    def __call__(self) -> str:
        # No form of a page: there is no token to send back.
        alsoProvides(self.request, IDisableCSRFProtection)
        form = self.request.form
        client, number = form["client"], int(form["number"])
        folder = self.context[client]
        getattr(self, f"_{form['step']}")(folder, number)
        self.request.response.setHeader("Content-Type", "text/plain")
        return "done"

    def _create(self, folder: Any, number: int) -> None:
        if find(folder, number) is None:
            api.content.create(
                folder, "Document", f"page-{number}", title=f"Voirie {number}"
            )

    def _edit(self, folder: Any, number: int) -> None:
        obj = find(folder, number)
        if obj is not None:
            obj.title = f"Voirie {number} modifiée"
            obj.reindexObject()

    def _publish(self, folder: Any, number: int) -> None:
        obj = find(folder, number)
        if obj is not None and api.content.get_state(obj) == "private":
            api.content.transition(obj, "publish")

    def _rename(self, folder: Any, number: int) -> None:
        obj = find(folder, number)
        if obj is not None and obj.getId() == f"page-{number}":
            api.content.rename(obj, f"renamed-{number}")

    def _move(self, folder: Any, number: int) -> None:
        obj = find(folder, number)
        if obj is not None and "moved" not in obj.getPhysicalPath():
            api.content.move(obj, folder["moved"])

    def _delete(self, folder: Any, number: int) -> None:
        obj = find(folder, number)
        if obj is not None:
            api.content.delete(obj)

    def _rights(self, folder: Any, number: int) -> None:
        """Give the whole folder to one reader, then to another."""
        folder.manage_setLocalRoles(f"reader-{number}", ["Reader"])
        folder.reindexObjectSecurity()


def find(folder: Any, number: int) -> Any:
    """Return the object of this number, wherever it went; None when it is gone."""
    for place in (folder, folder["moved"]):
        for name in (f"page-{number}", f"renamed-{number}"):
            if name in place:
                return place[name]
    return None


REGISTRATION = (FaultWork, (Interface, IDefaultBrowserLayer), Interface, NAME)


def register() -> None:
    """Have the view answer, for managers only: the clients are."""
    getGlobalSiteManager().registerAdapter(*REGISTRATION)


def unregister() -> None:
    """Take the view away."""
    getGlobalSiteManager().unregisterAdapter(*REGISTRATION)
