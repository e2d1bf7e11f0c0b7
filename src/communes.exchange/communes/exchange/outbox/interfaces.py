"""How a message reaches a peer: one connector per way, chosen by the declaration."""

from zope.interface import Interface


class IConnector(Interface):
    """Named utility (name = ``Peer.connector``) that brings messages to a peer.

    A partner's connector turns our messages into what the partner understands, and
    its answers into ours (``inbox.api.accept``).
    """

    def deliver(site, peer, text):
        """Bring one message, as CloudEvents JSON, to the peer.

        Called in a worker, at least once per message, in the order of its subject.

        :raises Refused: the peer read it and will never take it as it is.
        :raises Unavailable: the peer is silent; the lane waits.
        """

    def check(peer):
        """Return a sentence of what stands in the way of a delivery; empty if none.

        For the operator: talks to the peer, changes nothing there.
        """
