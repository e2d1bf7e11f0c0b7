"""The last step: links lead to what is here now, and what was public is published."""

from communes.core.errors.domain import DomainError
from communes.web.content.attachment import IAttachment
from communes.web.content.base import IWebContent
from communes.web.content.picture import IPicture
from communes.web.domain.states import WebState
from communes.web.domain.states import WebTransition
from communes.web.domain.taking_over.mapping import mapped
from communes.web.domain.taking_over.ours import Piece
from communes.web.domain.taking_over.ours import Upload
from communes.web.domain.taking_over.source import read_source
from communes.web.domain.taking_over.takeover import RowFate
from communes.web.links.values import change_links
from communes.web.storage.state import state_of
from communes.web.taking_over import storage
from communes.web.taking_over.finding import note_revision
from communes.web.taking_over.finding import ours_of
from communes.web.taking_over.holding import path_here
from dataclasses import replace
from DateTime import DateTime
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
import re
import transaction
from typing import Any
from zope.component import getUtility


#: An anchor of the other site: its UIDs are any word.
_THEIRS = re.compile(r"(?:.*/)?resolveuid/([A-Za-z0-9-]+)(.*)", re.DOTALL)
#: The scale of a picture that stands in a text.
_IN_TEXT = "/vue/960.webp"


def link_one(site: Any, kept: storage.Kept, base: str, number: int) -> None:
    """Finish one content; its line says why it is not published, if it is not."""
    row = storage.row_of(kept, number)
    if row is None or row.fate in (RowFate.REFUSED, RowFate.UNCHANGED):
        return
    source = read_source(storage.source_of(kept, number), base)
    obj = ours_of(storage.taken_here(site, source.uid))
    taken = mapped(source)
    if obj is None or isinstance(taken.content, Piece | Upload):
        return
    if change_links(obj, lambda address: link_here(site, address)):
        obj.reindexObject()
    said = _published(obj) if taken.public else ""
    if said:
        fate, reasons = RowFate.PARTLY, (*row.reasons, said)
        storage.keep_row(kept, number, replace(row, fate=fate, reasons=reasons))
    note_revision(site, obj)
    obj.setModificationDate(DateTime(source.modified))
    obj.reindexObject(idxs=["modified"])


def link_here(site: Any, address: str) -> str:
    """Return an anchor of the other site as one of ours; the rest as it is."""
    found = _THEIRS.fullmatch(address)
    obj = ours_of(storage.taken_here(site, found[1])) if found else None
    if found is None or obj is None:
        return address
    rest = found[2]
    if IPicture.providedBy(obj):
        rest = _IN_TEXT if "@@images" in rest else ""
    elif IAttachment.providedBy(obj):
        rest = ""
    return f"resolveuid/{obj.UID()}{rest}"


def keep_redirects(site: Any, kept: storage.Kept) -> int:
    """Have old addresses lead to what is here now; return how many do.

    The address a content had there, and those that led to it already. Where something
    of ours stands, nothing is redirected.
    """
    book, root = getUtility(IRedirectionStorage), "/".join(site.getPhysicalPath())
    count = 0
    for old, path in [*kept.redirects.items(), *((one, one) for one in kept.paths)]:
        obj = ours_of(storage.taken_here(site, kept.paths.get(_end(kept, path), "")))
        if obj is None or not old.startswith("/") or old == "/":
            continue
        here = path_here(obj)
        if old != here and not _stands(site, old):
            book.add(f"{root}{old.rstrip('/')}", f"{root}{here}", manual=True)
            count += 1
    return count


def _end(kept: storage.Kept, path: str) -> str:
    """Return where a redirect ends, followed as often as need be."""
    seen: set[str] = set()
    while path in kept.redirects and path not in seen and path not in kept.paths:
        seen.add(path)
        path = kept.redirects[path]
    return path


def _stands(site: Any, path: str) -> bool:
    found = site.unrestrictedTraverse(path.strip("/"), None)
    return IWebContent.providedBy(found)


def _published(obj: Any) -> str:
    """Publish a content; return why it is not, empty when it is."""
    if state_of(obj) != WebState.PRIVATE or not IWebContent.providedBy(obj):
        return ""
    before = transaction.savepoint(optimistic=True)
    try:
        workflow = api.portal.get_tool("portal_workflow")
        workflow.doActionFor(obj, WebTransition.PUBLISH.value)
    except DomainError as refused:
        before.rollback()
        return str(refused.reason)
    return ""
