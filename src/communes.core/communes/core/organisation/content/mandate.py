"""A seat a person holds in an assembly, from one day to another."""

from communes.core.i18n import _
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.interface import Invalid
from zope.interface import invariant


class IMandate(model.Schema):
    """One mandate of the person it lies in."""

    body = schema.ASCIILine(
        title=_("label_mandate_body", default="Assemblée"),
        description=_(
            "help_mandate_body",
            default="Identifiant de l'assemblée : « college », « conseil »…",
        ),
    )
    role = schema.TextLine(title=_("label_mandate_role", default="Fonction"))
    group = schema.TextLine(
        title=_("label_mandate_group", default="Groupe politique"),
        required=False,
        default="",
    )
    precedence = schema.Int(
        title=_("label_mandate_precedence", default="Préséance"),
        description=_(
            "help_mandate_precedence", default="Rang : 1 pour la première personne."
        ),
        min=1,
    )
    starts = schema.Date(title=_("label_mandate_starts", default="Premier jour"))
    ends = schema.Date(
        title=_("label_mandate_ends", default="Dernier jour"),
        description=_(
            "help_mandate_ends", default="Laissez vide tant que le mandat dure."
        ),
        required=False,
    )
    votes = schema.Bool(
        title=_("label_mandate_votes", default="Voix délibérative"),
        required=False,
        default=True,
    )

    @invariant
    def ends_after_it_starts(data):  # noqa: N805 - zope.interface gives the data
        """Refuse a mandate that ends before it starts."""
        if data.ends is not None and data.starts and data.ends < data.starts:
            raise Invalid(
                _(
                    "error_mandate_ends_before_it_starts",
                    default="Le mandat finit avant de commencer : corrigez l'un des "
                    "deux jours.",
                )
            )


@implementer(IMandate)
class Mandate(Item):
    """One mandate, called by its function and assembly."""

    def Title(self):  # noqa: N802 - the name is Plone's
        """Return "échevin (college)": a mandate has no title of its own."""
        return f"{self.role} ({self.body})"
