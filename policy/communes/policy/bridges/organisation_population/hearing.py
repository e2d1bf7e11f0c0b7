"""A mandatary changes name or dies: the organisation follows."""

from communes.core.organisation.api import end_mandates
from communes.core.organisation.api import person_of_population
from communes.core.organisation.api import rename_person
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.interfaces import IMessageReceiver
from datetime import date
from typing import Any
from zope.interface import implementer


@implementer(IMessageReceiver)
class PersonReceiver:
    """Follows those the organisation knows by their number; keeps nothing of others.

    An address is none of its business, and who leaves the commune keeps the mandate
    until an organ has said otherwise.
    """

    def receive(self, site: Any, envelope: Envelope) -> None:
        """See ``IMessageReceiver``."""
        body: Any = envelope.body
        known = person_of_population(site, body["person"])
        if known is None:
            return
        if body["change"] == "renamed":
            name = f"{body['first_name']} {body['last_name']}".strip()
            rename_person(site, known.id, name)
        elif body["change"] == "deceased":
            day = date.fromisoformat(body["effective_on"])
            end_mandates(site, known.id, day)
