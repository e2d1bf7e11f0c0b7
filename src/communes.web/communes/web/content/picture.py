"""A picture of a page, an event or an album, with its words for who does not see it."""

from communes.web.i18n import _
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IPicture(model.Schema):
    """What is shown, and what it says in words."""

    title = schema.TextLine(
        title=_("label_caption", default="Légende"),
        description=_("help_caption", default="Se lit sous la photo."),
        required=False,
        default="",
        missing_value="",
        max_length=255,
    )
    alternative = schema.Text(
        title=_("label_alternative", default="Texte alternatif"),
        description=_(
            "help_alternative",
            default="Ce que la photo montre, en une phrase, pour qui ne la voit pas.",
        ),
        required=False,
        default="",
        missing_value="",
        max_length=500,
    )
    author = schema.TextLine(
        title=_("label_author", default="Photographe"),
        required=False,
        default="",
        missing_value="",
        max_length=120,
    )
    # What is uploaded is checked and cleaned by the door, never set as it comes.
    directives.read_permission(image="communes.web.Edit")
    directives.write_permission(image="cmf.ManagePortal")
    image = NamedBlobImage(title=_("label_image", default="Photo"), required=False)


@implementer(IPicture)
class Picture(Item):
    """A picture; its rights are those of what holds it.

    ``image`` holds pixels alone: place, date and owner that cameras write are gone.
    ``crops``: name of a crop -> left, top, width and height in pixels of it.
    ``scales``: name of a scale -> blob of WebP, of the image whose mark is ``made_of``.
    """

    title = ""
    alternative = ""
    author = ""
    image = None
    width = 0
    height = 0
    mark = ""
    crops = None
    scales = None
    made_of = ""
    revision = 0
    edited_by = ""
    position = 0

    def Description(self) -> str:  # noqa: N802 -- the catalogue's own name
        """Return what the picture shows."""
        return self.alternative or ""
