"""The seventeen sustainable development goals."""

from communes.pst.domain.sdg import goals
from communes.pst.vocabularies.plan import as_vocabulary
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def sdgs(context: object) -> SimpleVocabulary:
    """The goals by number, with their French title."""
    return as_vocabulary((one.number, f"{one.number}. {one.title}") for one in goals())
