"""What an institution has published: organ, year, meeting, decision and file.

Their addresses are the identifiers of the decisions: ``/{nis}/{assembly}/{year}/
{meeting}/{item}``. Nobody edits them; they follow what the institution sends.
"""

from communes.publications.i18n import _
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IPublishedAssembly(model.Schema):
    """An organ of an institution."""

    title = schema.TextLine(title=_("assembly_title", default="Organe"))


class IPublishedYear(model.Schema):
    """The meetings of an organ in one year."""

    title = schema.TextLine(title=_("year_title", default="Année"))


class IPublishedMeeting(model.Schema):
    """A meeting, as its last projection says."""

    title = schema.TextLine(title=_("meeting_title", default="Séance"))
    date = schema.Datetime(title=_("meeting_date", default="Date et heure"))


class IPublishedDecision(model.Schema):
    """One public item of a meeting: a draft, a decision, or what is left of it."""

    title = schema.TextLine(title=_("decision_title", default="Objet"))


class IPublishedFile(model.Schema):
    """A public annex."""

    title = schema.TextLine(title=_("file_title", default="Titre"))
    file = NamedBlobFile(title=_("file_file", default="Fichier"))


@implementer(IPublishedAssembly)
class PublishedAssembly(Container):
    """One organ."""


@implementer(IPublishedYear)
class PublishedYear(Container):
    """One year of an organ."""


@implementer(IPublishedMeeting)
class PublishedMeeting(Container):
    """One meeting.

    ``projections`` holds what was shown, JSON by number, never changed; ``current``
    is the number of the one that is shown, ``received`` the sender's number of what
    arrived last, ``waiting`` the JSON of one that an agent must look at first.
    ``files`` are the annexes of both, by their SHA-256. ``storage`` alone reads and
    writes them.
    """

    projections = None
    current = 0
    received = 0
    waiting = ""
    files = None


@implementer(IPublishedDecision)
class PublishedDecision(Container):
    """One item; ``order`` is its place on the agenda, its words are the meeting's.

    ``stage`` is "project", "decision", "withdrawn", or "gone" when it left the agenda:
    its address stays, and says so.
    """

    order = 0
    stage = ""


@implementer(IPublishedFile)
class PublishedFile(Item):
    """One annex; ``sha256`` is that of its bytes, as the projection names it."""

    sha256 = ""
