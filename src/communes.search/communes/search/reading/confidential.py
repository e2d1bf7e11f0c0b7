"""The types whose hits are looked at again, one object after the other."""

from communes.core.annexes.api import PORTAL_TYPE as ANNEX
from communes.search.interfaces import IConfidentialTypes
from zope.component import getUtilitiesFor
from zope.interface import implementer


def confidential_types() -> frozenset[str]:
    """Return the portal types that some solution declared confidential."""
    return frozenset().union(
        *(each.portal_types for _name, each in getUtilitiesFor(IConfidentialTypes))
    )


@implementer(IConfidentialTypes)
class AnnexTypes:
    """Annexes of the kit: a confidential one is for the few."""

    portal_types = frozenset({ANNEX})
