"""The closed lists of the programme, in the words of the agents."""

from communes.pst.domain.choices import Basis
from communes.pst.domain.choices import Institution
from communes.pst.domain.choices import Publication
from communes.pst.domain.labels import HEALTH_LABELS
from communes.pst.domain.labels import PART_LABELS
from communes.pst.i18n import _
from communes.pst.i18n import label
from communes.pst.vocabularies.plan import as_vocabulary
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


INSTITUTIONS = {
    Institution.COMMUNE: _("institution_commune", default="Commune"),
    Institution.CPAS: _("institution_cpas", default="CPAS"),
}
PUBLICATIONS = {
    Publication.PRIVATE: _("publication_private", default="Non publié"),
    Publication.PUBLISHED: _("publication_published", default="Publié"),
}
BASES = {
    Basis.AUTO: _(
        "basis_auto", default="Ce qu'il contient, sinon ses indicateurs, sinon l'encodé"
    ),
    Basis.CHILDREN: _("basis_children", default="Ce qu'il contient"),
    Basis.INDICATORS: _("basis_indicators", default="Ses indicateurs"),
    Basis.TYPED: _("basis_typed", default="L'avancement encodé"),
}


@provider(IVocabularyFactory)
def healths(context: object) -> SimpleVocabulary:
    """How an action is doing."""
    return as_vocabulary(
        (one.value, label(HEALTH_LABELS, one)) for one in HEALTH_LABELS
    )


@provider(IVocabularyFactory)
def sides(context: object) -> SimpleVocabulary:
    """Which side of the administration a part looks at."""
    return as_vocabulary((one.value, label(PART_LABELS, one)) for one in PART_LABELS)


@provider(IVocabularyFactory)
def institutions(context: object) -> SimpleVocabulary:
    """Whose programme it is."""
    return as_vocabulary((one.value, INSTITUTIONS[one]) for one in INSTITUTIONS)


@provider(IVocabularyFactory)
def publications(context: object) -> SimpleVocabulary:
    """Whether citizens see it."""
    return as_vocabulary((one.value, PUBLICATIONS[one]) for one in PUBLICATIONS)


@provider(IVocabularyFactory)
def bases(context: object) -> SimpleVocabulary:
    """What a progress is computed from."""
    return as_vocabulary((one.value, BASES[one]) for one in BASES)
