"""What a solution says of the letters that go to whole lists."""

from zope.interface import Attribute
from zope.interface import Interface


class IMailings(Interface):
    """Named utility (name = the first part of its lists, before ``:``)."""

    def mailing(site, id):
        """Return the ``IMailing`` of that id, None when there is none any more."""


class IMailing(Interface):
    """One letter to a whole list, as the worker asks about it."""

    list = Attribute("Name of the list, ``<solution>:<list>``.")
    subject = Attribute("What the letter is about, as the log shows it.")
    per_minute = Attribute("How many letters a minute at most; 0: as they come.")

    def goes():
        """Tell whether it is to be sent on now; False while a person stopped it."""

    def recipients():
        """Return the ``Subscriber`` values who get it. Asked once, when it begins."""

    def letter(one):
        """Return the ``Letter`` for a subscriber; its id is ``<mailing>:<one.id>``.

        :raises DomainError: it can not be made; the letters wait for a person.
        """

    def over(counts):
        """Hear that nothing of it waits any more.

        :param counts: ``Way`` -> how many letters are there. Said again when a person
            had an uncertain one sent.
        """
