"""How a solution tells what stands, to a peer that has not heard it."""

from zope.interface import Interface


class IStanding(Interface):
    """Named utility (name = the kind): what messages of that kind have said so far.

    It runs in a worker, as the system user.
    """

    def keys(site):
        """Return the keys (plain text) of what may stand, the oldest first.

        Loads no object: there may be thousands.
        """

    def message(site, key):
        """Return (subject, body) of the message that says how it stands now.

        Attaches the files the body refers to. None when nothing stands under that key:
        it was never told, or is no more. What was corrected or withdrawn is told as it
        is today, never as it was.
        """
