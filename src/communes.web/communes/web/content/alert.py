"""A message above the pages: of all the site, or of a branch."""

from communes.web.content.base import WebContent
from communes.web.i18n import _
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


LEVELS = SimpleVocabulary(
    [
        SimpleTerm("info", title=_("level_info", default="Information")),
        SimpleTerm("warning", title=_("level_warning", default="Avertissement")),
        SimpleTerm("urgent", title=_("level_urgent", default="Urgence")),
    ]
)


class IAlert(model.Schema):
    """What is said, how loudly, where and until when."""

    title = schema.TextLine(title=_("label_alert", default="Message"), max_length=200)
    text = schema.Text(
        title=_("label_alert_text", default="Précision"),
        required=False,
        default="",
        missing_value="",
        max_length=1000,
    )
    level = schema.Choice(
        title=_("label_level", default="Niveau"), vocabulary=LEVELS, default="info"
    )
    link = schema.TextLine(
        title=_("label_alert_link", default="En savoir plus (adresse)"),
        required=False,
        default="",
        missing_value="",
    )
    starts = schema.Datetime(title=_("label_starts", default="Dès"), required=False)
    ends = schema.Datetime(title=_("label_ends", default="Jusqu'au"), required=False)
    branch = schema.TextLine(
        title=_("label_branch", default="Branche concernée"),
        description=_(
            "help_branch",
            default="Son adresse après celle du site, par exemple vivre-ici ; vide : "
            "tout le site.",
        ),
        required=False,
        default="",
        missing_value="",
    )
    closable = schema.Bool(
        title=_("label_closable", default="Chacun peut le refermer"),
        required=False,
        default=True,
    )


@implementer(IAlert)
class Alert(WebContent):
    """``branch``: path below the site of where it is shown; empty for everywhere."""

    text = ""
    level = "info"
    link = ""
    branch = ""
    closable = True
