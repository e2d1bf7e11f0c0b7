"""What every content of the website keeps, whatever its kind.

Attributes are plain values (text, numbers, dates, tuples and dicts of those), so that
the door makes the record of ``domain`` from them without waking anything else.
"""

from communes.core.rights.content import ConvergingContainer
from communes.web.i18n import _
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface


class IWebContent(Interface):
    """Marks everything citizens may read on the website."""


class IWebBranch(IWebContent):
    """Marks a place that has managers of its own: directory, agenda, news…"""

    branch_role = Attribute("Role its managers have on it; empty for local ones only.")


class IWebFields(model.Schema):
    """The fields of every page, entry, event or piece of news."""

    title = schema.TextLine(title=_("label_title", default="Titre"), max_length=255)
    description = schema.Text(
        title=_("label_description", default="Résumé"),
        description=_(
            "help_description",
            default="Une ou deux phrases : listes, recherche et réseaux les montrent.",
        ),
        required=False,
        default="",
        missing_value="",
        max_length=600,
    )
    categories = schema.Tuple(
        title=_("label_categories", default="Thématiques"),
        value_type=schema.Choice(vocabulary="communes.web.categories"),
        required=False,
        default=(),
        missing_value=(),
    )
    audiences = schema.Tuple(
        title=_("label_audiences", default="Je suis"),
        description=_("help_audiences", default="Pour qui c'est écrit."),
        value_type=schema.Choice(vocabulary="communes.web.audiences"),
        required=False,
        default=(),
        missing_value=(),
    )
    picture = schema.TextLine(
        title=_("label_picture", default="Image principale"),
        description=_("help_picture", default="Une des images de ce contenu."),
        required=False,
        default="",
        missing_value="",
    )
    external_id = schema.TextLine(
        title=_("label_external_id", default="Identifiant externe"),
        required=False,
        default="",
        missing_value="",
    )

    directives.read_permission(external_id="communes.web.Edit")


class _Plain:
    """Values every content has before anything is written.

    ``picture``: id of a ``communes.web.Picture`` in this object. ``revision``: how
    often it was changed, told back by whoever writes. ``starts``, ``ends``: moments
    (aware) from and until which it is published; None for at once, for ever.
    ``planned_by``: who had it published at ``starts``; empty when nobody did.
    ``reviewed_on``: day somebody last said it is still right.
    """

    description = ""
    categories = ()
    audiences = ()
    picture = ""
    external_id = ""
    revision = 0
    edited_by = ""
    starts = None
    ends = None
    planned_by = ""
    reviewed_on = None


@implementer(IWebContent)
class WebContent(_Plain, Container):
    """A content that may hold its own pictures and files."""


@implementer(IWebBranch)
class WebBranch(_Plain, ConvergingContainer):
    """A place with managers of its own; ``branch_role`` is given to their group."""

    branch_role = ""
