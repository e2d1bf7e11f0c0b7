"""How a solution tells which messages it speaks, and which it listens to."""

from zope.interface import Attribute
from zope.interface import Interface


class IMessageKinds(Interface):
    """Named utility (name = the solution): the kinds of messages it declares."""

    kinds = Attribute("tuple of ``messages.domain.kind.MessageKind``")


class IMessageReceiver(Interface):
    """Named utility (name = the kind): does what a message says.

    It runs in a worker, as the system user, once per message that arrives: a
    repetition never reaches it. Messages of one subject come in their order.
    """

    def receive(site, envelope):
        """Do what the message says, in the current transaction.

        :raises DomainError: the message can not be done; what was written for it
            is taken back, and an agent sees it among the letters with the sentence.
        :raises Unavailable: something outside is silent; it comes again later.
        """
