"""Takes in what other communes share: made, changed, taken away, once and in order."""

from collections.abc import Mapping
from communes.core.access.catalog import object_by_uid
from communes.core.journal.api import record
from communes.exchange.attachments.api import fetch
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.web.api import contents
from communes.web.api.agenda import with_walls
from communes.web.api.pictures import add_picture
from communes.web.api.pictures import lead_with
from communes.web.api.pictures import pictures_of
from communes.web.directory import api as directory
from communes.web.domain.federation.documents import read_record
from communes.web.domain.federation.envelope import is_news
from communes.web.domain.federation.envelope import read_shared
from communes.web.domain.federation.envelope import Shared
from communes.web.domain.states import WebState
from communes.web.domain.states import WebTransition
from communes.web.federation.fields import values_of
from communes.web.federation.ledger import keep_received
from communes.web.federation.ledger import Received
from communes.web.federation.ledger import received
from communes.web.federation.places import place_for
from communes.web.federation.rights import lock
from communes.web.storage.state import state_of
from dataclasses import replace
from plone import api
from typing import Any
from zope.interface import implementer


@implementer(IMessageReceiver)
class SharedReceiver:
    """Shows the last version of what a commune shares; an older one changes nothing."""

    def __init__(self, name: str) -> None:
        self.name = name

    def receive(self, site: Any, envelope: Envelope) -> None:
        """See ``IMessageReceiver``. :raises DomainError: what is shared can not be."""
        shared, sender = read_shared(envelope.body), envelope.sender
        known = received(site, sender, shared.id)
        if not is_news(shared, known.version if known else 0):
            return
        taken = Received(
            self.name, shared.version, known.uid if known else "",
            bool(known and known.hidden), shared.commune, shared.url,
        )  # fmt: skip
        obj = object_by_uid(taken.uid) if taken.uid else None
        if shared.document is None:
            _take_away(obj)
            taken = replace(taken, uid="")
        else:
            obj = self._show(site, sender, shared, obj, taken.hidden)
            taken = replace(taken, uid=obj.UID())
        keep_received(site, sender, shared.id, taken)

    def _show(
        self, site: Any, sender: str, shared: Shared, obj: Any, hidden: bool
    ) -> Any:
        given = shared.document or {}
        # Read whole first: a version that can not be leaves the last one as it is.
        read_record(self.name, shared.id, given)
        values = values_of(self.name, given, shared.summary, shared.url)
        obj = self._written(site, obj, values)
        obj.provenance = {
            "commune": shared.commune, "url": shared.url, "sender": sender,
            "id": shared.id,
        }  # fmt: skip
        _follow_picture(site, sender, obj, shared)
        if not hidden and state_of(obj) != WebState.PUBLISHED:
            workflow = api.portal.get_tool("portal_workflow")
            workflow.doActionFor(obj, WebTransition.PUBLISH.value)
        lock(obj)
        obj.reindexObject()
        record("web.shared_taken", obj, sender=sender, version=shared.version)
        return obj

    def _written(self, site: Any, obj: Any, values: Mapping[str, Any]) -> Any:
        if self.name == "entry":
            if obj is None:
                return directory.create_entry(place_for(site, "entry"), values)
            directory.edit_entry(obj, values)
            return obj
        plain = with_walls(values) if self.name == "event" else values
        if obj is None:
            kind = self.name.capitalize()
            return contents.create(place_for(site, self.name), kind, plain)
        contents.edit(obj, plain)
        return obj


def event_receiver() -> SharedReceiver:
    """Return who takes events in."""
    return SharedReceiver("event")


def news_receiver() -> SharedReceiver:
    """Return who takes news in."""
    return SharedReceiver("news")


def entry_receiver() -> SharedReceiver:
    """Return who takes entries of the directory in."""
    return SharedReceiver("entry")


def _take_away(obj: Any) -> None:
    """Take a content away that its commune does not publish any more."""
    if obj is not None:
        record("web.shared_gone", obj)
        obj.__parent__._delObject(obj.getId())


def _follow_picture(site: Any, sender: str, obj: Any, shared: Shared) -> None:
    """Have the leading picture be the one that was shared, or none."""
    told = shared.picture
    mark = f"{told['sha256']} {told['alternative']}" if told else ""
    if getattr(obj.aq_base, "shared_picture", "") == mark:
        return
    for one in pictures_of(obj):
        obj._delObject(one.getId())
    obj.picture = ""
    if told:
        file = fetch(site, sender, told["sha256"])
        made = add_picture(obj, file.data, told["filename"], told["alternative"])
        lead_with(obj, made.getId())
    obj.shared_picture = mark
