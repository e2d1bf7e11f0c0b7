"""The contract of a partner's connector."""

from communes.exchange.outbox.interfaces import IConnector
from zope.interface import Attribute


class IPartner(IConnector):
    """Named utility (name = ``Peer.connector``) for a product with an API of its own.

    It is a connector (``deliver``, ``fetch``, ``check``) that also asks the partner
    what it has to say, since the partner knows nothing of our inbox. ``Peer.address``
    is where its API is, the first key of the pair its token. What it says comes in
    through ``partners.api.hear`` and is done as any other message.
    """

    title = Attribute("Name of the product, for the reader.")
    pull_seconds = Attribute("How often it is asked, in seconds; 0: never.")

    def pull(site, peer, cursor):
        """Hear the next page of what the partner has to say; return a ``Page``.

        Called in a worker. What was heard and the cursor are committed together: a
        page is heard whole and once, or asked for again.

        :param cursor: what the last page returned; empty the first time.
        :raises Unavailable: the partner is silent; the same page is asked for later.
        """
