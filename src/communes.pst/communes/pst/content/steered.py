"""The fields objectives and actions have in common."""

from communes.core.access.rich import rich
from communes.core.access.rich import words
from communes.pst.content.choosing import some_of
from communes.pst.i18n import _
from decimal import Decimal
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class ISteered(model.Schema):
    """What an objective or an action is, and what citizens read of it."""

    title = schema.TextLine(
        title=_("label_title", default="Intitulé"),
        description=_("help_title", default="Ce qui est voulu ou fait, en une phrase."),
        max_length=255,
    )
    description = rich(_("label_description", default="Description"))
    categories = some_of("categories", _("label_categories", default="Catégories"))
    plans = some_of(
        "sector_plans",
        _("label_plans", default="Plans sectoriels"),
        _("help_plans", default="PCDR, PAEDC, plan de cohésion sociale…"),
    )
    sdgs = some_of(
        "sdgs", _("label_sdgs", default="Objectifs de développement durable")
    )
    basis = schema.Choice(
        title=_("label_basis", default="L'avancement se calcule d'après"),
        vocabulary="communes.pst.bases",
        default="auto",
    )
    weight = schema.Decimal(
        title=_("label_weight", default="Poids"),
        description=_(
            "help_weight",
            default="Sa part dans l'avancement de ce qui est au-dessus : 2 compte "
            "double, 0 ne compte pas.",
        ),
        min=Decimal(0),
        max=Decimal(1000),
        default=Decimal(1),
    )
    institutions = some_of(
        "institutions",
        _("label_institutions", default="Porté par"),
        _(
            "help_institutions",
            default="Commune et CPAS ensemble : c'est une synergie. Rien : "
            "l'institution du programme.",
        ),
    )
    synergy = words(
        _("label_synergy", default="Synergie"),
        _("help_synergy", default="Ce qui est mis en commun avec l'autre institution."),
    )
    budget_comments = words(
        _("label_budget_comments", default="Commentaire sur le budget")
    )
    observation = rich(_("label_observation", default="Constat"))
    comments = rich(_("label_comments", default="Commentaires"))
    external_id = schema.TextLine(
        title=_("label_external_id", default="Identifiant externe"),
        required=False,
        default="",
        missing_value="",
    )

    directives.write_permission(
        publication="communes.pst.Publish",
        public_title="communes.pst.Publish",
        public_text="communes.pst.Publish",
    )
    publication = schema.Choice(
        title=_("label_publication", default="Publication"),
        description=_(
            "help_publication",
            default="Ce que le citoyen voit ne dépend pas de l'étape du travail.",
        ),
        vocabulary="communes.pst.publications",
        default="private",
    )
    public_title = schema.TextLine(
        title=_("label_public_title", default="Titre pour le citoyen"),
        description=_("help_public_title", default="Vide : l'intitulé."),
        required=False,
        default="",
        missing_value="",
        max_length=255,
    )
    public_text = rich(_("label_public_text", default="Texte pour le citoyen"))
