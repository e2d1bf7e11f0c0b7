"""What a solution says about the lists it keeps."""

from zope.interface import Interface


class IMailingLists(Interface):
    """Named utility (name = the first part of its lists, before ``:``)."""

    def title(site, name):
        """Return the name of a list as its subscribers know it."""

    def wishes_in_words(site, subscriber):
        """Return what a subscriber asked for, in a sentence; empty for everything."""

    def home(site, name):
        """Return the address of the page where one subscribes."""
