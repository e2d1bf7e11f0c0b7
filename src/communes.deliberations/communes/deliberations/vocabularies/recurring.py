"""The steps of a meeting at which a template may be inserted by itself."""

from communes.deliberations.domain.preparation.recurring import RECURRING_STEPS
from communes.deliberations.i18n import label
from communes.deliberations.vocabularies.setting import as_vocabulary
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def recurring_steps(context: object) -> SimpleVocabulary:
    """The steps, from the creation of the meeting to its minutes."""
    return as_vocabulary(
        (step, label(RECURRING_STEPS, step)) for step in RECURRING_STEPS
    )
