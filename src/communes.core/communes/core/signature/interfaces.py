"""The contracts of the room: a way to sign, and what is told when one was used."""

from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent


class ISignatureAdapter(Interface):
    """Named utility: one way to sign. A new one is a new module, nothing else.

    Nothing here runs the outside inside a request: ``work`` is called by the
    worker, after the commit, at least once, and is idempotent.
    """

    title = Attribute("Message: how an agent reads it")
    personal = Attribute("bool: each signs with their own account, in our pages")
    scanned = Attribute("bool: the signed file is brought back by an agent")

    def problems(signatories):
        """Return the ``Reason`` values that keep it from being used; none when ready.

        For operators and before a request is made: keys, addresses, secrets.
        """

    def first_work():
        """Return what the worker does once a request was made; empty for nothing."""

    def work(site, owner, request, task):
        """Do ``task`` (a word of the adapter, "sign:<signatory>", "send", "fetch").

        :raises Unavailable: the outside does not answer: asked again later.
        """


class ISignatureChanged(IObjectEvent):
    """A request on ``object`` was signed by somebody, refused or cancelled."""

    request = Attribute("communes.core.signature.domain.SignatureRequest, as it is now")
