"""``<decision>/annexes/<id>``: a public file, given out so that it does no harm."""

from communes.core.hardening.giving import give_out
from communes.core.hardening.giving import MadeFile
from communes.core.public.api import mark
from communes.core.public.domain import is_held
from communes.publications.api import reading
from communes.publications.api.portal_pages import tags_of
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from urllib.parse import quote
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: What a browser may show by itself; anything else is kept as a file.
SHOWN = frozenset({"application/pdf", "image/png", "image/jpeg"})


@implementer(IPublishTraverse)
class Annexes(BrowserView):
    """The files of a decision; only those that are shown now."""

    name = ""

    def publishTraverse(self, request: Any, name: str) -> "Annexes":  # noqa: N802
        """Take the id of the annex from the address."""
        if self.name:
            raise NotFound(name)
        self.name = name
        return self

    def __call__(self) -> bytes:
        file = reading.annex_file(self.context, self.name)
        if file is None:
            raise NotFound(self.name)
        response = self.request.response
        made = MadeFile(file.filename or self.name, file.contentType, file.data)
        data = give_out(response, made)
        if file.contentType in SHOWN:
            name = quote(made.filename, safe="")
            shown = f"inline; filename*=UTF-8''{name}"
            response.setHeader("Content-Disposition", shown)
        if not api.user.is_anonymous():
            return data
        tag = f'"{reading.annex_sum(self.context, self.name)}"'
        response.setHeader("ETag", tag)
        # A file may be withdrawn: it is asked again each time, and rarely sent again.
        response.setHeader("Cache-Control", "public, max-age=0, s-maxage=300")
        mark(response, tags_of(self.context))
        if is_held(tag, None, self.request.getHeader("If-None-Match"), None):
            response.setStatus(304, lock=1)
            return b""
        return data
