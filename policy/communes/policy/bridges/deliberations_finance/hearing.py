"""The accounts have committed what a decision spends: the item keeps the number."""

from communes.core.access.catalog import object_by_uid
from communes.core.errors.domain import Missing
from communes.core.journal.api import record
from communes.deliberations.api.types import IMeetingItem
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.policy.bridges.deliberations_finance import storage
from dataclasses import replace
from datetime import date
from typing import Any
from zope.interface import implementer


class NotAsked(Missing):
    """Cause: nothing was asked under that reference, or its item is gone.

    Cure: look at the inscription with the accounts.
    """

    i18n_domain = "communes.policy"
    code = "commitment_unknown"
    template = (
        "Aucune décision n'a demandé l'engagement « ${number} » (référence "
        "${reference}) : voyez avec la comptabilité."
    )


@implementer(IMessageReceiver)
class CommitmentReceiver:
    """Writes the number on the item that asked; a later one takes its place."""

    def receive(self, site: Any, envelope: Envelope) -> None:
        """See ``IMessageReceiver``. :raises NotAsked:"""
        body: Any = envelope.body
        item = object_by_uid(envelope.subject.removeprefix("commitment:"))
        asked = storage.commitment_of(item) if IMeetingItem.providedBy(item) else None
        if asked is None or asked.reference != body["reference"]:
            raise NotAsked(number=body["number"], reference=body["reference"])
        day = date.fromisoformat(body["committed_on"])
        storage.keep(item, replace(asked, number=body["number"], committed_on=day))
        record("commitment.made", item, number=body["number"])
