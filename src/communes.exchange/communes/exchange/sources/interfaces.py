"""The contract of an authentic source."""

from zope.interface import Attribute
from zope.interface import Interface


class IAuthenticSource(Interface):
    """Named utility (name = ``<level>.<what>``) that asks one authentic source.

    A commune opens it by its name in ``[exchange] sources``.
    """

    title = Attribute("Name for the reader, as the institution calls it.")
    level = Attribute("``sources.domain.reading.Level``")
    holds = Attribute("``sources.domain.reading.Holding``")
    valid_days = Attribute("For how many days a value holds after it was read.")

    def read(site, key):
        """Return what the source says of ``key`` (``Found``).

        Called in a worker only, never in a request.

        :raises Unavailable: the source is silent; it is asked again later.
        """


class ISourceChanged(Interface):
    """A value was read again and differs: ``site``, ``before`` and ``after``."""

    site = Attribute("The site that reads the source.")
    before = Attribute("The ``Reading`` there was.")
    after = Attribute("The ``Reading`` there is.")
