"""A file a page gives to download."""

from communes.web.i18n import _
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IAttachment(model.Schema):
    """A file and what it is called."""

    title = schema.TextLine(title=_("label_file_title", default="Titre du fichier"))
    file = NamedBlobFile(title=_("label_file", default="Fichier"))


@implementer(IAttachment)
class Attachment(Item):
    """A file; its rights are those of what holds it."""

    file = None
