"""Which types of the solutions the search looks at again, hit by hit."""

from communes.search.interfaces import IConfidentialTypes
from zope.interface import implementer


@implementer(IConfidentialTypes)
class DeliberationTypes:
    """Items may be dealt with in closed session: their readers change with the state.

    The solution does not know the search; the assembly that knows both says it.
    """

    portal_types = frozenset({"communes.deliberations.MeetingItem"})
