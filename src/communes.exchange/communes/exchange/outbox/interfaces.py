"""How a message reaches a peer: one connector per way, chosen by the declaration."""

from zope.interface import Attribute
from zope.interface import Interface


class IConnector(Interface):
    """Named utility (name = ``Peer.connector``) that brings messages to a peer.

    A partner's connector turns our messages into what the partner understands, and
    its answers into ours (``inbox.api.accept``).
    """

    needs_key = Attribute("Whether nothing goes without a key, or token, of the pair.")

    def deliver(site, peer, text):
        """Bring one message, as CloudEvents JSON, to the peer.

        Called in a worker, at least once per message, in the order of its subject.

        :raises Refused: the peer read it and will never take it as it is.
        :raises Unavailable: the peer is silent; the lane waits.
        """

    def fetch(site, peer, sha256):
        """Return the bytes of a file that a message of the peer refers to.

        Called in a worker; whoever asks checks size and sum.

        :raises NotThere: the peer has no such file for us.
        :raises Unavailable: the peer is silent; the message waits.
        """

    def check(peer):
        """Return a sentence of what stands in the way of a delivery; empty if none.

        For the operator: talks to the peer, changes nothing there.
        """
