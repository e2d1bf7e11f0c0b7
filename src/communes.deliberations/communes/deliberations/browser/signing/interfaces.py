"""What may be put to signatories."""

from zope.interface import Interface


class ISignable(Interface):
    """Minutes, and items for their deliberation and extract."""
