"""A file joined to an item, a meeting or another matter."""

from communes.core.i18n import _
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobFile
from plone.rfc822.interfaces import IPrimaryField
from plone.supermodel import model
from zope import schema
from zope.interface import alsoProvides
from zope.interface import implementer


class IAnnex(model.Schema):
    """One annex; it is seen by who sees the matter it lies in, unless confidential."""

    title = schema.TextLine(title=_("label_annex_title", default="Titre"))
    file = NamedBlobFile(title=_("label_annex_file", default="Fichier"))
    annex_type = schema.Choice(
        title=_("label_annex_type", default="Type d'annexe"),
        vocabulary="communes.core.annex_types",
    )
    to_print = schema.Bool(
        title=_("label_annex_to_print", default="À imprimer"),
        required=False,
        default=False,
    )
    confidential = schema.Bool(
        title=_("label_annex_confidential", default="Confidentielle"),
        description=_(
            "help_annex_confidential",
            default="Seules les personnes désignées par l'assemblée la voient.",
        ),
        required=False,
        default=False,
    )
    publishable = schema.Bool(
        title=_("label_annex_publishable", default="Publiable"),
        description=_(
            "help_annex_publishable",
            default="Elle peut accompagner la décision sur le portail public.",
        ),
        required=False,
        default=False,
    )
    to_sign = schema.Bool(
        title=_("label_annex_to_sign", default="À signer"),
        required=False,
        default=False,
    )
    signed = schema.Bool(
        title=_("label_annex_signed", default="Signée"),
        required=False,
        default=False,
    )
    to_approve = schema.Bool(
        title=_("label_annex_to_approve", default="À approuver"),
        required=False,
        default=False,
    )
    approved = schema.Bool(
        title=_("label_annex_approved", default="Approuvée"),
        required=False,
        default=False,
    )


alsoProvides(IAnnex["file"], IPrimaryField)


@implementer(IAnnex)
class Annex(Item):
    """One annex.

    ``preview``: picture of its first page, None while there is none; ``preview_of``:
    sum of the file that was drawn, or could not be.
    """

    preview = None
    preview_of = ""
