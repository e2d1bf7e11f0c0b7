"""Somebody who holds mandates, or has held some."""

from communes.core.i18n import _
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


GENDERS = SimpleVocabulary(
    [
        SimpleTerm("", "unknown", _("gender_unknown", default="Non précisé")),
        SimpleTerm("f", "f", _("gender_f", default="Féminin")),
        SimpleTerm("m", "m", _("gender_m", default="Masculin")),
        SimpleTerm("x", "x", _("gender_x", default="Autre")),
    ]
)


class IPerson(model.Schema):
    """One person, with the mandates inside."""

    title = schema.TextLine(title=_("label_person_title", default="Nom"))
    gender = schema.Choice(
        title=_("label_person_gender", default="Genre"),
        vocabulary=GENDERS,
        required=False,
        default="",
    )
    population_number = schema.TextLine(
        title=_(
            "label_person_population_number",
            default="Numéro au registre de la population",
        ),
        description=_(
            "help_person_population_number",
            default="Celui du logiciel de la population. S'il est donné, un changement "
            "de nom ou un décès y est suivi ici.",
        ),
        required=False,
        default="",
    )
    user = schema.TextLine(
        title=_("label_person_user", default="Compte"),
        description=_(
            "help_person_user",
            default="Identifiant du compte avec lequel cette personne se connecte.",
        ),
        required=False,
        default="",
    )


@implementer(IPerson)
class Person(Container):
    """One person."""
