"""The plan space: one programme of one institution over one mandate."""

from communes.core.rights.content import ConvergingContainer
from communes.pst.content.choosing import day
from communes.pst.i18n import _
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IPlan(model.Schema):
    """The plan itself; the lists its elements choose from are rows beside it."""

    title = schema.TextLine(
        title=_("label_plan_title", default="Nom du programme"),
        description=_("help_plan_title", default="« PST 2024-2030 »."),
        max_length=255,
    )
    institution = schema.Choice(
        title=_("label_plan_institution", default="Institution"),
        vocabulary="communes.pst.institutions",
        default="AC",
    )
    starts = day(_("label_plan_starts", default="Début de la législature"))
    ends = day(_("label_plan_ends", default="Fin de la législature"))
    budget_years = schema.Tuple(
        title=_("label_plan_budget_years", default="Années budgétaires"),
        value_type=schema.Int(min=1900, max=2200),
        required=False,
        default=(),
        missing_value=(),
    )
    ins_code = schema.TextLine(
        title=_("label_plan_ins_code", default="Code INS"),
        required=False,
        default="",
        missing_value="",
        max_length=5,
    )
    fiscal_year = schema.Int(
        title=_("label_plan_fiscal_year", default="Exercice comptable"),
        description=_(
            "help_plan_fiscal_year",
            default="Celui que nomme l'export vers eComptes ; vide : la première "
            "année.",
        ),
        required=False,
        default=0,
        missing_value=0,
    )
    use_reference_numbers = schema.Bool(
        title=_("label_plan_references", default="Montrer les numéros de référence"),
        required=False,
        default=True,
    )
    aldermen_designated_on = day(
        _("label_plan_designated", default="Désignation des échevins"),
        _(
            "help_plan_designated",
            default="Le Conseil prend acte du programme dans les neuf mois.",
        ),
    )
    noted_on = day(_("label_plan_noted", default="Prise d'acte par le Conseil"))


@implementer(IPlan)
class Plan(ConvergingContainer):
    """One programme and its elements.

    ``lists``: name of a list of the plan (``sources``, ``priorities``,
    ``categories``, ``sector_plans``) -> rows with ``id`` and ``title``;
    ``rolled_up_states``: states whose budget counts, None for the usual ones.
    ``public_fields`` and ``public_levels``: what citizens read, None for the usual.
    ``history``, ``campaigns``, ``online``: see ``storage``.
    """

    lists = None
    rolled_up_states = None
    public_fields = None
    public_levels = None
    history = None
    campaigns = None
    online = None
    revision = 0
    edited_by = ""
