"""Who computes rights below a place, and who follows when they have changed."""

from zope.interface import Interface


class IRightsRule(Interface):
    """Named utility: how a solution computes the rights of what it contains."""

    def apply(obj):
        """Give ``obj`` the local roles that are due now; its index follows by itself.

        Called by the worker for everything below the place, at least once.
        """


class IRightsFollower(Interface):
    """Named utility (name = kind of its intents) of an index beside the catalogue.

    When the catalogue has converged below a place, an intent of this kind is asked
    for with ``{"path", "rule", "token", "then"}``; when all of the place is done its
    handler calls ``communes.core.rights.api.stage_done``.
    """

    def follows(site):
        """Tell whether the site has this index."""
