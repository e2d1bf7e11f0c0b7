"""Where a feature adds its rules to the steps and to the rights of an item."""

from zope.interface import Interface


class IMoreObstacles(Interface):
    """More that may stand against a step; subscription adapter of item or meeting."""

    def obstacles(step: str):
        """Return a tuple of ``Reason`` against the step; empty when it may go.

        The rule itself is a pure function of ``domain``; this loads its facts.
        """


class IRecurringItems(Interface):
    """More items that come by themselves; subscription adapter of the meeting."""

    def items(step: str):
        """Return (key, values) pairs for the items that come at ``step``.

        ``step`` is a transition, or "create" for a meeting just made; ``key`` is
        unique and stable for the meeting, so that nothing comes twice; ``values``
        are attributes of the item as they are stored (``title``,
        ``proposing_service``, formatted texts as ``RichTextValue``).
        """


class IMoreRoles(Interface):
    """More people who read or write an item; subscription adapter of the item."""

    def roles():
        """Return group id -> frozenset of roles, from the item as it is now.

        Whoever changes what the answer depends on calls
        ``workflow.rights.refresh_local_roles`` and reindexes the security.
        """
