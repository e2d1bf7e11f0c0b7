"""A list for the tests: the newsletter of a town."""

from communes.core.mailing.interfaces import IMailingLists
from zope.interface import implementer


NAME = "lettre:valmont"


@implementer(IMailingLists)
class Newsletter:
    """Knows the lists ``lettre:…``."""

    def title(self, site, name):
        return "Lettre de Valmont"

    def wishes_in_words(self, site, subscriber):
        return f"Matière : {subscriber.wishes['matter']}" if subscriber.wishes else ""

    def home(self, site, name):
        return site.absolute_url()
