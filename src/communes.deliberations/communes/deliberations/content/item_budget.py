"""What an item costs or brings in, as the finance rules and the minutes ask."""

from communes.core.access.rich import rich
from communes.deliberations.i18n import _
from decimal import Decimal
from plone.supermodel import model
from zope import schema


class IItemBudget(model.Schema):
    """The budget impact of an item; an amount is in euro, without VAT (HTVA)."""

    budget_related = schema.Bool(
        title=_(
            "label_item_budget_related",
            default="La décision coûte ou rapporte à l'institution",
        ),
        required=False,
        default=False,
    )
    budget_amount = schema.Decimal(
        title=_("label_item_budget_amount", default="Montant (€ HTVA)"),
        required=False,
        min=Decimal("-999999999999.99"),
        max=Decimal("999999999999.99"),
    )
    budget_article = schema.TextLine(
        title=_("label_item_budget_article", default="Article budgétaire"),
        description=_(
            "help_item_budget_article",
            default="Par exemple « 421/731-60 (projet 20260012) ».",
        ),
        required=False,
        default="",
        missing_value="",
        max_length=100,
    )
    budget_year = schema.Int(
        title=_("label_item_budget_year", default="Exercice"),
        required=False,
        min=1990,
        max=2100,
    )
    budget_text = rich(
        _("label_item_budget_text", default="Informations budgétaires"),
        _(
            "help_item_budget_text",
            default="Crédits disponibles, modification budgétaire, subsides…",
        ),
    )
