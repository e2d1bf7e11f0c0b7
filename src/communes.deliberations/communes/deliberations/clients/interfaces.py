"""What the outside must be able to do, whoever plays it."""

from zope.interface import Interface


class IPlonemeeting(Interface):
    """A PloneMeeting that can be read."""

    def answers(kind, config):
        """Yield the answers (bytes of JSON) about one kind of objects, page by page.

        :param kind: "meetings", "items" or "advices".
        :param config: id of the configuration there ("meeting-config-council").
        :raises SourceRefused, Unavailable: as named.
        """

    def file(url):
        """Return the bytes of a file whose address an answer gave."""
