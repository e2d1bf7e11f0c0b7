"""``<picture>/vue/640.webp``: a scale; ``<picture>/originale``: the picture to keep."""

from communes.core.hardening.giving import forbid_guessing
from communes.core.hardening.giving import give_out
from communes.web.api.pictures import original_of
from communes.web.api.pictures import scale_of
from communes.web.api.pictures import told_picture
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


_YEAR = "public, max-age=31536000, immutable"
_SUFFIX = ".webp"


@implementer(IPublishTraverse)
class Scales(BrowserView):
    """A scale, kept for ever by whoever got it under the mark of these pixels."""

    asked = ""

    def publishTraverse(self, request: Any, name: str) -> "Scales":  # noqa: N802
        """Take the name of the scale."""
        if self.asked or not name.endswith(_SUFFIX):
            raise NotFound(name)
        self.asked = name.removesuffix(_SUFFIX)
        return self

    def __call__(self) -> bytes:
        found = scale_of(self.context, self.asked)
        if found is None:
            raise NotFound(self.asked)
        data, kept = found
        response = self.request.response
        forbid_guessing(response)
        response.setHeader("Content-Type", "image/webp")
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        response.setHeader("Cache-Control", self._keeping(kept))
        return data

    def _keeping(self, kept: bool) -> str:
        if not api.user.is_anonymous():
            return "private, max-age=600"
        named = self.request.form.get("v") == told_picture(self.context)["mark"]
        # Before the worker has made it, each answer costs a scale: a short keeping.
        return _YEAR if named and kept else "public, max-age=60"


class Original(BrowserView):
    """The picture as it is kept: pixels, and nothing a camera added."""

    def __call__(self) -> bytes:
        found = original_of(self.context)
        if found is None:
            raise NotFound("originale")
        return give_out(self.request.response, found)
