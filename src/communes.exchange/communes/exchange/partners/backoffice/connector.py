"""The plug-in of the back office: commitments go, numbers and people come back."""

from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.outbox.connectors.errors import NotThere
from communes.exchange.outbox.connectors.errors import Refused
from communes.exchange.partners.api import hear
from communes.exchange.partners.api import hear_untranslated
from communes.exchange.partners.api import Page
from communes.exchange.partners.backoffice import client
from communes.exchange.partners.backoffice.domain.translate import from_change
from communes.exchange.partners.backoffice.domain.translate import from_commitment
from communes.exchange.partners.backoffice.domain.translate import sequence_of
from communes.exchange.partners.backoffice.domain.translate import subject_of
from communes.exchange.partners.backoffice.domain.translate import to_commitment
from communes.exchange.partners.domain.errors import NotUnderstood
from communes.exchange.partners.interfaces import IPartner
from communes.exchange.partners.kinds import COMMITMENT
from communes.exchange.partners.kinds import COMMITMENT_REQUEST
from communes.exchange.partners.kinds import PERSON_CHANGED
from communes.exchange.peers.domain.peer import Peer
from typing import Any
from zope.interface import implementer


@implementer(IPartner)
class BackOffice:
    """``Peer.address`` is the root of its API (``https://…/api/v3``)."""

    title = "Back-office finances et population"
    pull_seconds = 60
    needs_key = True

    def deliver(self, site: Any, peer: Peer, text: str) -> None:
        """See ``IConnector``: a request of commitment, whose number comes back.

        The answer is kept in the same transaction as the delivery: after a crash the
        request is made again, and the back office gives the same number.
        """
        message = from_json(text)
        if message.kind != COMMITMENT_REQUEST:
            raise Refused(
                name=peer.title, problem=f"il ne connaît pas « {message.kind} »"
            )
        said = client.inscribe(peer, to_commitment(message.id, message.body))
        self._answer(site, peer, message, said)

    def fetch(self, site: Any, peer: Peer, sha256: str) -> bytes:
        """See ``IConnector``; it has no files for us."""
        raise NotThere(name=peer.title, sha256=sha256)

    def check(self, peer: Peer) -> str:
        """See ``IConnector``."""
        return client.state(peer)

    def pull(self, site: Any, peer: Peer, cursor: str) -> Page:
        """See ``IPartner``: the mutations of the population, in their order."""
        reached = int(cursor or 0)
        rows, more = client.mutations(peer, reached)
        for row in rows:
            try:
                reached = max(reached, sequence_of(row))
            except NotUnderstood as error:
                id = f"mutation-{reached}-x"
                hear_untranslated(site, peer, id, "mutations", row, str(error))
                continue
            self._hear(site, peer, row)
        return Page(str(reached), more and reached > int(cursor or 0))

    def _hear(self, site: Any, peer: Peer, row: dict[str, object]) -> None:
        id, subject = f"mutation-{sequence_of(row)}", subject_of(row)
        try:
            body = from_change(row)
        except NotUnderstood as error:
            hear_untranslated(
                site, peer, id, subject, row, str(error.values["problem"])
            )
        else:
            hear(site, peer, id, PERSON_CHANGED, subject, body)

    def _answer(
        self, site: Any, peer: Peer, message: Envelope, said: dict[str, object]
    ) -> None:
        id = f"{message.id}.reply"
        try:
            body = from_commitment(str(message.body["reference"]), said)
        except NotUnderstood as error:
            problem = str(error.values["problem"])
            hear_untranslated(site, peer, id, message.subject, said, problem)
        else:
            hear(site, peer, id, COMMITMENT, message.subject, body, message.id)
