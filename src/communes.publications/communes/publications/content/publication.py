"""A regulation or a notice, and the shelf of an institution that holds them."""

from communes.core.access.rich import rich
from communes.publications.domain.publication.kinds import AUTHORITIES
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.publication.kinds import natures
from communes.publications.i18n import _
from plone.dexterity.content import Container
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


NATURES = SimpleVocabulary(
    [SimpleTerm(one.id, title=one.title) for one in natures().values()]
)
MATTERS = SimpleVocabulary(
    [SimpleTerm(id, title=title) for id, title in matters().items()]
)
AUTHORITY_TERMS = SimpleVocabulary(
    [SimpleTerm(id, title=title) for id, title in AUTHORITIES.items()]
)


class IPublications(model.Schema):
    """The shelf ``publications`` of an institution."""

    title = schema.TextLine(title=_("publications_title", default="Titre"))


class IPublication(model.Schema):
    """What a regulation or a notice says."""

    title = schema.TextLine(title=_("publication_title", default="Titre"))
    nature = schema.Choice(
        title=_("publication_nature", default="Nature"), vocabulary=NATURES
    )
    matter = schema.Choice(
        title=_("publication_matter", default="Matière"),
        vocabulary=MATTERS,
        required=False,
    )
    authority = schema.Choice(
        title=_("publication_authority", default="Autorité qui a décidé"),
        vocabulary=AUTHORITY_TERMS,
        required=False,
    )
    decided_on = schema.Date(
        title=_("publication_decided_on", default="Date de la décision"),
        required=False,
    )
    in_force_on = schema.Date(
        title=_("publication_in_force_on", default="Entrée en vigueur"),
        description=_(
            "publication_in_force_on_help",
            default="Seulement si le texte la fixe ; sinon il oblige le cinquième "
            "jour après sa publication.",
        ),
        required=False,
    )
    text = rich(_("publication_text", default="Texte"))
    pdf = NamedBlobFile(
        title=_("publication_pdf", default="Texte en PDF"),
        description=_(
            "publication_pdf_help",
            default="Au lieu du texte, quand il n'existe qu'ainsi.",
        ),
        required=False,
        accept=("application/pdf",),
    )
    needs_approval = schema.Bool(
        title=_(
            "publication_needs_approval",
            default="Soumis à la tutelle spéciale d'approbation",
        ),
        required=False,
        default=False,
    )
    approved_on = schema.Date(
        title=_("publication_approved_on", default="Approuvé le"), required=False
    )
    approval_expired_on = schema.Date(
        title=_(
            "publication_approval_expired_on",
            default="Délai d'approbation expiré le",
        ),
        required=False,
    )
    expires_on = schema.Date(
        title=_("publication_expires_on", default="Fin de validité"),
        description=_(
            "publication_expires_on_help",
            default="Le lendemain, le texte s'archive de lui-même.",
        ),
        required=False,
    )
    streets = schema.Tuple(
        title=_("publication_streets", default="Rues concernées"),
        description=_(
            "publication_streets_help",
            default="Une par ligne ; les riverains abonnés sont prévenus.",
        ),
        value_type=schema.TextLine(),
        required=False,
        default=(),
        missing_value=(),
    )
    consultation = schema.Text(
        title=_("publication_consultation", default="Lieu et horaires de consultation"),
        required=False,
        default="",
        missing_value="",
    )
    replaces = schema.Tuple(
        title=_("publication_replaces", default="Remplace"),
        description=_(
            "publication_replaces_help",
            default="Les références des textes remplacés, une par ligne (2026-12) : "
            "ils s'archivent quand celui-ci est publié.",
        ),
        value_type=schema.TextLine(),
        required=False,
        default=(),
        missing_value=(),
    )


@implementer(IPublications)
class Publications(Container):
    """The regulations and notices of an institution.

    ``register`` holds one line per time one was shown, by position; ``storage`` alone
    reads and writes it.
    """

    register = None


@implementer(IPublication)
class Publication(Container):
    """One regulation or notice; files joined to it lie inside.

    ``planned_for`` is the moment it will be shown; ``showings`` are the times it was,
    ``documents`` and ``proofs`` what was shown and its proof, by their number;
    ``replaced_by`` the reference of what took its place. ``storage`` writes them.
    """

    planned_for = None
    showings = ()
    documents = None
    proofs = None
    replaced_by = ""
