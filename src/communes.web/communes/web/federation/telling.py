"""Tells other communes what is published and shared, and that it is no more."""

from Acquisition import aq_base
from communes.core.access.catalog import object_by_uid
from communes.core.jobs.api import intend
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.errors import NoQueue
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.theme.api import branding
from communes.exchange.attachments.api import attach
from communes.exchange.outbox.api import publish
from communes.exchange.peers.api import peers
from communes.web.content.agenda import IEvent
from communes.web.content.base import IWebContent
from communes.web.content.directory import IEntry
from communes.web.content.news import INews
from communes.web.directory.storage import record_of
from communes.web.domain.federation.documents import document_of
from communes.web.domain.federation.documents import Record
from communes.web.domain.federation.envelope import body_of
from communes.web.domain.federation.envelope import Shared
from communes.web.domain.links.anchors import shown
from communes.web.domain.links.anchors import uids_in
from communes.web.domain.states import WebState
from communes.web.federation.ledger import keep_sent
from communes.web.federation.ledger import Sent
from communes.web.federation.ledger import sent
from communes.web.links.public import public_addresses
from communes.web.storage.agenda import event_of
from communes.web.storage.leading import leading_of
from communes.web.storage.news import news_of
from communes.web.storage.state import state_of
from dataclasses import asdict
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from hashlib import sha256
import json
from typing import Any
from zope.interface import implementer


#: The intent that tells where a content stands; its key is the UID.
TELL = "communes.web.tell"


def ask_to_tell(uid: str) -> None:
    """Have others told after the commit; where nothing works, nobody is."""
    try:
        intend(TELL, uid, {})
    except NoQueue:
        return


def kind_of(obj: Any) -> str:
    """Return the name of the kind of message of a content, empty without one."""
    for name, marker in (("event", IEvent), ("news", INews), ("entry", IEntry)):
        if marker.providedBy(obj):
            return name
    return ""


def is_ours(obj: Any) -> bool:
    """Tell whether a content was written here: what others share is not sent on."""
    return not getattr(aq_base(obj), "provenance", None)


def is_shared(obj: Any) -> bool:
    """Tell whether somebody chose to share a content, or a place it stands in."""
    here = obj
    while IWebContent.providedBy(here):
        if getattr(aq_base(here), "shared", False):
            return is_ours(obj)
        here = here.__parent__
    return False


@implementer(IIntentHandler)
class Tell:
    """Tells where each content stands now; the same twice is told once."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Tell each; the intent's key is its UID."""
        for one in intents:
            tell_one(site, one.key)
        return [Outcome(one.key) for one in intents]


def tell_one(site: Any, uid: str) -> None:
    """Tell a version of a content, or that it is not published any more."""
    obj, known = object_by_uid(uid), sent(site, uid)
    name = kind_of(obj) or (known.name if known else "")
    kind = f"communes.web.{name}.v1"
    if not name or not any(kind in one.receives for one in peers(site)):
        return
    live = bool(kind_of(obj)) and is_shared(obj) and state_of(obj) == WebState.PUBLISHED
    if not live and (known is None or not known.mark):
        return
    version = known.version + 1 if known else 1
    url = obj.absolute_url() if live else known.url if known else ""
    bare = Shared(uid, version, datetime.now(UTC), branding().name, url)
    told = _version(obj, bare) if live else bare
    mark = _mark(told, obj) if live else ""
    if known is None or mark != known.mark:
        body = _with_picture(site, obj, body_of(told)) if live else body_of(told)
        publish(site, kind, uid, body)
        keep_sent(site, uid, Sent(name, version, mark, url))


def _version(obj: Any, bare: Shared) -> Shared:
    summary, record = _record(obj)
    document = document_of(record)
    for field in ("description", "text"):
        if document.get(field):
            html = document[field]
            document[field] = shown(html, public_addresses(uids_in(html)))
    return replace(bare, document=document, summary=summary)


def _record(obj: Any) -> tuple[str, Record]:
    """Return the sentence of lists and the record of a content, as anybody reads it."""
    if IEntry.providedBy(obj):
        return "", record_of(obj).public()
    if INews.providedBy(obj):
        return "", news_of(obj)
    event = event_of(obj)
    text = obj.text.raw if obj.text else ""
    return event.description, replace(event, description=text)


def _mark(told: Shared, obj: Any) -> str:
    """Return a sum of what is told, whenever and however often it is."""
    # When a content was touched says nothing of what it says.
    document = {**(told.document or {}), "modified": ""}
    picture = leading_of(obj)
    seen = "" if picture is None else f"{picture.mark} {picture.alternative}"
    text = json.dumps([document, told.summary, told.url, seen], sort_keys=True)
    return sha256(text.encode()).hexdigest()


def _with_picture(site: Any, obj: Any, body: dict[str, Any]) -> dict[str, Any]:
    picture = leading_of(obj)
    if picture is None or not (picture.alternative or "").strip():
        return body
    image = picture.image
    file = attach(site, image.data, image.filename or "photo", image.contentType)
    return {**body, "picture": {**asdict(file), "alternative": picture.alternative}}
