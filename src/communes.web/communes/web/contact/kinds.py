"""The message that contact forms speak."""

from communes.exchange.messages.interfaces import IMessageKinds
from communes.web.domain.contact_message import CONTACT
from zope.interface import implementer


@implementer(IMessageKinds)
class ContactMessages:
    """Declares the message of a contact form."""

    kinds = (CONTACT,)
