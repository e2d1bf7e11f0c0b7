"""A partner that takes everything and says what it was given: the test double."""

from communes.core.jobs.errors import Unavailable
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.outbox.connectors.errors import NotThere
from communes.exchange.partners.api import hear
from communes.exchange.partners.api import Page
from communes.exchange.partners.interfaces import IPartner
from communes.exchange.partners.kinds import COMMITMENT
from communes.exchange.partners.kinds import COMMITMENT_REQUEST
from communes.exchange.peers.domain.peer import Peer
from typing import Any
from zope.interface import implementer


@implementer(IPartner)
class DemoPartner:
    """Answers each request of commitment with a number, and keeps what it got.

    ``to_say`` is a list of (id, kind, subject, body) that ``pull`` hands over, one
    at a time; ``silent`` makes it answer nothing.
    """

    title = "Partenaire de démonstration"
    pull_seconds = 60
    needs_key = False

    def __init__(self) -> None:
        self.got: list[Envelope] = []
        self.to_say: list[tuple[str, str, str, dict[str, object]]] = []
        self.silent = False

    def deliver(self, site: Any, peer: Peer, text: str) -> None:
        """See ``IConnector``."""
        self._answer()
        message = from_json(text)
        if message.id not in [one.id for one in self.got]:
            self.got.append(message)
        if message.kind == COMMITMENT_REQUEST:
            number = [one.id for one in self.got].index(message.id) + 1
            body = {
                "reference": message.body["reference"],
                "number": f"{message.body['year']}/{number:06}",
                "committed_on": message.time.date().isoformat(),
            }
            id = f"{message.id}.reply"
            hear(site, peer, id, COMMITMENT, message.subject, body, message.id)

    def fetch(self, site: Any, peer: Peer, sha256: str) -> bytes:
        """See ``IConnector``; it has no files."""
        raise NotThere(name=peer.title, sha256=sha256)

    def check(self, peer: Peer) -> str:
        """See ``IConnector``."""
        return "le partenaire est absent" if self.silent else ""

    def pull(self, site: Any, peer: Peer, cursor: str) -> Page:
        """See ``IPartner``; the cursor counts what was said."""
        self._answer()
        said = int(cursor or 0)
        if said < len(self.to_say):
            hear(site, peer, *self.to_say[said])
            said += 1
        return Page(str(said), said < len(self.to_say))

    def _answer(self) -> None:
        if self.silent:
            raise Unavailable("le partenaire est absent")
