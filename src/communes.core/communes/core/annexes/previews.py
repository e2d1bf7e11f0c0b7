"""A small picture of the first page of each annex, made after the commit.

It lies on the annex and goes with it: with its copies, its rights and its end. It is
made once for a file; the worker knows the file by its sum.
"""

from communes.core.access.catalog import object_by_uid
from communes.core.annexes.content import IAnnex
from communes.core.hardening.giving import forbid_guessing
from communes.core.jobs.api import intend
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.scanning.api import draw_first_page
from communes.core.scanning.api import DRAWN_TYPES
from communes.core.scanning.api import MOST_BYTES
from communes.core.scanning.errors import PageUnreadable
from hashlib import sha256
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.utils import extract_media_type
from Products.Five.browser import BrowserView
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer


KIND = "communes.core.annexes.preview"
PAGE = "apercu"


def ask_for_preview(annex: Any) -> None:
    """Have the picture of an annex made after the commit, if it is one to draw."""
    if _is_drawn(annex):
        intend(KIND, annex.UID(), {"uid": annex.UID()})


def preview_url(annex: Any) -> str:
    """Return the address of the picture; empty while there is none."""
    if getattr(annex, "preview", None) is None:
        return ""
    return f"{annex.absolute_url()}/@@{PAGE}"


@implementer(IIntentHandler)
class Drawing:
    """Draws what was asked for; a file that can not be drawn stays without."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Draw each. A broken file is no failure of the work."""
        for intent in intents:
            annex = object_by_uid(str(intent.payload["uid"]))
            if IAnnex.providedBy(annex):
                draw(annex)
        return [Outcome(intent.key) for intent in intents]


def draw(annex: Any) -> bool:
    """Make the picture of an annex unless it has that of its file; return whether."""
    if not _is_drawn(annex):
        annex.preview, annex.preview_of = None, ""
        return False
    data = annex.file.data
    sum = sha256(data).hexdigest()
    if annex.preview_of == sum:
        return False
    annex.preview_of = sum
    try:
        drawn = draw_first_page(data)
    except PageUnreadable:
        annex.preview = None
        return False
    annex.preview = NamedBlobFile(drawn, "image/jpeg", "apercu.jpg")
    return True


class Preview(BrowserView):
    """Gives the picture to whoever may see the annex."""

    def __call__(self) -> bytes:
        """Answer with the picture. :raises NotFound: there is none."""
        kept = self.context.preview
        if kept is None:
            raise NotFound(PAGE)
        self.request.response.setHeader("Content-Type", "image/jpeg")
        forbid_guessing(self.request.response)
        return bytes(kept.data)


def _is_drawn(annex: Any) -> bool:
    file = annex.file
    if file is None or file.getSize() > MOST_BYTES:
        return False
    return extract_media_type(file.contentType) in DRAWN_TYPES
