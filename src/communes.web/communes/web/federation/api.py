"""The door to what is shared: given, received, hidden, brought along."""

from communes.core.access.catalog import unrestricted
from communes.core.access.catalog import visible
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.exchange.peers.api import peers
from communes.web.content.agenda import IAgenda
from communes.web.content.base import IWebContent
from communes.web.domain.federation.errors import NotShared
from communes.web.domain.federation.messages import KINDS
from communes.web.domain.states import WebState
from communes.web.domain.states import WebTransition
from communes.web.federation import ledger
from communes.web.federation.telling import ask_to_tell
from communes.web.federation.telling import is_shared
from communes.web.federation.telling import kind_of
from communes.web.permissions import EDIT
from communes.web.permissions import PUBLISH
from communes.web.storage.state import state_of
from dataclasses import dataclass
from dataclasses import replace
from plone import api
from typing import Any


MARKERS = (
    "communes.web.content.agenda.IEvent",
    "communes.web.content.news.INews",
    "communes.web.content.directory.IEntry",
)


@dataclass(frozen=True)
class Provenance:
    """Whose a content is, and where that commune shows it."""

    commune: str
    url: str


@dataclass(frozen=True)
class Arrived:
    """A content of another commune, as it stands here."""

    uid: str
    title: str
    url: str
    name: str
    state: str
    provenance: Provenance
    hidden: bool


def provenance(obj: Any) -> Provenance | None:
    """Return whose a content is, None when it was written here."""
    found = getattr(obj.aq_base, "provenance", None)
    return Provenance(found["commune"], found["url"]) if found else None


def shares(obj: Any) -> bool:
    """Return whether a content is given to other communes, itself or by its place."""
    return is_shared(obj)


def partners(site: Any) -> list[str]:
    """Return the names of the communes that get what is shared, in their order."""
    known = {kind.name for kind in KINDS}
    return sorted(one.title for one in peers(site) if known & one.receives)


def share(obj: IWebContent, wanted: bool) -> int:
    """Give a content, or all a place holds, to other communes, or take it back.

    What is published leaves after the commit; the rest once it is. Return how many
    contents are concerned.

    :raises MayNot: the user may not publish it.
    :raises NotShared: it came from another commune.
    """
    require(PUBLISH, obj)
    if provenance(obj) is not None:
        raise NotShared(name=obj.title)
    obj.shared = wanted
    path = "/".join(obj.getPhysicalPath())
    found = unrestricted(path=path, object_provides=MARKERS)
    for brain in found:
        ask_to_tell(brain.UID)
    record("web.shared" if wanted else "web.unshared", obj)
    return len(found)


def arrived(site: Any) -> list[Arrived]:
    """Return what other communes share here that the current user may see.

    By commune and title. No content is woken.
    """
    rows = {one.uid: one for _from, _id, one in ledger.all_received(site) if one.uid}
    if not rows:
        return []
    found = [_arrived(brain, rows[brain.UID]) for brain in visible(UID=list(rows))]
    return sorted(found, key=lambda one: (one.provenance.commune, one.title))


def show_here(site: Any, obj: Any, wanted: bool) -> None:
    """Show what another commune shares, or hide it for good, whatever it sends.

    :raises MayNot: the user may not publish where it stands.
    :raises NotShared: it was written here.
    """
    require(PUBLISH, obj)
    sender, id = _source(obj)
    known = ledger.received(site, sender, id)
    if known is not None:
        ledger.keep_received(site, sender, id, replace(known, hidden=not wanted))
    step = WebTransition.PUBLISH if wanted else WebTransition.HIDE
    if (state_of(obj) == WebState.PUBLISHED) != wanted:
        api.portal.get_tool("portal_workflow").doActionFor(obj, step.value)
    record("web.shared_shown" if wanted else "web.shared_hidden", obj)


def agendas_for(site: Any) -> list[Any]:
    """Return the catalogue's entries of the agendas one may bring an event into."""
    found = visible(portal_type="communes.web.Agenda", sort_on="sortable_title")
    return [brain for brain in found if may(EDIT, brain._unrestrictedGetObject())]


def bring(event: Any, agenda: IAgenda) -> Any:
    """Have an event of another commune stand in an agenda of ours; return it there.

    It goes on following what its commune says of it.

    :raises MayNot: the user does not write that agenda, or may not see the event.
    :raises NotShared: it was written here, or is no event.
    """
    require("View", event)
    require(EDIT, agenda)
    _source(event)
    if kind_of(event) != "event":
        raise NotShared(name=event.title)
    with api.env.adopt_roles(["Manager"]):
        moved = api.content.move(event, agenda)
    record("web.shared_brought", moved, agenda=agenda.UID())
    return moved


def _source(obj: Any) -> tuple[str, str]:
    found = getattr(obj.aq_base, "provenance", None)
    if not found:
        raise NotShared(name=obj.title)
    return found["sender"], found["id"]


def _arrived(brain: Any, row: ledger.Received) -> Arrived:
    return Arrived(
        brain.UID, brain.Title, brain.getURL(), row.name, brain.review_state,
        Provenance(row.commune, row.url), row.hidden,
    )  # fmt: skip
