"""What an item may say of its urgency."""

from communes.deliberations.content.urgency import URGENCY_LABELS
from communes.deliberations.i18n import label
from communes.deliberations.vocabularies.setting import as_vocabulary
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def urgencies(context: object) -> SimpleVocabulary:
    """The urgency of an item, from none to declared."""
    return as_vocabulary(
        (one.value, label(URGENCY_LABELS, one)) for one in URGENCY_LABELS
    )
