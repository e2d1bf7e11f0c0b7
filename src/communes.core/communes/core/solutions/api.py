"""The door to the solutions a site has."""

from communes.core.solutions.interfaces import ISolution
from zope.component import getUtilitiesFor


def available(site: object) -> list[tuple[str, ISolution]]:
    """Return the solutions of ``site`` open to the current user, by name.

    :return: pairs of name ("deliberations") and solution.
    """
    return [
        (name, solution)
        for name, solution in sorted(getUtilitiesFor(ISolution, context=site))
        if solution.available(site)
    ]
