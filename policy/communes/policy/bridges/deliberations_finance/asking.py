"""When a meeting is closed, what it decided to spend is asked of the accounts."""

from communes.core.journal.api import record
from communes.deliberations.api import assembly_settings
from communes.deliberations.api.types import IMeeting
from communes.deliberations.api.types import IMeetingItem
from communes.deliberations.domain.publicity.identity import meeting_id
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.agenda import AgendaRow
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.service import nis
from communes.exchange.outbox.api import send
from communes.exchange.partners.kinds import COMMITMENT_REQUEST
from communes.exchange.peers.api import peers
from communes.policy.bridges.deliberations_finance import storage
from communes.policy.domain.commitment import Commitment
from communes.policy.domain.commitment import request_of
from communes.policy.domain.commitment import Spending
from datetime import date
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.component.hooks import getSite


#: What was decided, as proposed or otherwise.
_TAKEN = frozenset({ItemState.ACCEPTED, ItemState.ACCEPTED_BUT_MODIFIED})


def meeting_moved(meeting: IMeeting, event: IAfterTransitionEvent) -> None:
    """The accounts rely on it: each spending is asked once, when the meeting closes.

    A meeting that is opened again and closed asks for nothing twice: an inscription
    is not taken back by itself, what changed since is settled between people.
    """
    step = event.transition
    if step is None or step.getId() != MeetingTransition.CLOSE:
        return
    names = [one.name for one in peers(getSite()) if COMMITMENT_REQUEST in one.receives]
    if not names:
        return
    # Whoever closes the meeting, a worker too: what they may see changes nothing.
    for row in agenda_of(meeting).rows:
        if row.state in _TAKEN:
            item = row.item()
            ask(item, _spending(meeting, item, row), names[0])


def ask(item: IMeetingItem, spending: Spending, peer: str) -> None:
    """Ask the accounts to commit what an item spends, if it was never asked."""
    body = request_of(spending)
    if body is None or storage.commitment_of(item) is not None:
        return
    send(getSite(), peer, COMMITMENT_REQUEST, f"commitment:{item.UID()}", body)
    storage.keep(item, Commitment(spending.reference, date.today()))
    record("commitment.ask", item, reference=spending.reference, peer=peer)


def _spending(meeting: IMeeting, item: IMeetingItem, row: AgendaRow) -> Spending:
    assembly = assembly_of(meeting)
    day, number = meeting.date.date(), meeting.meeting_number or 0
    place = meeting_id(nis(getSite()), assembly.getId(), day.year, number)
    asked = bool(item.budget_related)
    return Spending(
        reference=f"{place}/{row.number_shown}",
        label=item.title,
        organ=assembly_settings(assembly).organ,
        decided_on=day,
        amount=item.budget_amount if asked else None,
        article=item.budget_article or "",
        year=item.budget_year,
    )
