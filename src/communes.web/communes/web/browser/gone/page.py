"""The soft page of what was taken away, and the permanent addresses by UID."""

from communes.core.parts.domain.writing import date_in_words
from communes.core.public.page import PublicPage
from communes.web.api.permanent import standing
from communes.web.gone.api import gone_path
from communes.web.gone.api import gone_uid
from communes.web.i18n import _
from plone.dexterity.browser.traversal import DexterityPublishTraverse
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


_TITLES = {
    "communes.web.Entry": _("gone_entry", default="Cette fiche a quitté l'annuaire"),
    "communes.web.Service": _("gone_service", default="Cette démarche n'existe plus"),
}


class GonePage(PublicPage):
    """Says that it is gone, since when, and where to look instead."""

    template = ViewPageTemplateFile("gone.pt")
    page_title = _("gone_title", default="Ce contenu a été retiré")
    since = ""
    #: It is handed out by a traverser, which declares no permission; it shows nothing.
    __roles__ = None

    def __call__(self) -> str:
        self.request.response.setStatus(410, lock=1)
        self.request.response.setHeader("Cache-Control", "public, max-age=300")
        return self.template()

    def of(self, gone: Any) -> "GonePage":
        """Return the page, of something that was taken away."""
        self.page_title = _TITLES.get(gone.portal_type, self.page_title)
        self.since = date_in_words(gone.day)
        return self


class Followed(DexterityPublishTraverse):
    """Below a directory: what is no more there says so."""

    def publishTraverse(self, request: Any, name: str) -> Any:  # noqa: N802
        """Find the next step; a content that was public and is gone has a page."""
        try:
            return super().publishTraverse(request, name)
        except (NotFound, KeyError, AttributeError) as missing:
            page = GonePage(self.context, request)
            below = len(page.site.getPhysicalPath())
            path = "/".join((*self.context.getPhysicalPath()[below:], name))
            gone = gone_path(page.site, path)
            if gone is None:
                raise NotFound(self.context, name, request) from missing
            request["TraversalRequestNameStack"] = []
            return page.of(gone)


@implementer(IPublishTraverse)
class Permanent(PublicPage):
    """``<site>/directory/<uid>``: leads to where the content stands now."""

    portal_type = ""
    uid = ""

    def publishTraverse(self, request: Any, name: str) -> Any:  # noqa: N802
        """Take the UID."""
        if self.uid:
            raise NotFound(self.context, name, request)
        self.uid = name
        return self

    def __call__(self) -> str:
        if not self.uid:
            return self.everything()
        found = standing(self.portal_type, self.uid)
        if found is not None:
            self.request.response.setHeader("Cache-Control", "public, max-age=300")
            self.request.response.redirect(found.absolute_url(), status=303)
            return ""
        gone = gone_uid(self.site, self.uid)
        if gone is None or gone.portal_type != self.portal_type:
            raise NotFound(self.uid)
        page: str = GonePage(self.context, self.request).of(gone)()
        return page

    def everything(self) -> str:
        """Answer without a UID."""
        raise NotFound(self.__name__)


class PermanentEntry(Permanent):
    """``<site>/directory/<uid>``, ``<site>/authorities/<uid>``"""

    portal_type = "communes.web.Entry"
