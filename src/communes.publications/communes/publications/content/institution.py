"""An institution: whose decisions the portal shows, how, and who looks after them."""

from communes.publications.domain.projection import DECISION
from communes.publications.domain.projection import PROJECT
from communes.publications.domain.settings import DRAFT_WARNING
from communes.publications.domain.settings import KINDS as KIND_LABELS
from communes.publications.domain.titles import DEFAULT_PATTERN
from communes.publications.i18n import _
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
import re
from zope import schema
from zope.interface import implementer
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


KINDS = SimpleVocabulary(
    [
        SimpleTerm(value, title=title)
        for value, title in (
            ("commune", _("kind_commune", default="Commune")),
            ("cpas", _("kind_cpas", default="CPAS")),
            ("zone-de-police", _("kind_police", default="Zone de police")),
            ("zone-de-secours", _("kind_rescue", default="Zone de secours")),
            ("intercommunale", _("kind_intercommunale", default="Intercommunale")),
            ("regie", _("kind_regie", default="Régie")),
            ("province", _("kind_province", default="Province")),
        )
        if value in KIND_LABELS
    ]
)
STAGES = SimpleVocabulary(
    [
        SimpleTerm(PROJECT, title=_("stage_project", default="Projets de décision")),
        SimpleTerm(DECISION, title=_("stage_decision", default="Décisions")),
    ]
)


def _matches(pattern: str):
    return re.compile(pattern).fullmatch


class IInstitution(model.Schema):
    """The id of an institution is its NIS code: its address never changes."""

    # How it is looked after is nobody else's: Plone's own services show each field.
    directives.read_permission(
        sender="communes.publications.ManageInstitution",
        stages="communes.publications.ManageInstitution",
        asks_first="communes.publications.ManageInstitution",
        meeting_title="communes.publications.ManageInstitution",
        matters="communes.publications.ManageInstitution",
        representatives="communes.publications.ManageInstitution",
    )

    title = schema.TextLine(title=_("institution_title", default="Nom"))
    kind = schema.Choice(
        title=_("institution_kind", default="Genre"),
        vocabulary=KINDS,
        default="commune",
    )
    enterprise_number = schema.TextLine(
        title=_("institution_enterprise_number", default="Numéro d'entreprise"),
        description=_(
            "institution_enterprise_number_help",
            default="Les dix chiffres de la Banque-Carrefour des Entreprises.",
        ),
        constraint=_matches(r"\d{10}"),
    )
    mail = schema.TextLine(
        title=_("institution_mail", default="Adresse électronique de contact"),
        constraint=_matches(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    )
    address = schema.TextLine(
        title=_("institution_address", default="Adresse postale"),
        required=False,
        default="",
        missing_value="",
    )
    website = schema.TextLine(
        title=_("institution_website", default="Site de l'institution"),
        required=False,
        default="",
        missing_value="",
        constraint=_matches(r"(https?://\S+)?"),
    )
    brand_colour = schema.TextLine(
        title=_("institution_brand_colour", default="Couleur"),
        description=_(
            "institution_brand_colour_help",
            default="En hexadécimal, par exemple #0b5d6b ; assez foncée pour être lue.",
        ),
        default="#0b5d6b",
        constraint=_matches(r"#[0-9a-fA-F]{6}"),
    )
    logo = NamedBlobImage(
        title=_("institution_logo", default="Logo"),
        required=False,
    )
    disclaimer = schema.Text(
        title=_("institution_disclaimer", default="Avertissement des projets"),
        required=False,
        default=DRAFT_WARNING,
        missing_value="",
    )
    notice = schema.Text(
        title=_("institution_notice", default="Avertissement sous chaque décision"),
        required=False,
        default="",
        missing_value="",
    )
    privacy_url = schema.TextLine(
        title=_(
            "institution_privacy_url",
            default="Page qui explique pourquoi un texte est masqué",
        ),
        required=False,
        default="",
        missing_value="",
        constraint=_matches(r"(https?://\S+)?"),
    )
    sender = schema.TextLine(
        title=_("institution_sender", default="Correspondant qui publie"),
        description=_(
            "institution_sender_help",
            default="Le nom, dans les échanges, du site d'où viennent ses séances.",
        ),
        required=False,
        default="",
        missing_value="",
    )
    stages = schema.Tuple(
        title=_("institution_stages", default="Ce que l'institution publie"),
        value_type=schema.Choice(vocabulary=STAGES),
        default=(PROJECT, DECISION),
    )
    asks_first = schema.Bool(
        title=_("institution_asks_first", default="Relire avant de publier"),
        description=_(
            "institution_asks_first_help",
            default="Ce qui arrive attend qu'un gestionnaire ait vu ce qui change.",
        ),
        required=False,
        default=False,
    )
    meeting_title = schema.TextLine(
        title=_("institution_meeting_title", default="Titre d'une séance"),
        description=_(
            "institution_meeting_title_help",
            default="Du texte, avec ${assembly}, ${date}, ${number} ou "
            "${institution} ; la date doit y être.",
            # Words to be typed as they are, not places to be filled.
            mapping={
                name: f"${{{name}}}"
                for name in ("assembly", "date", "number", "institution")
            },
        ),
        default=DEFAULT_PATTERN,
    )
    timezone = schema.Choice(
        title=_("institution_timezone", default="Fuseau horaire"),
        vocabulary="plone.app.vocabularies.CommonTimezones",
        default="Europe/Brussels",
    )
    matters = schema.Dict(
        title=_("institution_matters", default="Catégories et matières"),
        description=_(
            "institution_matters_help",
            default="La matière du portail où va chaque catégorie reçue.",
        ),
        key_type=schema.TextLine(),
        value_type=schema.TextLine(),
        required=False,
        default={},
        missing_value={},
    )
    representatives = schema.Dict(
        title=_("institution_representatives", default="Mandataires"),
        description=_(
            "institution_representatives_help",
            default="Le nom à montrer pour un nom reçu, quand ils diffèrent.",
        ),
        key_type=schema.TextLine(),
        value_type=schema.TextLine(),
        required=False,
        default={},
        missing_value={},
    )


@implementer(IInstitution)
class Institution(Container):
    """One institution of the portal.

    ``waiting`` holds the identifiers of the meetings of which a version waits for an
    agent; ``storage.projection`` alone writes it.
    """

    waiting = None
