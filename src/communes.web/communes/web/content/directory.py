"""A directory, and what stands in it: organisations, functions, missions."""

from communes.web.content.base import IWebFields
from communes.web.content.base import WebBranch
from communes.web.content.base import WebContent
from zope.interface import implementer


class IDirectory(IWebFields):
    """What is said of a whole directory."""


class IEntry(IWebFields):
    """What the forms of Plone may show of an entry; the rest is the door's alone."""


@implementer(IDirectory)
class Directory(WebBranch):
    """The entries of one or several communes.

    ``tree``: rows of ``domain.taxonomy.Category``, each after those it is below of;
    ``entities``: rows of ``domain.directory.Entity``, whose entries these are.
    """

    branch_role = "DirectoryManager"
    tree = ()
    entities = ()


@implementer(IEntry)
class Entry(WebContent):
    """An entry; other entries stand in it (an office in its administration).

    Attributes are the plain values of ``domain.directory.DirectoryEntry``, read by
    ``directory.storage``. ``sorts`` are its categories in the tree of the directory.
    ``private`` is no field of a schema: nothing that shows fields can show it.
    ``asked_on`` is the day its keeper was last asked whether all is still right.
    """

    kind = "organisation"
    subtitle = ""
    enterprise_number = ""
    phones = ()
    mails = ()
    links = ()
    address = None
    place = None
    sorts = ()
    facilities = ()
    hours = None
    entity = ""
    shown_in = ()
    confirmed_on = ""
    asked_on = ""
    private = None
