"""What a solution tells the shell about itself."""

from zope.interface import Attribute
from zope.interface import Interface


class ISolution(Interface):
    """A business solution; a utility named as in ``commune.toml`` ("deliberations")."""

    title = Attribute("Product name, a translatable message.")
    home = Attribute("Path of its first page below the site, without leading slash.")
    profile = Attribute("Setup profile that installs it, without 'profile-'.")

    def available(site):
        """Tell whether it is installed in ``site`` and open to the current user."""

    def waiting(site):
        """Return how many things wait for the current user, as a whole number."""


class IContentLoader(Interface):
    """Named adapter of the site: takes the content a commune's profile carries.

    The name is the solution's ("deliberations").
    """

    def load(data):
        """Make what is not there yet, told apart by its external id.

        :param data: the parsed ``content/<solution>.json`` of the profile.
        :return: one French sentence for each thing made; none the second time.
        """
